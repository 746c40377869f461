import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { OpenJournalFile } from "../../../src/importer/index.js";
import { openJournalFile } from "../../../src/importer/job/journal/journal-file.js";
import { buildProgram, start } from "../../support/program.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews } from "../support/interviews.js";
import { createEmptyDirectory, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { jobError, phraseWith } from "../support/phrases.js";
import { runImport } from "../support/run.js";

const FULL = jobError("cannotWriteJournal", { reason: "ENOSPC" });

/** A disk that is full from the nth write to the journal: half of that one still fits. */
function fillDiskAtWrite(nth: number): OpenJournalFile {
  let writes = 0;
  return async (path) => {
    const file = await openJournalFile(path);
    return {
      ...file,
      append: (text) => {
        writes++;
        if (writes < nth) return file.append(text);
        if (writes === nth) file.append(text.slice(0, text.length / 2));
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    };
  };
}

test("a full disk stops the run at any write, and the job resumes once there is space", async () => {
  for (let nth = 1; nth <= 9; nth++) {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    const run = runImport(feishu, job, buildInterviews(4), {
      concurrency: 1,
      openJournalFile: fillDiskAtWrite(nth),
    });
    await expect(run, `full at write ${nth}`).rejects.toThrow(FULL);
    expect(feishu.interviewCount, "nothing is sent whose intent is not on disk").toBe(
      Math.max(0, Math.floor((nth - 1) / 2)),
    );
    const again = await runImport(feishu, job, buildInterviews(4));
    expectTheTruth(feishu, job, again);
    expect(again.report).toMatchObject({ status: "finished", createdTotal: 4 });
  }
});

test("a full disk stops all queued requests", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const options = { concurrency: 20, openJournalFile: fillDiskAtWrite(6) };
  await expect(runImport(feishu, job, buildInterviews(200), options)).rejects.toThrow(FULL);
  // Five writes fit, each with an intent for every request in flight at most.
  expect(feishu.interviewCount).toBeLessThanOrEqual(100);
  const again = await runImport(feishu, job, buildInterviews(200));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", createdTotal: 200 });
});

test("a full disk stops the run while it settles", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true });
  await runImport(feishu, job, buildInterviews(1), { clientOptions: { maxRetries: false } });
  const options = { settle: true, openJournalFile: fillDiskAtWrite(1) };
  await expect(runImport(feishu, job, buildInterviews(1), options)).rejects.toThrow(FULL);
});

test.each([
  ["created.jsonl", "cannotReplace"],
  ["unknown.jsonl", "cannotReplace"],
  ["rejected.jsonl", "cannotReplace"],
])("an error names a %s that cannot be written, and the journal has everything", async (name, key) => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(1));
  await rm(join(job, name));
  await mkdir(join(job, name, "in the way"), { recursive: true });
  const run = runImport(feishu, job, buildInterviews(2));
  await expect(run).rejects.toThrow(jobError(key, { path: join(job, name) }));
  expect(feishu.interviewCount).toBe(2);
});

test.each(["created.csv.part", "unknown.jsonl.part", "report.json.part"])(
  "if the disk has no room for %s, an error says that the run has ended, and the next one writes it",
  async (name) => {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    await runImport(feishu, job, buildInterviews(1));
    await mkdir(join(job, name));
    const path = join(job, name.replace(".part", ""));
    await expect(runImport(feishu, job, buildInterviews(2))).rejects.toThrow(
      jobError("cannotWriteFiles", { reason: phraseWith("cannotWrite", { path }) }),
    );
    await rmdir(join(job, name));
    const again = await runImport(feishu, job, buildInterviews(2));
    expectTheTruth(feishu, job, again);
    expect(again.report).toMatchObject({ skipped: 2, createdTotal: 2 });
  },
);

test.skipIf(process.platform === "win32")(
  "a file that does not fit on the disk does not replace the one before",
  async () => {
    const path = join(await createEmptyDirectory(), "created.jsonl");
    await writeFile(path, "before");
    const module = pathToFileURL((await buildProgram("src/importer/run/outcome-file.ts")).path);
    const script = `import { OutcomeFile } from ${JSON.stringify(module)};
      const file = new OutcomeFile(${JSON.stringify(path)});
      await file.write("x".repeat(5000));
      await file.finish();`;
    // Files can have one block.
    const args = [
      "-c",
      `ulimit -f 1 && exec "$0" "$@"`,
      process.execPath,
      "--input-type=module",
      "-e",
      script,
    ];
    expect(await start("sh", args).ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("JobError"),
    });
    expect(await readFile(path, "utf8")).toBe("before");
  },
);

test("rejected rows stay in a .part file if their file cannot be replaced", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const path = join(job, "rejected.jsonl");
  await runImport(feishu, job, []);
  await rm(path, { force: true });
  await mkdir(join(path, "in the way"), { recursive: true });
  const rows = [...buildInterviews(1), { external_application_id: "" }];
  await expect(runImport(feishu, job, rows)).rejects.toThrow(
    jobError("cannotReplace", { path, part: `${path}.part` }),
  );
  expect(await readFile(`${path}.part`, "utf8")).toContain('"external_application_id":""');
  expect(JSON.parse(await readFile(join(job, "report.json"), "utf8"))).toMatchObject({
    created: 1,
    rejected: 1,
  });
});

test("a run that does nothing keeps the rejected rows of the previous one", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [...buildInterviews(1), { external_application_id: "" }]);
  const before = readOutcomeFiles(job).rejected;
  expect(before).toHaveLength(1);
  const clientOptions = { appSecret: "wrong" };
  await runImport(feishu, job, buildInterviews(3).slice(1), { clientOptions });
  await runImport(feishu, job, []);
  expect(readOutcomeFiles(job).rejected).toEqual(before);
  expect(await readdir(job)).not.toContain("rejected.jsonl.part");
  await runImport(feishu, job, buildInterviews(3));
  expect(readOutcomeFiles(job).rejected).toEqual([]);
});

test("an unusable job directory is a JobError", async () => {
  const feishu = await startTestFeishu();
  const path = join(await createEmptyDirectory(), "file");
  await writeFile(path, "");
  for (const job of [path, join(path, "job")])
    await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(
      jobError("cannotUseJob", { job }),
    );
});
