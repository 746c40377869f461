import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SAMPLES } from "./support/problem-samples.js";
import { runInProcess } from "./support/run-in-process.js";

const folder = await mkdtemp(join(tmpdir(), "json-"));
afterAll(() => rm(folder, { recursive: true }));

const path = join(folder, "rows.csv");
await writeFile(path, SAMPLES.find(({ name }) => name === "rows")?.text ?? "");

/** Without times, and without the created interviews' ids, which go by the order of arrival. */
const stabilize = (text: string) =>
  text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME").replaceAll(/"id":"\d+"/g, '"id":"ID"');
/** Without what is printed beside the events, on stderr. */
const events = (printed: string) => printed.split("\n").filter((line) => line.startsWith("{"));

describe("what a program reads", () => {
  it("is the same in both languages: the problems of a file, and the exit code", async () => {
    const [en, zh] = [
      await runInProcess(["validate", path, "--json"], "en"),
      await runInProcess(["validate", path, "--json"], "zh"),
    ];
    expect(zh.exitCode).toBe(en.exitCode);
    expect(events(en.printed).length).toBeGreaterThan(10);
    expect(events(zh.printed)).toEqual(events(en.printed));
  });

  it("is the same in both languages: an import's events and report, and the exit code", async () => {
    const runs = [];
    for (const language of ["en", "zh"] as const) {
      const job = join(folder, language);
      const { printed, exitCode } = await runInProcess(
        ["import", path, "--mock", "--json", "--job", job],
        language,
      );
      const report = await readFile(join(job, "report.json"), "utf8");
      const stable = [...events(printed).sort(), report].map((text) =>
        stabilize(text.replaceAll(job, "JOB")),
      );
      runs.push({ exitCode, stable });
    }
    expect(runs[0]?.stable.length).toBeGreaterThan(20);
    expect(runs[1]).toEqual(runs[0]);
  });
});
