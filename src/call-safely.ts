/** Calls what must not break a call: ignores what it throws and what its promise, of any class, rejects with. */
export function callSafely(run: () => unknown): void {
  try {
    const result = run();
    if (result) Promise.resolve(result).catch(() => {});
  } catch {
    // See above.
  }
}
