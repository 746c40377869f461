import type { Operation } from "../../generated/operations.js";
import { ConfigurationError } from "../errors/configuration.js";
import { InvalidRequestError } from "../errors/invalid-request.js";

/** The client's own. A compressed response is for `fetch` to ask for: the transport of Node does not decompress. */
const RESERVED = /^(accept-encoding|authorization|content-type|content-length|host)$/i;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** What HTTP can carry: bytes, and of control characters the tab only. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers of a request, without its token, by their names in lower case.
 *
 * @throws ConfigurationError if a header is the client's own
 * @throws InvalidRequestError if HTTP cannot carry a header
 */
export function buildHeaders(
  operation: Operation,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, given] of Object.entries(more)) {
    if (RESERVED.test(name)) throw new ConfigurationError(`The header ${name} is set by the client.`);
    const value = String(given).trim();
    if (!NAME.test(name) || !VALUE.test(value)) {
      const received = `a text of ${value.length} characters, some of which no header can hold`;
      const expected = "printable ASCII (encode anything else)";
      throw new InvalidRequestError(operation.id, [
        { in: "headers", pointer: `/${name}`, expected, received },
      ]);
    }
    headers[name.toLowerCase()] = value;
  }
  if (operation.contentType) headers["content-type"] = operation.contentType;
  return headers;
}
