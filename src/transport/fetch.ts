import { createFetchTransport } from "./create-fetch-transport.js";
import type { Transport } from "./transport.js";

/** The transport outside Node: the platform's `fetch`, looked up at each request. */
export const defaultTransport: Transport = (request) => createFetchTransport(globalThis.fetch)(request);

/** The platform finds its proxy itself, and does not say which. */
export async function findProxy(): Promise<URL | undefined> {
  return undefined;
}

/** A code that no platform's failure has: an unsupported proxy is the platform's affair. */
export const UNSUPPORTED_PROXY = "";
