import { createFetchTransport } from "./create-fetch-transport.js";
import type { Transport } from "./transport.js";

/** The transport outside Node: the platform's `fetch`, looked up at each request. */
export const defaultTransport: Transport = (request) => createFetchTransport(globalThis.fetch)(request);
