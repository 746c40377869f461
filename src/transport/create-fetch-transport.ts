import type { Fetch, FetchInit, Transport } from "./transport.js";

/** Creates a transport from a function with the signature of `fetch`. */
export function createFetchTransport(fetch: Fetch): Transport {
  return ({ url, method, headers, body, scope }) => {
    const { signal = new AbortController().signal } = scope;
    const init: FetchInit = { method, headers: { ...headers }, redirect: "manual", signal };
    if (body !== undefined) init.body = body;
    return fetch(url, init);
  };
}
