import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenJournalFile } from "../../../src/importer/index.js";
import { openJournalFile } from "../../../src/importer/job/journal/journal-file.js";
import { ErrorCode } from "../../../src/index.js";
import { expectKeysTrue } from "../support/oracle.js";
import { jobError, phraseWith } from "../support/phrases.js";
import { createJob, HOUR_MS, undo } from "./support.js";

describe("an undo that fails", () => {
  it("stops at a failure that concerns all interviews", async () => {
    const { feishu, job } = await createJob(3);
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.MissingScope,
      operationId: "deleteExternalInterview",
    });
    await expect(undo(feishu, job)).rejects.toMatchObject({ code: ErrorCode.MissingScope });
    // The others were in flight.
    expect(feishu.interviews.length).toBe(1);
    expectKeysTrue(feishu, job);
  });

  it("reports why a job cannot be written to", async () => {
    const { feishu, job } = await createJob(1);
    const openFile = async () => {
      throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS", syscall: "open" });
    };
    await expect(undo(feishu, job, { openJournalFile: openFile })).rejects.toThrow(
      jobError("cannotUseJob", {
        job,
        reason: { en: "EROFS: read-only file system", zh: expect.any(String) },
      }),
    );
  });

  it("reports that there is no job", async () => {
    const { feishu, job } = await createJob(1);
    const none = join(job, "none");
    const error = jobError("notAJob", { job: none });
    await expect(undo(feishu, none, { expectedCount: 0 })).rejects.toThrow(error);
  });

  it("reports that the disk is full, although it has been stopped too", async () => {
    const { feishu, job } = await createJob(1);
    const controller = new AbortController();
    const openFull: OpenJournalFile = async (path) => ({
      ...(await openJournalFile(path)),
      append: () => {
        controller.abort();
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    });
    const run = undo(feishu, job, { openJournalFile: openFull, signal: controller.signal });
    await expect(run).rejects.toThrow(jobError("cannotWriteJournal", { reason: "ENOSPC" }));
    expect(feishu.interviews).toHaveLength(1);
  });

  it("reports that the disk is full once an interview is deleted, and finds it deleted later", async () => {
    const { feishu, job } = await createJob(1);
    let writes = 0;
    const openFull: OpenJournalFile = async (path) => {
      const file = await openJournalFile(path);
      const append = (text: string) => {
        if (++writes > 1) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        return file.append(text);
      };
      return { ...file, append };
    };
    const run = undo(feishu, job, { openJournalFile: openFull });
    await expect(run).rejects.toThrow(jobError("cannotWriteJournal", { reason: "ENOSPC" }));
    expect(feishu.interviews).toEqual([]);
    feishu.clock.advance(HOUR_MS);
    expect((await undo(feishu, job)).report).toMatchObject({ status: "finished", undone: 1, notFound: 0 });
    expectKeysTrue(feishu, job);
  });

  it("reports the failure that has ended it, not one to write its files afterwards", async () => {
    const { feishu, job } = await createJob(3);
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.MissingScope,
      operationId: "deleteExternalInterview",
    });
    await mkdir(join(job, "created.csv.part"));
    await expect(undo(feishu, job)).rejects.toMatchObject({ code: ErrorCode.MissingScope });
    await expect(undo(feishu, job)).rejects.toThrow(
      jobError("cannotWriteFiles", { reason: phraseWith("cannotWrite", { path: join(job, "created.csv") }) }),
    );
  });
});
