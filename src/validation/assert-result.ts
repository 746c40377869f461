/** A value that `send` has made sure of. */
export function assertResult<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("A success without its result passed the envelope");
  return value;
}
