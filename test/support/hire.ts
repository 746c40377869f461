import { type ClientOptions, FeishuHire } from "../../src/index.js";
import { InstantClock } from "./clock.js";

/**
 * An address where nothing listens. Its port is one that no system hands out, unlike that of a server which was closed,
 * and one that `fetch` does not refuse, unlike port 1.
 */
export const NOWHERE = "http://127.0.0.1:2";

export const APP_SECRET = "planted-app-secret";

/** Creates a client whose waits take no time. */
export function createTestClient(options: ClientOptions): FeishuHire {
  return new FeishuHire({
    appId: "cli_test",
    appSecret: APP_SECRET,
    baseUrl: NOWHERE,
    clock: new InstantClock(),
    ...options,
  });
}

/** Resolves to the error of a call that fails; rejects if it succeeds or fails with another class. */
export async function catchError<E extends Error>(
  call: Promise<unknown>,
  type: abstract new (...args: never[]) => E,
): Promise<E> {
  const error = await call.then(
    () => new Error("the call succeeded"),
    (reason: unknown) => reason,
  );
  if (error instanceof type) return error;
  throw new Error(`expected ${type.name}`, { cause: error });
}
