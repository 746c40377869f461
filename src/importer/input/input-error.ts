/** The input cannot be read any further: not the fault of one row, but of the file. */
export class InputError extends Error {
  static {
    InputError.prototype.name = "InputError";
  }
}
