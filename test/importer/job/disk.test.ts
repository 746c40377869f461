import fs from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { JobError } from "../../../src/importer/index.js";
import { feishuFor } from "../../testing/feishu.js";
import { interviews } from "../support/interviews.js";
import { emptyFolder, jobFolder, outcomeFilesOf } from "../support/job-folder.js";
import { expectTheTruth } from "../support/oracle.js";
import { runImport } from "../support/run.js";

/** From the nth write to a journal on the disk is full; of that one, half still finds room. */
function fillDiskAtWrite(nth: number): { free: () => void } {
  let writes = 0;
  const { appendFileSync } = fs;
  const spy = vi.spyOn(fs, "appendFileSync").mockImplementation((file, data) => {
    writes++;
    if (writes < nth) return appendFileSync(file, data);
    if (writes === nth) appendFileSync(file, String(data).slice(0, String(data).length / 2));
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  });
  syncBuiltinESMExports();
  const free = () => {
    spy.mockRestore();
    syncBuiltinESMExports();
  };
  onTestFinished(free);
  return { free };
}

test("whichever write meets the full disk, the run stops, and goes on when there is room again", async () => {
  for (let nth = 1; nth <= 9; nth++) {
    const feishu = await feishuFor();
    const job = await jobFolder();
    const disk = fillDiskAtWrite(nth);
    const run = runImport(feishu, job, interviews(4), { concurrency: 1 });
    await expect(run, `full at write ${nth}`).rejects.toThrow(JobError);
    await expect(run).rejects.toThrow("ENOSPC");
    expect(feishu.interviewCount, "nothing is sent whose intent is not on disk").toBe(
      Math.max(0, Math.floor((nth - 1) / 2)),
    );
    disk.free();
    const again = await runImport(feishu, job, interviews(4));
    expectTheTruth(feishu, job, again);
    expect(again.report).toMatchObject({ status: "finished", createdTotal: 4 });
  }
});

test("with many in flight, a full disk stops all of them", async () => {
  const feishu = await feishuFor({ rateLimit: false });
  const job = await jobFolder();
  const disk = fillDiskAtWrite(6);
  await expect(runImport(feishu, job, interviews(200), { concurrency: 20 })).rejects.toThrow(JobError);
  expect(feishu.interviewCount).toBeLessThan(200);
  disk.free();
  const again = await runImport(feishu, job, interviews(200));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", createdTotal: 200 });
});

test.each(["created.jsonl", "unknown.jsonl", "rejected.jsonl", "report.json"])(
  "a %s that cannot be written is told, and the journal has it all",
  async (name) => {
    const feishu = await feishuFor();
    const job = await jobFolder();
    await runImport(feishu, job, interviews(1));
    await rm(join(job, name));
    await mkdir(join(job, name, "in the way"), { recursive: true });
    const run = runImport(feishu, job, interviews(2));
    await expect(run).rejects.toThrow(JobError);
    await expect(run).rejects.toThrow(name);
    expect(feishu.interviewCount).toBe(2);
  },
);

test("rejected rows that cannot be put in their place, as where it is open in Excel, are kept beside it", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  const place = join(job, "rejected.jsonl");
  await mkdir(join(place, "in the way"), { recursive: true });
  const rows = [...interviews(1), { external_application_id: "" }];
  await expect(runImport(feishu, job, rows)).rejects.toThrow(`${place}.part`);
  expect(await readFile(`${place}.part`, "utf8")).toContain('"external_application_id":""');
  expect(JSON.parse(await readFile(join(job, "report.json"), "utf8"))).toMatchObject({
    created: 1,
    rejected: 1,
  });
});

test("a run that comes to nothing leaves the rejected rows of the one before", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  await runImport(feishu, job, [...interviews(1), { external_application_id: "" }]);
  const before = outcomeFilesOf(job).rejected;
  expect(before).toHaveLength(1);
  const clientOptions = { appSecret: "wrong" };
  await runImport(feishu, job, interviews(3).slice(1), { clientOptions });
  await runImport(feishu, job, []);
  expect(outcomeFilesOf(job).rejected).toEqual(before);
  await runImport(feishu, job, interviews(3));
  expect(outcomeFilesOf(job).rejected).toEqual([]);
});

test("a directory that cannot be one is told as the job's fault", async () => {
  const feishu = await feishuFor();
  const path = join(await emptyFolder(), "file");
  await writeFile(path, "");
  await expect(runImport(feishu, path, interviews(1))).rejects.toThrow(JobError);
  await expect(runImport(feishu, join(path, "job"), interviews(1))).rejects.toThrow(JobError);
});
