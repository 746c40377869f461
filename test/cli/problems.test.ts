import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  assertColumnsKnown,
  DuplicateIds,
  describeProblem,
  InputError,
  Phrase,
  type PhraseValue,
  readInterviews,
  readMapping,
} from "../../src/importer/index.js";
import { MISALIGNED_FIELD } from "../../src/importer/input/table/schema/rejected-columns.js";
import { bodyPhrases } from "../../src/importer/messages/bodies.js";
import { idPhrases } from "../../src/importer/messages/ids.js";
import { inputPhrases } from "../../src/importer/messages/inputs.js";
import { jobPhrases } from "../../src/importer/messages/jobs.js";
import { jsonPhrases } from "../../src/importer/messages/json.js";
import { mappingPhrases } from "../../src/importer/messages/mappings.js";
import { reasonPhrases } from "../../src/importer/messages/reasons.js";
import { rowPhrases } from "../../src/importer/messages/rows.js";
import { timePhrases } from "../../src/importer/messages/times.js";
import { words } from "../../src/importer/messages/words.js";
import { LANGUAGES, type Language } from "../../src/messages/language.js";
import type { Message } from "../../src/messages/message.js";
import { INPUT_SAMPLES, type InputSample } from "./support/input-samples.js";
import { SAMPLES } from "./support/problem-samples.js";

const root = await mkdtemp(join(tmpdir(), "problems-"));
afterAll(() => rm(root, { recursive: true }));

/** All that is said of an input. From a file: what can be read only once is not surveyed. */
async function listPhrases({
  text,
  options,
  mapping,
  files = {},
}: Omit<InputSample, "name">): Promise<Phrase[]> {
  const folder = await mkdtemp(join(root, "sample-"));
  const all = { table: text, "table.map.yaml": mapping ?? "", ...files };
  for (const [name, content] of Object.entries(all)) await writeFile(join(folder, name), content);
  const ids = new DuplicateIds(text.length);
  const found: Phrase[] = [];
  try {
    const read = mapping === undefined ? undefined : await readMapping(join(folder, "table.map.yaml"));
    const input = readInterviews(join(folder, "table"), { ...options, mapping: read });
    for await (const row of input) {
      const duplicate = ids.check(row);
      const problems = [...row.warnings, ...row.problems, ...(duplicate ? [duplicate] : [])];
      found.push(...problems.map(describeProblem));
    }
    found.push(...input.warnings);
    assertColumnsKnown(input);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    found.push(...error.phrases);
  }
  return found;
}

/** Without the folder, which has another name each time. */
const format = (phrase: Phrase, language: Language): string =>
  phrase.format(language).replaceAll(/[^\s(“]*\/sample-\w+\//g, "");

const AREAS = [
  ...[words, rowPhrases, idPhrases, timePhrases, bodyPhrases, jsonPhrases],
  ...[inputPhrases, mappingPhrases, jobPhrases, reasonPhrases],
];
const CATALOGUE: Readonly<Record<string, Message>> = Object.assign({}, ...AREAS);

const problems = await Promise.all(
  [...SAMPLES, ...INPUT_SAMPLES].map(async (sample) => ({
    name: sample.name,
    phrases: await listPhrases(sample),
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

/** Without what is found in a file, what a program has said, what is written into a file, and commands. */
function withoutTerms(text: string): string {
  return text
    .replaceAll(/“[^“”]*”|（原始信息：.*?）|blank: \[.*?\]/g, "“”")
    .replaceAll(/(feishu-hire|--)[\w -]+/g, "");
}

function isCellCount({ expected }: Phrase["params"]): boolean {
  return expected instanceof Phrase && expected.key === "cellCount";
}

describe("the texts of the importer", () => {
  it("read well in both languages", async () => {
    const shown = new Set(problems.flatMap(({ phrases }) => phrases.flatMap(listKeys)));
    const sections = problems.map(({ name, phrases }) =>
      [`# ${name}`, ...phrases.map((phrase) => `${format(phrase, "en")}\n${format(phrase, "zh")}`)].join(
        "\n\n",
      ),
    );
    const others = ["# all others, as they are written", ...listOthers(shown)].join("\n\n");
    await expect(`${[...sections, others].join("\n\n")}\n`).toMatchFileSnapshot("snapshots/problems.txt");
  });

  it("have no English in Chinese, and no list with commas", () => {
    const texts = problems.flatMap(({ phrases }) => phrases.map((phrase) => format(phrase, "zh")));
    expect(texts.filter((text) => /[a-z]{2,} [a-z]{2,}|\w, \w/i.test(withoutTerms(text)))).toEqual([]);
  });

  it("name no field that a person does not have", async () => {
    const misaligned = problems.flatMap(({ phrases }) => phrases.filter(({ params }) => isCellCount(params)));
    expect(misaligned.length).toBeGreaterThan(0);
    const texts = misaligned.flatMap((phrase) => LANGUAGES.map((language) => format(phrase, language)));
    expect(texts.filter((text) => text.includes(MISALIGNED_FIELD))).toEqual([]);
  });

  it("are named by keys that no two of them share", () => {
    const keys = AREAS.flatMap(Object.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
