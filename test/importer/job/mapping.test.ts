import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInterviews, readMapping } from "../../../src/importer/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { createEmptyDirectory, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { jobError } from "../support/phrases.js";
import { runImport } from "../support/run.js";
import { HOUR_MS, undo } from "../undo/support.js";

const MAPPING = "external_id: Id\nexternal_application_id: App\n";
const TABLE = "Id,App,Name\ni1,6960663240925956437,张三\n";

test("all runs of a job must have a mapping of the same meaning", async () => {
  const feishu = await startTestFeishu();
  const [folder, job] = [await createEmptyDirectory(), await reserveJobDirectory()];
  const open = async (mapping: string) => {
    await writeFile(join(folder, "a.csv"), TABLE);
    await writeFile(join(folder, "map.yaml"), mapping);
    const read = await readMapping(join(folder, "map.yaml"));
    return readInterviews(join(folder, "a.csv"), { format: "csv", mapping: read });
  };
  expect((await runImport(feishu, job, await open(MAPPING))).report.created).toBe(1);
  const changed = runImport(feishu, job, await open(`${MAPPING}username: Name\n`));
  await expect(changed).rejects.toThrow(jobError("otherMapping", { job }));
  const plain = join(folder, "plain.csv");
  await writeFile(plain, "external_id,external_application_id\ni2,6960663240925956437\n");
  const unmapped = runImport(feishu, job, readInterviews(plain, { format: "csv" }));
  await expect(unmapped).rejects.toThrow(jobError("otherMapping", { job }));
  const commented = await runImport(feishu, job, await open(`# a comment\n\n${MAPPING}`));
  expect(commented.report).toMatchObject({ status: "finished", skipped: 1 });
  expect(readOutcomeFiles(job).created).toHaveLength(1);
});

test("a job of which Feishu has nothing any more takes another mapping", async () => {
  const feishu = await startTestFeishu();
  const [folder, job] = [await createEmptyDirectory(), await reserveJobDirectory()];
  const open = async (mapping: string) => {
    await writeFile(join(folder, "a.csv"), `${TABLE}i2,6960663240925956437,李四\n`);
    await writeFile(join(folder, "map.yaml"), mapping);
    const read = await readMapping(join(folder, "map.yaml"));
    return readInterviews(join(folder, "a.csv"), { format: "csv", mapping: read });
  };
  const named = `${MAPPING}username: Name\n`;
  feishu.faults.push({ kind: "failure", code: 1002002, when: ({ externalId }) => externalId === "i2" });
  expect((await runImport(feishu, job, await open(MAPPING))).report).toMatchObject({
    created: 1,
    rejected: 1,
  });
  await expect(runImport(feishu, job, await open(named))).rejects.toThrow(jobError("otherMapping", { job }));
  await undo(feishu, job);
  feishu.clock.advance(25 * HOUR_MS);
  expect((await runImport(feishu, job, await open(named))).report).toMatchObject({
    created: 2,
    createdTotal: 2,
  });
  await expect(runImport(feishu, job, await open(MAPPING))).rejects.toThrow(
    jobError("otherMapping", { job }),
  );
});

test("a conflict about an id names the file's own column", async () => {
  const feishu = await startTestFeishu();
  const [folder, job] = [await createEmptyDirectory(), await reserveJobDirectory()];
  const run = async (name: string) => {
    await writeFile(join(folder, "a.csv"), `Id,App,Name\ni1,6960663240925956437,${name}\n`);
    await writeFile(join(folder, "map.yaml"), `${MAPPING}username: Name\n`);
    const mapping = await readMapping(join(folder, "map.yaml"));
    return runImport(feishu, job, readInterviews(join(folder, "a.csv"), { format: "csv", mapping }));
  };
  expect((await run("张三")).report.created).toBe(1);
  expect((await run("李四")).report.rejections.map(({ field }) => field)).toEqual(["Id"]);
});
