import type { Fetch } from "./transport.js";

/** The transport outside Node: the platform's own `fetch`, looked up when it is called. */
export const defaultTransport: Fetch = (url, init) => globalThis.fetch(url, init);
