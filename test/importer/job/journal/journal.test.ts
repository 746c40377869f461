import { appendFile, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type OpenJournalFile, readJobStatus } from "../../../../src/importer/index.js";
import { Journal } from "../../../../src/importer/job/journal/journal.js";
import type { JournalEntry } from "../../../../src/importer/job/journal/journal-entry.js";
import { openJournalFile } from "../../../../src/importer/job/journal/journal-file.js";
import { readJournal } from "../../../../src/importer/job/journal/read-journal.js";
import { startTestFeishu } from "../../../testing/feishu.js";
import { buildInterviews } from "../../support/interviews.js";
import {
  createEmptyDirectory,
  readJournalEntries,
  reserveJobDirectory,
} from "../../support/job-directory.js";
import { expectTheTruth } from "../../support/oracle.js";
import { jobError, phraseWith } from "../../support/phrases.js";
import { runImport } from "../../support/run.js";

const created = (key: string): JournalEntry => ({ type: "created", key, id: `id of ${key}` });

async function readEntries(path: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of readJournal(path)) entries.push(entry);
  return entries;
}

test("entries are read back in order, including those appended while the disk was busy", async () => {
  const path = join(await createEmptyDirectory(), "journal.jsonl");
  const journal = await Journal.open(path);
  await journal.append(created("a"));
  await Promise.all(["b", "c", "d"].map((key) => journal.append(created(key))));
  await journal.close();
  expect(await readEntries(path)).toEqual(["a", "b", "c", "d"].map(created));
});

test("closing waits until everything appended is on disk", async () => {
  const path = join(await createEmptyDirectory(), "journal.jsonl");
  const journal = await Journal.open(path);
  const appended = journal.append(created("a"));
  await journal.close();
  await appended;
  expect(await readEntries(path)).toEqual([created("a")]);
});

test.each([
  ["other scripts", "面试 é 😀"],
  ["line separators other than line feeds", "a\u2028b\u2029c\rd\u0085e\u000bf"],
  ["quotes and backslashes", '"\\"\n'],
])("keys of %s are read back unchanged", async (_, key) => {
  const path = join(await createEmptyDirectory(), "journal.jsonl");
  const journal = await Journal.open(path);
  await journal.append(created(key));
  await journal.close();
  expect(await readEntries(path)).toEqual([created(key)]);
});

test("lines longer than a chunk are read whole, wherever characters are cut", async () => {
  const path = join(await createEmptyDirectory(), "journal.jsonl");
  const journal = await Journal.open(path);
  const entries = [created("x".repeat(65_533)), created("面".repeat(70_000)), created("😀".repeat(50_000))];
  for (const entry of entries) await journal.append(entry);
  await journal.close();
  expect(await readEntries(path)).toEqual(entries);
  await appendFile(path, `{"type":"created","key":"${"y".repeat(200_000)}`);
  expect(await readEntries(path)).toEqual(entries);
  for (const length of [65_535, 65_536, 65_537]) {
    await writeFile(path, `${JSON.stringify(created("a"))}\n${"y".repeat(length)}`);
    expect(await readEntries(path)).toEqual([created("a")]);
  }
});

test("a journal cut at any byte is read up to its last whole line", async () => {
  const path = join(await createEmptyDirectory(), "journal.jsonl");
  const journal = await Journal.open(path);
  const entries = [created("a"), created("面"), created("c")];
  for (const entry of entries) await journal.append(entry);
  await journal.close();
  const whole = await readFile(path);
  for (let cut = 0; cut <= whole.length; cut++) {
    await writeFile(path, whole.subarray(0, cut));
    const wholeLines = whole.subarray(0, cut).toString().split("\n").length - 1;
    expect(await readEntries(path), `cut at byte ${cut}`).toEqual(entries.slice(0, wholeLines));
  }
});

test("a journal cut anywhere in its last lines resumes, and nothing is lost or created twice", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const path = join(job, "journal.jsonl");
  await runImport(feishu, job, buildInterviews(3), { concurrency: 1 });
  const whole = await readFile(path);
  const outcomeAt = whole.lastIndexOf("\n", whole.length - 2) + 1;
  const intentAt = whole.lastIndexOf("\n", outcomeAt - 2) + 1;
  // Before a line, behind its first byte, within it, and before its line feed: all other bytes are like these.
  const listCuts = (start: number, end: number) => [start, start + 1, Math.floor((start + end) / 2), end - 1];
  for (const cut of [...listCuts(intentAt, outcomeAt), ...listCuts(outcomeAt, whole.length)]) {
    await writeFile(path, whole.subarray(0, cut));
    const run = await runImport(feishu, job, buildInterviews(3));
    expectTheTruth(feishu, job, run);
    expect(run.report, `cut at byte ${cut}`).toMatchObject({ status: "finished", createdTotal: 3 });
  }
});

test("a journal cut inside its header starts over", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, []);
  const path = join(job, "journal.jsonl");
  await truncate(path, (await stat(path)).size - 1);
  for (const name of await readdir(job)) if (name !== "journal.jsonl") await rm(join(job, name));
  const run = await runImport(feishu, job, buildInterviews(2));
  expect(run.report.created).toBe(2);
  expect(readJournalEntries(job)[0]?.type).toBe("header");
});

test.each([
  ["is empty", "lostJournal", (lines: string[]) => lines.slice(0, 0)],
  ["has lost its header", "damagedJournal", (lines: string[]) => lines.slice(1)],
  [
    "has lost an intent",
    "lostIntent",
    (lines: string[]) => lines.filter((line) => !line.includes('"intent"')),
  ],
])("a journal that %s is not mistaken for a new one, and nothing is sent", async (_, key, lose) => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(2));
  const path = join(job, "journal.jsonl");
  const lost = lose((await readFile(path, "utf8")).split("\n")).join("\n");
  await writeFile(path, lost);
  await expect(runImport(feishu, job, buildInterviews(3))).rejects.toThrow(jobError(key, { path }));
  expect(await readFile(path, "utf8")).toBe(lost);
  expect(feishu.interviewCount).toBe(2);
});

test.each([
  ["no JSON", "{]"],
  ["an intent without its time", '{"type":"intent","key":"i9"}'],
  ["an entry without its key", '{"type":"created","id":"1"}'],
  ["a deletion without its time", '{"type":"undone","key":"i1"}'],
  ["an empty line", ""],
  ["zeros", "\0\0\0"],
])("a damaged line (%s) is reported by its number, and the journal is left unchanged", async (_, damage) => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(2));
  const path = join(job, "journal.jsonl");
  const lines = (await readFile(path, "utf8")).split("\n");
  const damaged = lines.with(2, damage).join("\n");
  await writeFile(path, damaged);
  const run = runImport(feishu, job, buildInterviews(3));
  await expect(run).rejects.toThrow(jobError("damagedJournal", { path, line: 3 }));
  expect(await readFile(path, "utf8")).toBe(damaged);
  expect(feishu.interviewCount).toBe(2);
  await writeFile(path, lines.join("\n"));
  expect((await runImport(feishu, job, buildInterviews(3))).report.createdTotal).toBe(3);
});

test("an entry of an unknown type is reported as a newer version's, and nothing is sent", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(2));
  const path = join(job, "journal.jsonl");
  await appendFile(path, '{"type":"archived","key":"i1"}\n');
  const run = runImport(feishu, job, buildInterviews(3));
  const { length } = (await readFile(path, "utf8")).trimEnd().split("\n");
  await expect(run).rejects.toThrow(jobError("newerJournal", { path, line: length }));
  expect(feishu.interviewCount).toBe(2);
});

test("an intent is flushed to disk before its request is sent", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const path = join(job, "journal.jsonl");
  let flushed = "";
  let appended = "";
  const early: string[] = [];
  const openFile: OpenJournalFile = async (name) => {
    const file = await openJournalFile(name);
    return {
      ...file,
      append: (text) => {
        appended += text;
        file.append(text);
      },
      flush: async () => {
        const before = appended;
        await file.flush();
        flushed = before;
      },
    };
  };
  const clientOptions = {
    fetch: async (url: string, init: RequestInit) => {
      const { external_id } = JSON.parse(String(init.body));
      if (external_id && !flushed.includes(`{"type":"intent","key":"${external_id}"`))
        early.push(external_id);
      return fetch(url, init);
    },
  };
  const run = await runImport(feishu, job, buildInterviews(50), { clientOptions, openJournalFile: openFile });
  expect((await readFile(path, "utf8")).startsWith(flushed)).toBe(true);
  expect(run.report).toMatchObject({ created: 50, unknown: 0 });
  expect(early).toEqual([]);
});

test.each([
  ["app", { appId: "cli_other" }, { before: "cli_test", now: "cli_other" }],
  ["host", { baseUrl: "http://localhost:1" }, { before: "127.0.0.1", now: "localhost" }],
])("a job for another %s is an error, and nothing is sent", async (name, other, owners) => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(1));
  const run = runImport(feishu, job, buildInterviews(2), { clientOptions: other });
  await expect(run).rejects.toThrow(jobError("otherOwner", { job, what: phraseWith(name), ...owners }));
  expect(feishu.requestCounts.createExternalInterview).toBe(1);
});

test("a job's status is read from its journal, even while a run writes to it", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push(
    { kind: "failure", code: 1_002_002, when: ({ externalId }) => externalId === "i2" },
    { kind: "reset", when: ({ externalId }) => externalId === "i3" },
  );
  await runImport(feishu, job, buildInterviews(4), {
    clientOptions: { maxRetries: false },
    idNamespace: "greenhouse",
  });
  await appendFile(join(job, "journal.jsonl"), '{"type":"int');
  expect(await readJobStatus(job)).toEqual({
    appId: "cli_test",
    host: "127.0.0.1",
    idNamespace: "greenhouse",
    created: 2,
    rejected: 1,
    unknown: 1,
  });
  const empty = await createEmptyDirectory();
  await expect(readJobStatus(empty)).rejects.toThrow(jobError("notAJob", { job: empty }));
});
