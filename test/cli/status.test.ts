import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translate } from "../../src/cli/language/translate.js";
import { programMessages } from "../../src/cli/messages/program.js";
import { RunProgress } from "../../src/cli/progress/run-progress.js";
import { lockJob } from "../../src/importer/job/lock.js";
import { phrase } from "../../src/importer/messages/phrase.js";
import { buildWithoutKey } from "../importer/support/interviews.js";
import { getEnvironment } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { CSV, createFolder } from "./support/command.js";

test("status shows what a job has done, and explains what is not a job", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\ni2,7,3\n`);
  await run(["import", "history.csv"], feishu);
  const status = await run(["status", "history.csv.import"]);
  expect(status).toMatchObject({ code: 0, stderr: "" });
  expect(status.stdout).toContain("  created  2\n");
  expect(status.stdout).toMatch(
    /^Last run ended \d{4}-\d\d-\d\d \d\d:\d\d:\d\d: 2 interviews read, 0 rejected\.$/m,
  );
  await mkdir(join(cwd, "odd", "journal.jsonl"), { recursive: true });
  for (const [folder, message] of [
    ["nowhere", String(phrase("notAJob", { job: "nowhere" }))],
    ["history.csv", String(phrase("notAJob", { job: "history.csv" }))],
    ["odd", "EISDIR"],
  ] as const) {
    const { code, stderr } = await run(["status", folder]);
    expect(code).toBe(3);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(translate(programMessages.internalError));
  }
});

test("status does not show a killed run as running, and the next run removes what it has left", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  await run(["import", "history.csv"], feishu);
  const jobDir = join(cwd, "history.csv.import");
  const progress = join(jobDir, "progress.json");
  await writeFile(
    progress,
    JSON.stringify({ ...new RunProgress(() => ({ rows: 1, share: 0.5 })).takeSnapshot() }),
  );
  const readRunning = async () =>
    JSON.parse((await run(["status", "history.csv.import", "--json"])).stdout).running;
  expect(await readRunning()).toBeUndefined();
  const unlock = await lockJob(jobDir);
  expect(await readRunning()).toMatchObject({ done: 0 });
  await unlock();
  await run(["import", "history.csv"], feishu);
  expect(existsSync(progress)).toBe(false);
});

test.skipIf(process.platform === "win32")("status --watch shows a run until it ends", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run, start: startIt } = await createFolder("first.jsonl", "");
  const pipe = join(cwd, "history.jsonl");
  execFileSync("mkfifo", [pipe]);
  const args = ["import", "history.jsonl", "--id-namespace", "lever", "--job", "job", "--quiet"];
  const running = startIt(args, getEnvironment(feishu));
  const writer = createWriteStream(pipe);
  writer.write(`${JSON.stringify(buildWithoutKey("a"))}\n`);
  const readStatus = async () => (await run(["status", "job"])).stdout;
  await expect.poll(readStatus, { timeout: 60_000 }).toMatch(/^Running: 1 {2}created 1 /m);
  const json = JSON.parse((await run(["status", "job", "--json"])).stdout);
  expect(json).toMatchObject({ created: 1, running: { done: 1, created: 1 } });
  const watching = startIt(["status", "job", "--watch"], {});
  writer.end(`${JSON.stringify(buildWithoutKey("b"))}\n`);
  expect(await running.ended).toMatchObject({ code: 0 });
  const { code, stdout } = await watching.ended;
  expect(code).toBe(0);
  expect(stdout).toContain("  created  2\n");
  expect(stdout).not.toContain("Running");
  expect(existsSync(join(cwd, "job", "progress.json"))).toBe(false);
});
