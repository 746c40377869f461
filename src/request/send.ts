import { ConfigurationError } from "../errors/configuration.js";
import { Call } from "./call.js";
import { findOperation } from "./find-operation.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";

/**
 * The one road that every call takes: token, place in the lane, exchange, envelope, and all of it again where that
 * is safe. The body is serialised once, before, so every attempt carries the same bytes.
 *
 * @throws FeishuHireError
 */
export async function send(context: SendContext, request: OutgoingRequest): Promise<Response> {
  const { url, method } = request;
  const { baseUrl } = context.options;
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length).split("?", 1)[0] : undefined;
  const operation = path && findOperation(method, path);
  if (!operation) throw new ConfigurationError(`${method} ${path ?? "to another host"} is not in the spec.`);
  return new Call(context, request, operation).run();
}
