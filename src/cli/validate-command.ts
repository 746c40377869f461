import type { InputFormat } from "../importer/index.js";
import { SeenKeys } from "../importer/index.js";
import { ExitCode } from "./exit-codes.js";
import { openInput } from "./input-file.js";

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
  const { interviews, sizeBytes } = await openInput(path, options);
  const seen = new SeenKeys(sizeBytes);
  const tell = (level: "problem" | "warning", facts: { message: string }) =>
    process.stdout.write(
      json ? `${JSON.stringify({ level, ...facts })}\n` : `${path}: ${level}: ${facts.message}\n`,
    );
  let valid = 0;
  let refused = 0;
  let withoutId = 0;
  for await (const row of interviews) {
    const twin = seen.problemOf(row);
    for (const warning of row.warnings) tell("warning", warning);
    for (const problem of twin ? [...row.problems, twin] : row.problems) tell("problem", problem);
    if (row.body && row.body.external_id === undefined) withoutId++;
    if (row.body && !twin) valid++;
    else refused++;
  }
  for (const message of interviews.warnings) tell("warning", { message });
  if (withoutId > 0) {
    const message = `${withoutId} interviews have no external_id: importing them needs --source`;
    tell("warning", { message });
  }
  process.stderr.write(`${path}: ${valid} interviews can be imported, ${refused} would be refused.\n`);
  return refused > 0 ? ExitCode.Incomplete : ExitCode.Created;
}
