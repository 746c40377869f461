import type { Operation } from "../../generated/operations.js";
import { ConfigurationError } from "../errors/configuration.js";
import { InvalidRequestError } from "../errors/invalid-request.js";

/** Set by the client, or about the connection and how the body is framed on it, which are the transport's. */
const RESERVED =
  /^(accept-encoding|authorization|connection|content-(length|type)|expect|host|keep-alive|proxy-\w+|te|trailer|transfer-encoding|upgrade)$/i;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** The characters that every server reads alike. */
const VALUE = /^[\t\x20-\x7e]*$/;

/**
 * Builds the headers of a request, by lower-case name; each attempt adds its token.
 *
 * @throws ConfigurationError if the client sets the header itself
 * @throws InvalidRequestError if a name or a value has characters that HTTP cannot carry
 */
export function buildHeaders(
  operation: Operation,
  callHeaders: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, given] of Object.entries(callHeaders)) {
    if (given === undefined) continue;
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

/** Does not repeat what it found: a value may be a secret. */
function findIssue(name: string, value: string): { expected: string; received: string } | undefined {
  const received = "other characters";
  if (!NAME.test(name)) return { expected: "letters, digits and hyphens", received };
  return VALUE.test(value) ? undefined : { expected: "printable ASCII (encode anything else)", received };
}
