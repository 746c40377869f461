import type { Fetch, FetchInit, Transport } from "./transport.js";

/** A transport over a function of `fetch`'s shape. */
export function sendWithFetch(fetch: Fetch): Transport {
  return ({ url, method, headers, body, scope }) => {
    const { signal = new AbortController().signal } = scope;
    const init: FetchInit = { method, headers: { ...headers }, redirect: "manual", signal };
    if (body !== undefined) init.body = body;
    return fetch(url, init);
  };
}
