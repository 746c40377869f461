import type { InputFormat } from "../importer/index.js";
import { checkInput, type Remark, tellRemark } from "./check-input.js";
import { ExitCode } from "./exit-codes.js";

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
  const tell = json
    ? (remark: Remark) => process.stdout.write(`${JSON.stringify(remark)}\n`)
    : tellRemark(path);
  const { valid, refused, withoutId } = await checkInput(path, options, tell);
  if (withoutId > 0) {
    const message = `${withoutId} interviews have no external_id: importing them needs --source`;
    tell({ level: "warning", message });
  }
  process.stderr.write(`${path}: ${valid} interviews can be imported, ${refused} would be refused.\n`);
  return refused > 0 ? ExitCode.Incomplete : ExitCode.Created;
}
