import type { Transport } from "./transport.js";

/** None: outside Node, requests go over the platform's `fetch`. */
export const defaultTransport: Transport | undefined = undefined;

/** The platform finds its proxy itself, and does not say which. */
export async function findProxy(): Promise<URL | undefined> {
  return undefined;
}

/** A code that no platform's failure has: an unsupported proxy is the platform's affair. */
export const UNSUPPORTED_PROXY = "";
