import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  DuplicateIds,
  describeProblem,
  Phrase,
  type PhraseValue,
  type RowProblem,
  readInterviews,
} from "../../src/importer/index.js";
import { bodyPhrases } from "../../src/importer/messages/bodies.js";
import { idPhrases } from "../../src/importer/messages/ids.js";
import { inputPhrases } from "../../src/importer/messages/inputs.js";
import { jobPhrases } from "../../src/importer/messages/jobs.js";
import { jsonPhrases } from "../../src/importer/messages/json.js";
import { reasonPhrases } from "../../src/importer/messages/reasons.js";
import { rowPhrases } from "../../src/importer/messages/rows.js";
import { timePhrases } from "../../src/importer/messages/times.js";
import { words } from "../../src/importer/messages/words.js";
import type { Message } from "../../src/messages/message.js";
import { SAMPLES, type Sample } from "./support/problem-samples.js";

const folder = await mkdtemp(join(tmpdir(), "problems-"));
afterAll(() => rm(folder, { recursive: true }));

/** From a file: what can be read only once is not surveyed. */
async function listProblems({ name, text, options }: Sample): Promise<RowProblem[]> {
  const path = join(folder, name);
  await writeFile(path, text);
  const ids = new DuplicateIds(text.length);
  const found: RowProblem[] = [];
  for await (const row of readInterviews(path, options)) {
    const duplicate = ids.check(row);
    found.push(...row.warnings, ...row.problems, ...(duplicate ? [duplicate] : []));
  }
  return found;
}

const AREAS = [
  ...[words, rowPhrases, idPhrases, timePhrases, bodyPhrases, jsonPhrases],
  ...[inputPhrases, jobPhrases, reasonPhrases],
];
const CATALOGUE: Readonly<Record<string, Message>> = Object.assign({}, ...AREAS);

const problems = await Promise.all(
  SAMPLES.map(async (sample) => ({
    name: sample.name,
    phrases: (await listProblems(sample)).map(describeProblem),
  })),
);

function listKeys(value: PhraseValue | readonly PhraseValue[]): string[] {
  if (Array.isArray(value)) return value.flatMap(listKeys);
  if (!(value instanceof Phrase)) return [];
  return [value.key, ...Object.values(value.params).flatMap(listKeys)];
}

/** Catalogue entries that no sample leads to, such as those that take 16 MB: as they are written. */
function listOthers(shown: ReadonlySet<string>): string[] {
  return Object.entries(CATALOGUE)
    .filter(([key]) => !shown.has(key))
    .map(([key, { en, zh }]) => `${key}\n${typeof en === "string" ? en : `${en.one}\n${en.other}`}\n${zh}`);
}

describe("the texts of the importer", () => {
  it("read well in both languages", async () => {
    const shown = new Set(problems.flatMap(({ phrases }) => phrases.flatMap(listKeys)));
    const sections = problems.map(({ name, phrases }) =>
      [`# ${name}`, ...phrases.map((phrase) => `${phrase.format("en")}\n${phrase.format("zh")}`)].join(
        "\n\n",
      ),
    );
    const others = ["# all others, as they are written", ...listOthers(shown)].join("\n\n");
    await expect(`${[...sections, others].join("\n\n")}\n`).toMatchFileSnapshot("snapshots/problems.txt");
  });

  it("are named by keys that no two of them share", () => {
    const keys = AREAS.flatMap(Object.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
