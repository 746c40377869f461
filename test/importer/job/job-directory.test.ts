import { chmod, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type OpenJournalFile, undoJob, writeKeyFiles } from "../../../src/importer/index.js";
import { openJournalFile } from "../../../src/importer/job/journal/journal-file.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews } from "../support/interviews.js";
import { createEmptyDirectory, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { jobError } from "../support/phrases.js";
import { createClient, runImport } from "../support/run.js";

const POSIX = process.platform !== "win32";

describe("a job directory", () => {
  test("is created with its parents, for its owner only", async () => {
    const feishu = await startTestFeishu();
    const job = join(await createEmptyDirectory(), "a", "b", "job");
    expectTheTruth(feishu, job, await runImport(feishu, job, buildInterviews(2)));
    for (const path of POSIX ? [job, dirname(job), dirname(dirname(job))] : [])
      expect((await stat(path)).mode & 0o777, path).toBe(0o700);
  });

  test.skipIf(process.platform !== "linux")(
    "that cannot be created is an error, and does not hang",
    async () => {
      const feishu = await startTestFeishu();
      const job = "/proc/self/no/job";
      await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(
        jobError("cannotUseJob", { job }),
      );
      expect(feishu.interviewCount).toBe(0);
    },
  );

  test.skipIf(!POSIX)("that everyone may write to is rejected", async () => {
    const feishu = await startTestFeishu();
    const job = await createEmptyDirectory();
    await chmod(job, 0o777);
    await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(
      jobError("sharedJobDirectory", { job }),
    );
    await chmod(job, 0o755);
    expectTheTruth(feishu, job, await runImport(feishu, job, buildInterviews(1)));
  });

  test.each(['{"event":"sale","amount":1}\n{"event":"sale"', "Dear diary"])(
    "whose journal.jsonl is unrelated is left as it is: %s",
    async (content) => {
      const feishu = await startTestFeishu();
      const job = await createEmptyDirectory();
      const path = join(job, "journal.jsonl");
      await writeFile(path, content);
      await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(
        jobError("notOurJournal", { path }),
      );
      expect(await readFile(path, "utf8")).toBe(content);
      expect(feishu.interviewCount).toBe(0);
    },
  );

  test.each(["created.jsonl", "rejected.jsonl", "unknown.csv", "report.json", "rejected.xlsx.part"])(
    "that has a run's file, but no journal, is left as it is, and the error names the file: %s",
    async (name) => {
      const feishu = await startTestFeishu();
      const job = await createEmptyDirectory();
      await writeFile(join(job, name), "a,b\n");
      const error = jobError("lostJournal", { path: join(job, "journal.jsonl"), name });
      await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(error);
      expect(await readFile(join(job, name), "utf8")).toBe("a,b\n");
      expect(await readdir(job)).toEqual([name]);
      expect(feishu.interviewCount).toBe(0);
    },
  );

  test("of another app is left as it is", async () => {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    await runImport(feishu, job, buildInterviews(1));
    const path = join(job, "journal.jsonl");
    const content = `${await readFile(path, "utf8")}{"type":"int`;
    await writeFile(path, content);
    const names = await readdir(job);
    const { appSecret, baseUrl } = feishu.clientOptions;
    const other = runImport(feishu, job, buildInterviews(2), {
      clientOptions: { appId: "cli_other", appSecret, baseUrl },
    });
    await expect(other).rejects.toThrow(jobError("otherOwner"));
    expect(await readFile(path, "utf8")).toBe(content);
    expect(await readdir(job)).toEqual(names);
  });

  test("belongs to a host with its port, if that has TLS; a test server's port may change", async () => {
    const [feishu, other] = [await startTestFeishu(), await startTestFeishu()];
    const job = await reserveJobDirectory();
    await runImport(feishu, job, buildInterviews(1));
    const { host } = new URL(other.baseUrl);
    expect((await runImport(other, job, buildInterviews(1))).report.skipped).toBe(1);
    const clientOptions = { baseUrl: `https://${host}` };
    await expect(runImport(feishu, job, buildInterviews(1), { clientOptions })).rejects.toThrow(
      jobError("otherOwner", { before: "127.0.0.1", now: host }),
    );
  });

  test("without a journal is left as it is by an undo", async () => {
    const feishu = await startTestFeishu();
    const job = await createEmptyDirectory();
    await writeFile(join(job, "kept.jsonl.part"), "mine");
    const run = undoJob({ client: createClient(feishu), jobDir: job, expectedCount: 1 });
    await expect(run.next()).rejects.toThrow(jobError("notAJob", { job }));
    expect(await readFile(join(job, "kept.jsonl.part"), "utf8")).toBe("mine");
  });

  test.each([
    ['{"event":"sale"}', "notOurJournal"],
    ['{"type":"created","key":"i1"}', "damagedJournal"],
    ['{"type":"undone","key":"i1","createdByMs":1}', "damagedJournal"],
    ['{"type":"updateRejected","key":"i1"}', "damagedJournal"],
    ['{"type":"header","version":2,"appId":"cli_test","host":"127.0.0.1"}', "newerJournal"],
  ])("whose journal begins with %s: %s", async (line, key) => {
    const feishu = await startTestFeishu();
    const job = await createEmptyDirectory();
    await writeFile(join(job, "journal.jsonl"), `${line}\n`);
    await expect(runImport(feishu, job, buildInterviews(1))).rejects.toThrow(jobError(key));
  });

  test.skipIf(!POSIX)("that has links in it is not written through them", async () => {
    const feishu = await startTestFeishu();
    const folder = await createEmptyDirectory();
    const job = join(folder, "job");
    await runImport(feishu, job, buildInterviews(1));
    await writeFile(join(folder, "precious"), "mine");
    for (const name of ["created.jsonl", "unknown.jsonl", "rejected.jsonl", "report.json"])
      await symlink(join(folder, "precious"), join(job, `${name}.part`));
    expectTheTruth(feishu, job, await runImport(feishu, job, buildInterviews(2)));
    expect(await readFile(join(folder, "precious"), "utf8")).toBe("mine");
  });
});

test.skipIf(!POSIX)("a journal that disappears stops the run with an error that names it", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const openJournal: OpenJournalFile = async (path) => {
    const file = await openJournalFile(path);
    let writes = 0;
    return {
      ...file,
      flush: async () => {
        await file.flush();
        if (++writes === 4) await rm(path);
      },
    };
  };
  const run = runImport(feishu, job, buildInterviews(50), { concurrency: 1, openJournalFile: openJournal });
  await expect(run).rejects.toThrow(jobError("lostJournalInRun", { path: join(job, "journal.jsonl") }));
  expect(feishu.interviewCount).toBeLessThanOrEqual(2);
});

test("files that a run could not write are written from its journal later", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(3));
  const before = readOutcomeFiles(job).created;
  await rm(join(job, "created.jsonl"));
  expect(await writeKeyFiles(job, "en")).toEqual({ created: 3, unknown: 0 });
  expect(readOutcomeFiles(job).created).toEqual(before);
});
