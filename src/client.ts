import { operation as tokenOperation } from "../generated/operations/getTenantAccessToken.js";
import { Resources } from "../generated/resources.js";
import type { Client } from "../generated/runtime/client.js";
import { type FetchToken, TokenProvider } from "./auth/token-provider.js";
import type { ClientOptions, ResolvedOptions } from "./options.js";
import { toClient } from "./request/call-operation.js";
import type { SendContext } from "./request/outgoing-request.js";
import { resolveOptions } from "./resolve-options.js";
import { Telemetry } from "./telemetry.js";

const contexts = new WeakMap<FeishuHire, SendContext>();

/**
 * Returns what all calls of a client share, for callers other than its own methods; undefined if it is not a
 * FeishuHire of this copy of the package.
 */
export function getSendContext(client: FeishuHire): SendContext | undefined {
  return contexts.get(client);
}

/**
 * A client for Feishu Hire, on behalf of one self-built app. Create one and share it: it holds the token and the
 * rate limits.
 *
 * @example
 * const hire = new FeishuHire({ appId, appSecret });
 * const interview = await hire.externalInterviews.create({
 *   external_id: "greenhouse:interview:8812",
 *   external_application_id: "6960663240925956437",
 * });
 */
export class FeishuHire extends Resources {
  /** The self-built app's id; empty if there is none yet. */
  readonly appId: string;
  /** The API's base URL, without a trailing slash. */
  readonly baseUrl: string;

  /** @throws ConfigurationError if an option is wrong; credentials are checked at the first call, unless `validate` is set */
  constructor(options: ClientOptions = {}) {
    const resolved = resolveOptions(options);
    const { client, context } = connect(resolved);
    super(client);
    contexts.set(this, context);
    this.appId = resolved.appId;
    this.baseUrl = resolved.baseUrl;
  }
}

/**
 * Creates a client for the functions, one per operation. A bundle of them holds only the operations that it calls;
 * where the size of a program does not matter, `FeishuHire` has them as methods.
 *
 * @throws ConfigurationError if an option is wrong; credentials are checked at the first call, unless `validate` is set
 * @example
 * const client = createClient({ appId, appSecret });
 * const interview = await createExternalInterview(client, { external_application_id: "6960663240925956437" });
 */
export function createClient(options: ClientOptions = {}): Client {
  return connect(resolveOptions(options)).client;
}

function connect(options: ResolvedOptions): { client: Client; context: SendContext } {
  const telemetry = new Telemetry(options.logger, options.hooks);
  const tokens = new TokenProvider({
    fetchToken: createTokenFetcher(() => client, options),
    store: options.tokenStore,
    storeKey: options.accountKey,
    clock: options.clock,
    onStoreError: (action) => telemetry.tokenStoreError(action),
  });
  const context = { options, tokens, telemetry };
  const client = toClient(context);
  return { client, context };
}

/** Bounds a background refresh, so that it does not keep a finished process alive. */
const BACKGROUND_TIMEOUT_MS = 5_000;

function createTokenFetcher(
  client: () => Client,
  { getCredentials, timeoutMs }: ResolvedOptions,
): FetchToken {
  return async ({ signal, background }) => {
    const { appId, appSecret } = getCredentials();
    const limits = background ? { timeoutMs: Math.min(timeoutMs, BACKGROUND_TIMEOUT_MS), maxRetries: 0 } : {};
    const { data } = await client().call<{ tenant_access_token: string; expire: number }>(
      {
        operation: tokenOperation,
        validators: {}, // the credentials have been checked
        body: { app_id: appId, app_secret: appSecret },
      },
      { signal, ...limits },
    );
    return { token: data.tenant_access_token, expire: data.expire };
  };
}
