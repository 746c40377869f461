import { existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Clock, systemClock } from "../../../src/clock.js";
import { type OutageWait, verifyInterviews } from "../../../src/importer/index.js";
import { inputFromBodies } from "../../../src/importer/input/from-bodies.js";
import { isObject } from "../../../src/is-object.js";
import { findId, toStream } from "../support/interviews.js";
import { createClient } from "../support/run.js";
import { fullInterviews, importAll, verify } from "./support.js";

/** Reads the ids that a query asks for; none from other requests. */
function readIds(body: unknown): readonly unknown[] {
  const list = isObject(body) ? body.external_interview_id_list : undefined;
  return Array.isArray(list) ? list : [];
}

function setMtime(path: string, afterMs: number): void {
  const time = new Date(Date.now() + afterMs);
  utimesSync(path, time, time);
}

describe("a verification that was cut short", () => {
  it("is continued: only what has changed since, or was not the same, is queried again", async () => {
    const rows = fullInterviews(100);
    const { feishu, job } = await importAll({}, rows);
    feishu.deleteInterview(findId(feishu, "i7"));
    const run = verifyInterviews(inputFromBodies(toStream(rows)), {
      client: createClient(feishu),
      jobDir: job,
    });
    for (let n = 0; n < 50; n++) await run.next();
    await run.return({ same: 0, different: 0, missing: 0, notCreated: 0, notInInput: 0, invalid: 0 });
    const path = join(job, "verified.jsonl.part");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    // A kill may cut a line short.
    writeFileSync(path, lines.join("\n").slice(0, -5));

    const before = feishu.requests.length;
    const changed = rows.map((row) =>
      row.external_id === "i9" ? { ...row, end_time: 1_700_000_000_000 } : row,
    );
    const { results, report } = await verify(feishu, job, changed);
    expect(report).toEqual({ same: 98, different: 1, missing: 1, notCreated: 0, notInInput: 0, invalid: 0 });
    expect(results.find(({ key }) => key === "i9")).toMatchObject({ result: "different" });
    const queried = feishu.requests.slice(before).flatMap(({ body }) => readIds(body));
    expect(queried).toHaveLength(100 - (lines.length - 1) + 2);
    expect(existsSync(path)).toBe(false);
  });

  it("starts over if the job has changed something since", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    await verify(feishu, job, rows);
    const path = join(job, "verified.jsonl.part");
    renameSync(join(job, "verified.jsonl"), path);
    setMtime(path, -1_000);
    setMtime(join(job, "journal.jsonl"), 0);
    feishu.deleteInterview(findId(feishu, "i2"));
    expect((await verify(feishu, job, rows)).report).toMatchObject({ same: 2, missing: 1 });
  });

  it("queries again after an hour, however often it was continued since", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    feishu.clock.advance(24 * 3_600_000);
    const path = join(job, "verified.jsonl");
    const countQueries = async (clock: Clock = feishu.clock) => {
      const before = feishu.requestCounts.queryExternalInterviews;
      expect((await verify(feishu, job, rows, { clock })).report).toMatchObject({ same: 3 });
      return feishu.requestCounts.queryExternalInterviews - before;
    };
    const counts = [await countQueries()];
    for (let run = 0; run < 3; run++) {
      renameSync(path, `${path}.part`);
      feishu.clock.advance(25 * 60_000);
      counts.push(await countQueries());
    }
    expect(counts).toEqual([1, 0, 0, 1]);
    renameSync(path, `${path}.part`);
    const setBack = { ...systemClock, now: () => feishu.clock.now() - 60_000 };
    expect(await countQueries(setBack), "nobody knows how long ago that was").toBe(1);
  });

  it("does not wait out an outage before the first response of its own", async () => {
    const rows = fullInterviews(40);
    const { feishu, job } = await importAll({}, rows);
    await verify(feishu, job, rows);
    const lines = readFileSync(join(job, "verified.jsonl"), "utf8").split("\n");
    writeFileSync(join(job, "verified.jsonl.part"), `${lines.slice(0, 20).join("\n")}\n`);
    feishu.faults.push({ kind: "html", times: 1_000, operationId: "queryExternalInterviews" });
    const waits: OutageWait[] = [];
    const input = inputFromBodies(toStream(rows));
    const { clock } = feishu;
    const options = {
      client: createClient(feishu),
      jobDir: job,
      clock,
      onOutage: (wait: OutageWait) => waits.push(wait),
    };
    const run = async () => {
      for await (const _ of verifyInterviews(input, options));
    };
    await expect(run()).rejects.toMatchObject({ name: "InvalidResponseError" });
    expect(waits).toEqual([]);
  });
});
