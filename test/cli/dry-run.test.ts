import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translate } from "../../src/cli/language/translate.js";
import { dryRunMessages } from "../../src/cli/messages/commands/dry-run.js";
import { importMessages } from "../../src/cli/messages/commands/import.js";
import { programMessages } from "../../src/cli/messages/program.js";
import { buildWithoutKey } from "../importer/support/interviews.js";
import { startTestFeishu } from "../testing/feishu.js";
import { CSV, createFolder } from "./support/command.js";

test("a dry run shows the first interviews as they are read, as JSON as they would be sent, and sends nothing", async () => {
  const feishu = await startTestFeishu();
  const rows = ["a", "a", "b", "c"].map((name) => `${JSON.stringify(buildWithoutKey(name))}\n`).join("");
  const { run } = await createFolder("history.jsonl", rows);
  const dry = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "lever"]);
  const count = translate(programMessages.interviews, { count: 4 });
  const counts = translate(importMessages.wouldSendMore, { interviews: count, shown: 3, invalid: 0 });
  expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining(counts) });
  const shown = dry.stdout.match(/lever:\w+/g);
  expect(new Set(shown).size).toBe(3);
  const json = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "lever", "--json"]);
  const events = json.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ event, body }) => [event, body.external_id])).toEqual(
    shown?.map((id) => ["request", id]),
  );
  await run(["import", "history.jsonl", "--id-namespace", "lever"], feishu);
  const sent = feishu.interviews.map(({ externalId }) => externalId);
  expect(sent).toEqual(expect.arrayContaining(shown ?? []));
});

test("a dry run needs a namespace for rows without an id, and takes the job's", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("history.jsonl", `${JSON.stringify(buildWithoutKey("a"))}\n`);
  const without = await run(["import", "history.jsonl", "--dry-run"]);
  expect(without).toMatchObject({ code: 3, stderr: expect.stringContaining("--id-namespace") });
  await run(["import", "history.jsonl", "--id-namespace", "lever"], feishu);
  const [sent] = feishu.interviews;
  const again = await run(["import", "history.jsonl", "--dry-run", "--json"]);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain(`"external_id":"${sent?.externalId}"`);
  const other = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "moka"]);
  expect(other.code).toBe(3);
});

test("a dry run takes another namespace as long as nothing has been sent, as the import does", async () => {
  const feishu = await startTestFeishu();
  const invalid = JSON.stringify({ ...buildWithoutKey("a"), begin_time: "never" });
  const { cwd, run } = await createFolder("history.jsonl", `${invalid}\n`);
  await run(["import", "history.jsonl", "--id-namespace", "mistyped"], feishu);
  await writeFile(join(cwd, "history.jsonl"), `${JSON.stringify(buildWithoutKey("a"))}\n`);
  const dry = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "right"]);
  expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining("right:") });
  expect((await run(["import", "history.jsonl", "--dry-run"])).code).toBe(3);
});

test("a dry run is refused if the import would be, for another time zone", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  expect((await run(["import", "history.csv", "--time-zone", "Asia/Shanghai"], feishu)).code).toBe(0);
  const dryRun = ["import", "history.csv", "--dry-run", "--time-zone"];
  expect((await run([...dryRun, "Asia/Shanghai"])).code).toBe(0);
  expect(await run([...dryRun, "Europe/Berlin"])).toMatchObject({ code: 3, stdout: "" });
});

test("a dry run shows three interviews, whatever their ids", async () => {
  const bodies = [
    { ...buildWithoutKey("a"), external_id: "1" },
    ...["b", "c", "d"].map((name) => buildWithoutKey(name)),
  ];
  const { run } = await createFolder(
    "history.jsonl",
    bodies.map((body) => `${JSON.stringify(body)}\n`).join(""),
  );
  const dry = await run(["import", "history.jsonl", "--dry-run", "--json"]);
  expect(dry.stdout.match(/"event":"request"/g)).toHaveLength(3);
});

test("a dry run after a run counts what the next would do", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\ni2,7,3\n`);
  await run(["import", "history.csv"], feishu);
  await writeFile(join(cwd, "history.csv"), `${CSV}i1,7,2\ni2,7,1\ni3,7,2\n`);
  const dry = await run(["import", "history.csv", "--dry-run", "--update", "--json"]);
  const events = dry.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.at(-1)).toEqual({
    event: "job",
    job: "history.csv.import",
    create: 1,
    skip: 1,
    changed: 1,
    unknown: 0,
    postponed: 0,
  });
  expect(dry.stderr).toContain(translate(dryRunMessages.overwritten));
  expect(feishu.interviewCount).toBe(2);
});

test("a dry run reports what validating reports: problems, warnings and duplicates", async () => {
  const { run } = await createFolder("history.csv", `${CSV}i1,6960663240925950000,2\ni2,7,nine\n\ni1,7,3\n`);
  const validated = await run(["validate", "history.csv"]);
  const dry = await run(["import", "history.csv", "--dry-run"]);
  expect(validated.code).toBe(1);
  expect(dry.code).toBe(1);
  expect(validated.stdout).toMatch(/history\.csv: problem: line 3, conclusion/);
  for (const line of validated.stdout.trimEnd().split("\n")) expect(dry.stdout).toContain(line);
});
