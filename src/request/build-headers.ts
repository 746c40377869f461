import type { Operation } from "../../generated/operations.js";
import { ConfigurationError } from "../errors/configuration.js";
import { InvalidRequestError } from "../errors/invalid-request.js";

/** Set by the client. `accept-encoding` is, because only `fetch` decompresses: the transport of Node does not. */
const RESERVED = /^(accept-encoding|authorization|content-type|content-length|host)$/i;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** What every server reads alike. */
const VALUE = /^[\t\x20-\x7e]*$/;

/**
 * The headers of a request, without its token, by their names in lower case.
 *
 * @throws ConfigurationError if a header is the client's own
 * @throws InvalidRequestError if HTTP cannot carry a header
 */
export function buildHeaders(
  operation: Operation,
  callHeaders: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, given] of Object.entries(callHeaders)) {
    if (RESERVED.test(name)) throw new ConfigurationError(`The header ${name} is set by the client.`);
    const value = String(given).trim();
    const issue = findIssue(name, value);
    if (issue)
      throw new InvalidRequestError(operation.id, [{ in: "headers", pointer: `/${name}`, ...issue }]);
    headers[name.toLowerCase()] = value;
  }
  if (operation.contentType) headers["content-type"] = operation.contentType;
  return headers;
}

/** A value may be a secret, so it is not repeated. */
function findIssue(name: string, value: string): { expected: string; received: string } | undefined {
  const received = "other characters";
  if (!NAME.test(name)) return { expected: "letters and hyphens", received };
  return VALUE.test(value) ? undefined : { expected: "printable ASCII (encode anything else)", received };
}
