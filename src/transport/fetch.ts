import { sendWithFetch } from "./send-with-fetch.js";
import type { Transport } from "./transport.js";

/** The transport outside Node: the platform's own `fetch`, looked up when it is called. */
export const defaultTransport: Transport = (request) => sendWithFetch(globalThis.fetch)(request);
