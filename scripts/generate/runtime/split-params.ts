import { isObject } from "./checks.js";

/**
 * Takes apart what a method takes as one: the parameters of the query, by name, and the body, which is the
 * rest. What is not an object stays as it is, for the call to reject.
 */
export function splitParams(
  params: Readonly<Record<string, unknown>>,
  inQuery: readonly string[],
): { query: Readonly<Record<string, unknown>>; body: unknown } {
  if (!isObject(params)) return { query: params, body: {} };
  const pick = (ofQuery: boolean) =>
    Object.fromEntries(Object.entries(params).filter(([name]) => inQuery.includes(name) === ofQuery));
  return { query: pick(true), body: pick(false) };
}
