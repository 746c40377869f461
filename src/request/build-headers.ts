import type { Operation } from "../../generated/operations.js";
import { ConfigurationError } from "../errors/configuration.js";
import { InvalidRequestError } from "../errors/invalid-request.js";

/** The client's own. */
const RESERVED = /^(authorization|content-type|content-length|host)$/i;

/**
 * The headers of a request, without its token.
 *
 * @throws ConfigurationError if a header is the client's own
 * @throws InvalidRequestError if HTTP cannot carry a header
 */
export function buildHeaders(operation: Operation, more: Record<string, string> = {}): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(more)) {
    if (RESERVED.test(name)) throw new ConfigurationError(`The header ${name} is set by the client.`);
    try {
      headers.set(name, value);
    } catch {
      const received = `a text of ${String(value).length} characters, some of which no header can hold`;
      const expected = "printable ASCII (encode anything else)";
      throw new InvalidRequestError(operation.id, [
        { in: "headers", pointer: `/${name}`, expected, received },
      ]);
    }
  }
  if (operation.contentType) headers.set("content-type", operation.contentType);
  return headers;
}
