import type { TokenStore } from "../../src/index.js";

/** A store with a token, so that a client's first request is the call's own. */
export const storedToken: TokenStore = {
  get: async () => ({ token: "t-stored", expiresAtMs: Number.MAX_SAFE_INTEGER }),
  set: async () => {},
  delete: async () => {},
};
