import type { InputFormat } from "../../importer/index.js";
import { checkInput, tellerOf } from "../check-input.js";
import { ExitCode } from "../exit-codes.js";
import { interviews } from "../plural.js";

export interface ReadOptions {
  readonly format?: InputFormat;
  readonly timeZone?: string;
}

export interface ValidateOptions extends ReadOptions {
  readonly json?: boolean;
}

/** Reads the whole file and tells every problem and warning with its place. Nothing is sent, nothing written. */
export async function validateCommand(
  path: string,
  { json, ...options }: ValidateOptions,
): Promise<ExitCode> {
  const tell = tellerOf(path, json);
  const { valid, refused, withoutId } = await checkInput(path, options, tell);
  if (withoutId > 0) {
    const message = `${interviews(withoutId)} without an external_id: to import them needs --id-namespace NAME`;
    tell({ level: "warning", message });
  }
  process.stderr.write(`${path}: ${interviews(valid)} can be imported, ${refused} would be refused.\n`);
  return refused > 0 ? ExitCode.Incomplete : ExitCode.Created;
}
