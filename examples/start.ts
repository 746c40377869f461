/**
 * `npm start`: imports interviews.jsonl with the command, on its built-in mock, and prints the outcome of each line.
 *
 * Two lines of the file are wrong on purpose. The exit code is 0 only if exactly those two are rejected, for those fields.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { formatTable } from "./table.js";

/** The wrong lines: their external_id, and the wrong field. */
const WRONG_ON_PURPOSE: Readonly<Record<string, string>> = {
  "greenhouse:8830": "/participate_status",
  "greenhouse:8831": "/begin_tme",
};

interface Created {
  readonly external_id: string;
  readonly id: string;
  readonly line: number;
}

interface Rejected {
  readonly external_id: string;
  readonly _rejected: { readonly reason: string; readonly field: string };
}

const job = mkdtempSync(join(tmpdir(), "feishu-hire-start-"));
try {
  runImport(job);
  const created: Created[] = readLines(join(job, "created.jsonl"));
  const rejected: Rejected[] = readLines(join(job, "rejected.jsonl"));
  const rows = [
    ...created.sort((a, b) => a.line - b.line).map(({ external_id, id }) => [external_id, "created", id]),
    ...rejected.map(({ external_id, _rejected }) => [external_id, "rejected", _rejected.reason]),
  ];
  process.stdout.write(formatTable([["external_id", "outcome", "id or reason"], ...rows]));

  const fields = Object.fromEntries(
    rejected.map(({ external_id, _rejected }) => [external_id, _rejected.field]),
  );
  const expected = isDeepStrictEqual(fields, WRONG_ON_PURPOSE);
  process.stdout.write(
    expected
      ? "\n\nThe two lines that are wrong on purpose were rejected, and no other.\n"
      : "\n\nUnexpected outcome: see the table.\n",
  );
  process.exitCode = expected ? 0 : 1;
} finally {
  rmSync(job, { recursive: true });
}

/** Runs the command as a user types it. It exits 1, because some lines are rejected. */
function runImport(jobDir: string): void {
  const command = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
  const file = fileURLToPath(new URL("interviews.jsonl", import.meta.url));
  process.stdout.write("feishu-hire import examples/interviews.jsonl --mock --id-namespace example\n\n");
  const args = [
    "--import",
    "tsx",
    command,
    "import",
    file,
    "--mock",
    "--id-namespace",
    "example",
    "--job",
    jobDir,
    "--quiet",
  ];
  try {
    execFileSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  } catch (error) {
    if (!(error instanceof Error) || !("status" in error) || error.status !== 1) throw error;
  }
}

function readLines<T>(path: string): T[] {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}
