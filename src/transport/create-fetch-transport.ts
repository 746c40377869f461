import type { Fetch, FetchInit, Transport } from "./transport.js";

/** Creates a transport from a function with the signature of `fetch`; by default the platform's, looked up at each request. */
export function createFetchTransport(fetch: Fetch = (url, init) => globalThis.fetch(url, init)): Transport {
  return ({ url, method, headers, body, scope }) => {
    const { signal = new AbortController().signal } = scope;
    const init: FetchInit = { method, headers: { ...headers }, redirect: "manual", signal };
    if (body !== undefined) init.body = body;
    return fetch(url, init);
  };
}
