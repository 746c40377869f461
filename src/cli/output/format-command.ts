import { getProgramName, shellQuote } from "./program-name.js";

/** A command as it can be typed again. */
export function formatCommand(args: readonly string[]): string {
  return [getProgramName(), ...args.map(shellQuote)].join(" ");
}
