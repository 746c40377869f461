import { type Api, createApi, Resources } from "../generated/client.js";
import { operations } from "../generated/operations.js";
import { type FetchToken, TokenProvider } from "./auth/token-provider.js";
import { type ClientOptions, type ResolvedOptions, resolveOptions } from "./options.js";
import type { OutgoingRequest } from "./request/call.js";
import { send } from "./request/send.js";
import { Telemetry } from "./telemetry.js";
import { assertResult } from "./validation/assert-result.js";

/**
 * A client of Feishu Hire for one self-built app. Make one and share it: it keeps the token and the pace.
 *
 * @example
 * const hire = new FeishuHire({ appId, appSecret });
 * const interview = await hire.externalInterviews.create({
 *   external_id: "greenhouse:interview:8812",
 *   external_application_id: "6960663240925956437",
 * });
 */
export class FeishuHire extends Resources {
  /**
   * The openapi-fetch client that everything else goes through, typed by the spec. Calls made with it are paced,
   * authenticated and sent again like all others, and fail with the same errors; their bodies are not validated.
   */
  readonly raw: Api;
  /** The self-built app's id. */
  readonly appId: string;
  /** The host, without a slash at its end. */
  readonly baseUrl: string;

  /** @throws ConfigurationError if a credential is missing or an option is wrong. */
  constructor(options: ClientOptions = {}) {
    const resolved = resolveOptions(options);
    const api = wire(resolved);
    super(api);
    this.raw = api;
    this.appId = resolved.appId;
    this.baseUrl = resolved.baseUrl;
  }
}

function wire(options: ResolvedOptions): Api {
  const observer = new Telemetry(options.logger, options.hooks);
  const tokens = new TokenProvider({
    fetchToken: tokenFetcher(() => api, options),
    store: options.tokenStore,
    storeKey: `${options.appId}@${options.baseUrl}`,
    clock: options.clock,
    onStoreError: (action) => observer.tokenStoreError(action),
  });
  const context = { options, tokens, observer };
  const api = createApi({
    baseUrl: options.baseUrl,
    // openapi-fetch hands over what it is given here; the global Request would be built only to be taken apart again.
    Request: RequestCarrier as unknown as typeof Request,
    fetch: (request) => send(context, request as unknown as OutgoingRequest),
  });
  return api;
}

/** Carries what openapi-fetch has put together to `send`, options of ours included. */
class RequestCarrier {
  readonly url: string;
  readonly outgoingHeaders: Headers;

  constructor(url: string, init: RequestInit & { headers: Headers }) {
    Object.assign(this, init);
    this.url = url;
    this.outgoingHeaders = init.headers;
  }
}

/** A background refresh is bounded, so that it never holds up a process that is done. */
const BACKGROUND_TIMEOUT_MS = 5_000;

function tokenFetcher(api: () => Api, { appId, appSecret, timeoutMs }: ResolvedOptions): FetchToken {
  return async ({ signal, background }) => {
    const limits = background ? { timeoutMs: Math.min(timeoutMs, BACKGROUND_TIMEOUT_MS), maxRetries: 0 } : {};
    const { data } = await api().POST(operations.getTenantAccessToken.path, {
      body: { app_id: appId, app_secret: appSecret },
      signal,
      ...limits,
    });
    return { token: assertResult(data?.tenant_access_token), expire: assertResult(data?.expire) };
  };
}
