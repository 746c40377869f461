// Generated: a copy of scripts/generate/runtime/bind-methods.ts; do not edit.

/**
 * Binds an instance's methods to it, so that they work detached:
 * `const { create } = hire.externalInterviews`. They can be replaced, as spies do.
 */
export function bindMethods<T extends object>(instance: T, prototype: T): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value === "function" && name !== "constructor")
      Object.defineProperty(instance, name, {
        value: value.bind(instance),
        writable: true,
        configurable: true,
      });
  }
}
