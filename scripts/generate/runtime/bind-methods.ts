/**
 * Binds an instance's methods to it, so that they work detached:
 * `const { create } = hire.externalInterviews`.
 */
export function bindMethods<T extends object>(instance: T, prototype: T): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value === "function" && name !== "constructor")
      Object.defineProperty(instance, name, { value: value.bind(instance) });
  }
}
