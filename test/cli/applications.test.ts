import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { readLookup } from "../../src/importer/input/mapping/rows/lookup-table.js";
import { applicationNotes } from "../../src/importer/messages/columns.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { formatTextRows, writeWorkbook } from "../importer/input/xlsx/make-workbook.js";
import { createEmptyDirectory } from "../importer/support/job-directory.js";
import { inputError, phraseWith } from "../importer/support/phrases.js";
import { createClient } from "../importer/support/run.js";
import { getEnvironment } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { runInProcess } from "./support/run-in-process.js";

afterEach(() => vi.unstubAllEnvs());

const talent = (number: number) => `69606632409259${String(number).padStart(5, "0")}`;

/** A Feishu whose talents have one application each, and a folder with a list of them. */
async function prepare(count: number) {
  const feishu = await startTestFeishu({
    rateLimit: false,
    talents: Array.from({ length: count }, (_, i) => talent(i)),
  });
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { id } = await createClient(feishu).externalApplications.create({
      external_id: `a${i}`,
      talent_id: talent(i),
      job_title: `Java\nengineer, ${i}`,
      create_time: 0,
    });
    ids.push(id);
  }
  for (const [name, value] of Object.entries(getEnvironment(feishu))) vi.stubEnv(name, value);
  const folder = await createEmptyDirectory();
  const talents = join(folder, "talents.csv");
  const rows = Array.from({ length: count }, (_, i) => `Lin Xia,${talent(i)}\n`).join("");
  await writeFile(talents, `name,人才 ID\n${rows}`);
  return { feishu, ids, folder, talents, output: join(folder, "applications.csv") };
}

const run = (...args: string[]) => runInProcess(["applications", ...args], "en");
const listsOf = (feishu: TestFeishu) => feishu.requestCounts.listExternalApplications ?? 0;

it("lists each talent's application, as a mapping's lookup reads it", async () => {
  const { ids, talents, output } = await prepare(30);
  expect(await run(talents, "--output", output)).toMatchObject({ exitCode: 0 });
  expect([...(await readLookup("applications.csv", output))]).toEqual(ids.map((id, i) => [talent(i), id]));
  const [, first = ""] = (await readFile(output, "utf8")).split("\r\n");
  expect(first).toBe(`"=""${talent(0)}""","=""${ids[0]}""","Java engineer, 0",,1970-01-01T00:00:00.000Z,,`);
});

it.each([0.3, 0.5, 0.999])("continues a file that was cut off, at %d of it", async (share) => {
  const { feishu, talents, output } = await prepare(30);
  await run(talents, "--output", output);
  const whole = await readFile(output, "utf8");
  await writeFile(output, whole.slice(0, whole.length * share));
  const before = listsOf(feishu);
  await run(talents, "--output", output);
  expect(await readFile(output, "utf8")).toBe(whole);
  expect(listsOf(feishu) - before).toBeLessThan(30 * (1 - share) + 3);
});

it("says which talents have none, and which do not exist, and ends with 1", async () => {
  const { feishu, talents, output } = await prepare(2);
  for (const { application } of feishu.applications)
    if (application.talent_id === talent(1))
      await createClient(feishu).externalApplications.delete(application.id);
  await writeFile(talents, `talent_id\n=" ${talent(0)}"\n${talent(1)}\n${talent(7)}\n${talent(0)}\n`);
  const { exitCode, printed } = await run(talents, "--output", output);
  expect(exitCode).toBe(1);
  expect(printed.match(/\d+$/gm)).toEqual(["3", "1", "0", "1", "1"]);
  expect([...(await readLookup("applications.csv", output)).keys()]).toEqual([talent(0)]);
  for (const [number, exitCode] of [
    [0, 0],
    [1, 1],
    [7, 1],
  ] as const) {
    await writeFile(`${talents}.one.csv`, `talent_id\n${talent(number)}\n`);
    expect(await run(`${talents}.one.csv`), `talent ${number}`).toMatchObject({ exitCode });
  }
  const again = await run(talents, "--output", output);
  expect({ ...again, printed: again.printed.match(/\d+$/gm) }).toMatchObject({
    exitCode: 1,
    printed: ["3", "1", "0", "1", "1"],
  });
});

it("writes its notes in the language of the command, and knows them in the other", async () => {
  const { talents, output } = await prepare(1);
  await writeFile(talents, `talent_id\n${talent(5)}\n${talent(6)}\n${talent(7)}\n`);
  const readNotes = async () =>
    (await readFile(output, "utf8")).split("\r\n").flatMap((line) => /,([^,"]+)$/.exec(line)?.[1] ?? []);
  const { noTalent } = applicationNotes;
  await runInProcess(["applications", talents, "--output", output], "zh");
  expect(await readNotes()).toEqual(["note", noTalent.zh, noTalent.zh, noTalent.zh]);
  expect((await run(talents, "--output", output)).printed.match(/\d+$/gm)).toEqual(["3", "0", "0", "0", "3"]);
  // The last talent of a run before may be incomplete.
  expect(await readNotes()).toEqual(["note", noTalent.zh, noTalent.zh, noTalent.en]);
});

it("counts and marks talents with several applications, one of which a lookup needs, also when it continues", async () => {
  const { feishu, ids, talents, output } = await prepare(4);
  const other = { talent_id: talent(1), job_title: "Designer", create_time: 0 };
  await createClient(feishu).externalApplications.create({ external_id: "other", ...other });
  const countSeveral = async () =>
    /several applications +(\d+)/.exec((await run(talents, "--output", output)).printed)?.[1];
  expect(await countSeveral()).toBe("1");
  const lines = (await readFile(output, "utf8")).split("\r\n");
  const marked = lines.filter((line) => !line.endsWith(",")).slice(1, -1);
  expect(marked).toHaveLength(2);
  expect(marked[0]).toContain(ids[1]);
  expect(await countSeveral()).toBe("1");
  await writeFile(output, lines.filter((line) => !line.includes("Designer")).join("\r\n"));
  expect((await readLookup("applications.csv", output)).get(talent(1))).toBe(ids[1]);
});

it("reads a column of a workbook, and rejects an id that is a number", async () => {
  const { ids, output } = await prepare(1);
  const text = writeWorkbook({
    sheets: [
      {
        rows: formatTextRows([
          ["人才", "备注"],
          [talent(0), ""],
        ]),
      },
    ],
  });
  await expect(run(text, "--output", output)).rejects.toThrow(
    inputError("unclearTalents", {
      columns: ["人才", "备注"].map((name) => phraseWith("quoted", { text: name })),
    }),
  );
  await run(text, "--column", "人才", "--output", output);
  expect(await readFile(output, "utf8")).toContain(ids[0]);
  const number = `${formatTextRows([["talent_id"]])}<row><c><v>6.96066324092595E+18</v></c></row>`;
  await expect(run(writeWorkbook({ sheets: [{ rows: number }] }))).rejects.toThrow(
    inputError("problem", {
      place: phraseWith("cellOfSheet", { cell: "A2" }),
      expected: phraseWith("idAsText"),
      received: phraseWith("lostDigits"),
    }),
  );
});

it("rejects a row that is damaged, whatever its id looks like", async () => {
  const { feishu, talents } = await prepare(1);
  await writeFile(talents, `name,talent_id\nLin Xia,"${talent(0)}\n`);
  await expect(run(talents)).rejects.toThrow(
    inputError("problem", {
      place: phraseWith("line", { line: 2 }),
      expected: phraseWith("quotesAroundCells"),
    }),
  );
  expect(listsOf(feishu)).toBe(0);
});

it("does not write over a file of somebody else's, and sends nothing in a dry run", async () => {
  const { feishu, talents, output } = await prepare(1);
  await writeFile(output, "mine");
  await expect(run(talents, "--output", output)).rejects.toThrow(output);
  expect(await readFile(output, "utf8")).toBe("mine");
  expect(await run(talents, "--dry-run")).toMatchObject({ exitCode: 0 });
  expect(listsOf(feishu)).toBe(0);
});
