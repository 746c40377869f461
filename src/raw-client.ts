import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../generated/schema.js";
import { type FeishuHire, getSendContext } from "./client.js";
import type { OutgoingRequest } from "./request/outgoing-request.js";
import { send } from "./request/send.js";

/** An openapi-fetch client, typed by the spec. */
export type RawClient = Client<paths, "application/json">;

/**
 * Creates an openapi-fetch client over a `FeishuHire`: its calls are authenticated, paced and retried like the methods',
 * and fail with the same errors. Their bodies are not validated.
 *
 * @example
 * const raw = createRawClient(hire);
 * const { data } = await raw.POST("/open-apis/hire/v1/external_interviews", { body });
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export function createRawClient(client: FeishuHire): RawClient {
  const context = getSendContext(client);
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
