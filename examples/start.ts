/**
 * `npm start`: imports interviews.jsonl with the command, on its built-in mock, and prints the outcome of
 * each line in the language of `--lang`, the environment or the system.
 *
 * Two lines of the file are wrong on purpose. The exit code is 0 only if exactly those two
 * are rejected, for those fields.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { detectLanguage, getLanguageSources } from "../src/cli/language/detect-language.js";
import { setLanguage, translate } from "../src/cli/language/translate.js";
import { formatTable } from "./table.js";

const messages = {
  outcome: { en: "outcome", zh: "结果" },
  idOrReason: { en: "id or reason", zh: "外部面试 ID 或原因" },
  created: { en: "created", zh: "已创建" },
  rejected: { en: "rejected", zh: "被拒绝" },
  asExpected: {
    en: "The two lines that are wrong on purpose were rejected, and no other.",
    zh: "故意写错的两行被拒绝，其余全部创建。",
  },
  report: { en: "The report, to open in a browser: {path}", zh: "报告（可在浏览器中打开）：{path}" },
  unexpected: { en: "Unexpected outcome: see the table.", zh: "结果与预期不符，请看上表。" },
} as const;

/** The lines that are wrong on purpose: their external_id and the wrong field. */
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

const language = detectLanguage(getLanguageSources());
setLanguage(language);
const job = mkdtempSync(join(tmpdir(), "feishu-hire-start-"));
try {
  runImport(job);
  const created: Created[] = readLines(join(job, "created.jsonl"));
  const rejected: Rejected[] = readLines(join(job, "rejected.jsonl"));
  const rows = [
    ...created
      .sort((a, b) => a.line - b.line)
      .map(({ external_id, id }) => [external_id, translate(messages.created), id]),
    ...rejected.map(({ external_id, _rejected }) => [
      external_id,
      translate(messages.rejected),
      _rejected.reason,
    ]),
  ];
  process.stdout.write(
    formatTable([["external_id", translate(messages.outcome), translate(messages.idOrReason)], ...rows]),
  );

  const fields = Object.fromEntries(
    rejected.map(({ external_id, _rejected }) => [external_id, _rejected.field]),
  );
  const expected = isDeepStrictEqual(fields, WRONG_ON_PURPOSE);
  process.stdout.write(`\n\n${translate(expected ? messages.asExpected : messages.unexpected)}\n`);
  process.stdout.write(`${translate(messages.report, { path: join(job, "report.html") })}\n`);
  process.exitCode = expected ? 0 : 1;
} catch (error) {
  rmSync(job, { recursive: true });
  throw error;
}

/** Runs the command as a user types it. It exits with 1, because some lines are rejected. */
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
    "--lang",
    language,
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
