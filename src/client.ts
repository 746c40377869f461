import createClient, { type Client } from "openapi-fetch";
import { operations } from "../generated/operations.js";
import { Resources } from "../generated/resources.js";
import type { Caller } from "../generated/runtime/caller.js";
import type { paths } from "../generated/schema.js";
import { getTenantAccessToken } from "../generated/validators/getTenantAccessToken.js";
import { type FetchToken, TokenProvider } from "./auth/token-provider.js";
import { type CallOptions, type ClientOptions, type ResolvedOptions, resolveOptions } from "./options.js";
import type { OutgoingRequest, SendContext } from "./request/call.js";
import { createCaller } from "./request/call-operation.js";
import { send } from "./request/send.js";
import { Telemetry } from "./telemetry.js";

/** The openapi-fetch client, typed by the spec. */
export type Api = Client<paths, "application/json">;

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
export class FeishuHire extends Resources<CallOptions> {
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
    const { caller, context } = connect(resolved);
    super(caller);
    this.raw = createRawClient(context);
    this.appId = resolved.appId;
    this.baseUrl = resolved.baseUrl;
  }
}

function connect(options: ResolvedOptions): { caller: Caller<CallOptions>; context: SendContext } {
  const observer = new Telemetry(options.logger, options.hooks);
  const tokens = new TokenProvider({
    fetchToken: createTokenFetcher(() => caller, options),
    store: options.tokenStore,
    storeKey: `${options.appId}@${options.baseUrl}`,
    clock: options.clock,
    onStoreError: (action) => observer.tokenStoreError(action),
  });
  const context = { options, tokens, observer };
  const caller = createCaller(context);
  return { caller, context };
}

function createRawClient(context: SendContext): Api {
  return createClient<paths, "application/json">({
    baseUrl: context.options.baseUrl,
    // openapi-fetch passes this object straight to `fetch`, so a real `Request` would be wasted work.
    Request: RequestCarrier as unknown as typeof Request,
    fetch: (request) => send(context, request as unknown as OutgoingRequest),
  });
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

function createTokenFetcher(
  caller: () => Caller<CallOptions>,
  { appId, appSecret, timeoutMs }: ResolvedOptions,
): FetchToken {
  return async ({ signal, background }) => {
    const limits = background ? { timeoutMs: Math.min(timeoutMs, BACKGROUND_TIMEOUT_MS), maxRetries: 0 } : {};
    const { data } = await caller().call<{ tenant_access_token: string; expire: number }>(
      {
        operation: operations.getTenantAccessToken,
        validators: getTenantAccessToken,
        body: { app_id: appId, app_secret: appSecret },
      },
      { signal, ...limits },
    );
    return { token: data.tenant_access_token, expire: data.expire };
  };
}
