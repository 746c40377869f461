import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, findChoices, listColumns } from "../../table/schema/table-schema.js";
import type { ColumnProfile } from "./column-profile.js";
import type { GuessedColumns } from "./guess-columns.js";
import { quoteYaml } from "./quote-yaml.js";
import { isLeftOut, SAFE_WORDS } from "./safe-words.js";

/** Words of a column that is not used are shown only if they are few: names and comments are not. */
const MAX_SHOWN_WORDS = 8;

const HEAD = `# Left of a colon: a name of this tool. Right of it: the name of a column of your file, as in its first row.
# A line that begins with # is a remark. A name with a colon and a space, or a #, in it must be in "quotes".
# Fill in what is blank to the right of a colon; then run: feishu-hire validate FILE
# 冒号左边是本工具的名称，右边是您文件中的列名（与第一行写法一致）。以 # 开头的是说明。
# 请填写冒号右边的空白，然后运行：feishu-hire validate FILE
`;

/** Lines of a draft, and how many of them a person must complete. */
class DraftLines {
  readonly #lines: string[] = [];
  blanks = 0;

  add(line: string, remark = ""): void {
    this.#lines.push(remark === "" ? line : `${line}  # ${remark.replaceAll(/\s+/g, " ")}`);
  }

  addBlank(line: string, remark: string): void {
    this.blanks++;
    this.add(line, remark);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

export function writeDraft(guessed: GuessedColumns, file: string): { text: string; blanks: number } {
  const lines = new DraftLines();
  for (const { name } of listColumns(INTERVIEW_SCHEMA)) {
    const column = guessed.targets.get(name);
    if (column) addTarget(lines, name, column);
    else if (name === "external_application_id") addMissingApplication(lines);
    else if (name === "username" && guessed.nameParts.length > 0) addName(lines, guessed.nameParts);
    else if (name === "end_time" && guessed.duration) addDuration(lines, guessed.duration);
  }
  addTimes(lines, guessed);
  addLeftOut(lines, guessed);
  addOthers(lines, guessed.others);
  return { text: HEAD.replaceAll("FILE", quoteFile(file)) + lines.toString(), blanks: lines.blanks };
}

function quoteFile(file: string): string {
  return file.includes(" ") ? `"${file}"` : file;
}

function addTarget(lines: DraftLines, name: ColumnName, column: ColumnProfile): void {
  if (name === "conclusion" || name === "participate_status") addWords(lines, name, column);
  else if (name === "external_application_id" && column.foreignId !== undefined) {
    lines.add(`${name}:`);
    lines.add(`  column: ${quoteYaml(column.name)}`);
    lines.addBlank(
      "  lookup:",
      "a CSV of two columns, beside this file: the id here, Feishu's id (两列的 CSV：原 ID、飞书外部投递 ID)",
    );
  } else lines.add(`${name}: ${quoteYaml(column.name)}`);
}

function addMissingApplication(lines: DraftLines): void {
  lines.addBlank(
    "external_application_id:",
    "the column with Feishu's id of the application (外部投递 ID 所在的列)",
  );
}

function addWords(lines: DraftLines, name: "conclusion" | "participate_status", column: ColumnProfile): void {
  lines.add(`${name}:`);
  lines.add(`  column: ${quoteYaml(column.name)}`);
  if (!column.words) return;
  const words = [...column.words].filter(([word]) => !isLeftOut(word));
  if (words.length === 0) return;
  const choices = findChoices(INTERVIEW_SCHEMA, name);
  lines.add("  values:", `one of ${choices?.list.map(String).join(", ")}`);
  for (const [word, count] of words) {
    const known = SAFE_WORDS[name].get(word.toLowerCase());
    const own = /^\d+$/.test(word) || choices?.find(word) === undefined ? undefined : word;
    const key = `    ${quoteYaml(word)}:`;
    const meaning = known ?? own;
    if (meaning !== undefined) lines.add(`${key} ${quoteYaml(meaning)}`, String(count));
    else lines.addBlank(key, String(count));
  }
}

function addName(lines: DraftLines, parts: readonly ColumnProfile[]): void {
  lines.add("username:");
  lines.add(`  text: ${JSON.stringify(parts.map(({ name }) => `{${name}}`).join(" "))}`);
}

function addDuration(lines: DraftLines, { name }: ColumnProfile): void {
  lines.add("end_time:");
  lines.add(`  minutes: ${quoteYaml(name)}`, "after begin_time (begin_time 之后的分钟数)");
}

function addTimes(lines: DraftLines, { targets }: GuessedColumns): void {
  const columns = [targets.get("begin_time"), targets.get("end_time")].flatMap((column) => column ?? []);
  const date = columns.map(({ unorderedDate }) => unorderedDate).find((example) => example !== undefined);
  if (columns.some(({ hasLocalTimes }) => hasLocalTimes))
    lines.addBlank("time_zone:", "such as Asia/Shanghai (例如 Asia/Shanghai)");
  if (date !== undefined) lines.addBlank("date_order:", `month/day/year or day/month/year, for ${date}`);
}

function addLeftOut(lines: DraftLines, { targets }: GuessedColumns): void {
  const column = targets.get("participate_status");
  const words = [...(column?.words ?? [])].filter(([word]) => isLeftOut(word));
  if (!column || words.length === 0) return;
  lines.add("leave_out:", "rows that are not imported, and counted (不导入的行)");
  const count = words.reduce((sum, [, times]) => sum + times, 0);
  lines.add(
    `  ${quoteYaml(column.name)}: [${words.map(([word]) => quoteYaml(word)).join(", ")}]`,
    String(count),
  );
}

function addOthers(lines: DraftLines, others: readonly ColumnProfile[]): void {
  if (others.length === 0) return;
  lines.add("");
  lines.add(
    "# Columns that are not used. Remove the # before those that hold an answer, and before dimensions:",
  );
  lines.add("# 未使用的列。如果某列是评价，请删除它和 dimensions 前面的 #：");
  lines.add("# dimensions:");
  for (const column of others) {
    lines.add(`#   - column: ${quoteYaml(column.name)}`, describeCells(column));
    lines.add(`#     type: ${guessType(column)}`, "Score, SingleChoice, MultipleChoice or Description");
  }
}

function describeCells({ filled, words }: ColumnProfile): string {
  const isNumeric = [...(words?.keys() ?? ["-"])].every((word) => /^[\d.]+$/.test(word));
  if (!words || words.size > MAX_SHOWN_WORDS || (words.size === filled && !isNumeric))
    return `${filled} filled`;
  return [...words].map(([word, count]) => `${word} (${count})`).join(", ");
}

function guessType({ words, filled }: ColumnProfile): string {
  if (!words || filled === 0) return "Description";
  const all = [...words.keys()];
  if (all.every((word) => /^\d+$/.test(word))) return "Score";
  return all.length <= MAX_SHOWN_WORDS && all.length < filled ? "SingleChoice" : "Description";
}
