import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { translate } from "../../../src/cli/language/translate.js";
import { importMessages } from "../../../src/cli/messages/commands/import.js";
import { undoMessages } from "../../../src/cli/messages/commands/undo.js";
import { ErrorCode } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import type { ProcessResult } from "../../support/program.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { CSV, createFolder } from "../support/command.js";

interface Imported {
  readonly cwd: string;
  readonly feishu: TestFeishu;
  /** Undoes the job, in its folder. */
  readonly undo: (...args: string[]) => Promise<ProcessResult>;
  /** Writes a file of external ids, as several programs do. */
  readonly writeKeys: (name: string, keys: readonly string[]) => Promise<void>;
  /** What happens when a request arrives. */
  readonly onRequest: Map<string, () => void>;
}

async function importRows(count: number): Promise<Imported> {
  const onRequest = new Map<string, () => void>();
  const feishu = await startTestFeishu({
    rateLimit: false,
    latencyMs: ({ operationId }) => {
      onRequest.get(String(operationId))?.();
      return 0;
    },
  });
  const rows = Array.from({ length: count }, (_, i) => `i${i + 1},7,2\n`).join("");
  const { cwd, run } = await createFolder("history.csv", CSV + rows);
  expect((await run(["import", "history.csv"], feishu)).code).toBe(0);
  return {
    cwd,
    feishu,
    undo: (...args) => run(["undo", "history.csv.import", ...args], feishu),
    writeKeys: (name, keys) => writeFile(join(cwd, name), `\uFEFF ${keys.join("\r")}\r\n`),
    onRequest,
  };
}

function interruptOnce(): () => void {
  let hits = 0;
  return () => void (hits++ === 0 && process.emit("SIGINT", "SIGINT"));
}

/** Has a property of an object another value until the test ends. */
function stub(object: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  onTestFinished(() => {
    if (before) Object.defineProperty(object, name, before);
    else Reflect.deleteProperty(object, name);
  });
}

/** A terminal at which this is typed. */
function stubInput(typed: string): void {
  const input = new PassThrough();
  input.write(typed);
  stub(process, "stdin", Object.assign(input, { isTTY: true }));
}

function stubTerminal(columns: number): void {
  stub(process.stderr, "isTTY", true);
  stub(process.stderr, "columns", columns);
}

const parseEvents = ({ stdout }: ProcessResult): unknown[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("undo that is interrupted", () => {
  it("names the number that is left if one was named", async () => {
    const { feishu, undo, onRequest } = await importRows(45);
    onRequest.set("deleteExternalInterview", interruptOnce());
    const { code, stderr } = await undo("--yes", "45");
    expect(code).toBe(4);
    expect(feishu.interviews.length).toBeGreaterThan(0);
    const count = Number(/--yes (\d+)/.exec(stderr)?.[1]);
    expect(count).toBe(feishu.interviews.length);
    expect((await undo("--yes", String(count))).code).toBe(0);
    expect(feishu.interviews.length).toBe(0);
  });

  it("asks for the number again if it was typed", async () => {
    const { undo, onRequest } = await importRows(45);
    onRequest.set("deleteExternalInterview", interruptOnce());
    stubInput("45\n");
    const { code, stderr } = await undo();
    expect(code).toBe(4);
    expect(stderr).not.toContain("--yes");
  });

  it("when all has been deleted has finished", async () => {
    const { feishu, undo, onRequest } = await importRows(3);
    onRequest.set("deleteExternalInterview", interruptOnce());
    expect((await undo("--yes", "3")).code).toBe(0);
    expect(feishu.interviews.length).toBe(0);
  });

  it("says that it stops on a line of its own, on a terminal without a size too", async () => {
    const { undo, onRequest } = await importRows(3);
    onRequest.set("deleteExternalInterview", interruptOnce());
    stubTerminal(0);
    const stopping = translate(importMessages.stopping);
    const { stderr } = await undo("--yes", "3");
    expect(stderr).toContain(`\r\x1b[K${stopping.slice(0, 60)}`);
  });
});

describe("undo of some interviews", () => {
  it("does not say that it is about the whole job", async () => {
    const { undo, writeKeys } = await importRows(4);
    await writeKeys("some.txt", ["i1", "i2"]);
    expect((await undo("--only", "some.txt", "--yes", "2")).code).toBe(0);
    const again = await undo("--only", "some.txt", "--yes", "2");
    expect(again.code).toBe(0);
    expect(again.stderr).toBe(`${translate(undoMessages.noneLeft, { count: 2, path: "some.txt" })}\n`);
  });

  it.each([[[]], [["--yes", "4"]], [["--dry-run"]]])(
    "fails if the job has none of them: %j",
    async (args) => {
      const { feishu, undo, writeKeys } = await importRows(4);
      await writeKeys("typo.txt", ["i01", "i02"]);
      const { code, stderr } = await undo("--only", "typo.txt", ...args);
      expect(code).toBe(3);
      const expected = translate(undoMessages.notCreated, { count: 2, path: "typo.txt" });
      expect(stderr).toBe(`feishu-hire: ${expected}\n`);
      expect(feishu.interviews.length).toBe(4);
    },
  );

  it("says how many of them the job does not have", async () => {
    const { undo, writeKeys } = await importRows(4);
    await writeKeys("some.txt", ["i1", "i02", "i03"]);
    const { code, stderr } = await undo("--only", "some.txt", "--yes", "1");
    expect(code).toBe(0);
    expect(stderr).toContain(translate(undoMessages.notCreated, { count: 2, path: "some.txt" }));
  });
});

it("an undo that was cut short at its end is completed by the next one", async () => {
  const { cwd, undo } = await importRows(2);
  const path = join(cwd, "history.csv.import", "created.jsonl");
  const before = await readFile(path, "utf8");
  expect((await undo("--yes", "2")).code).toBe(0);
  // Killed before it had written them, it would have left them as they were.
  await writeFile(path, before);
  expect((await undo("--dry-run")).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe(before);
  expect((await undo()).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe("");
});

it("undo has not finished its work while interviews may have been created", async () => {
  const { cwd, undo } = await importRows(2);
  // As a run leaves it that is killed when a request is about to be sent.
  const intent = {
    type: "intent",
    key: "i3",
    application: "7",
    content: 1,
    line: 4,
    firstTryAtMs: Date.now(),
  };
  await appendFile(join(cwd, "history.csv.import", "journal.jsonl"), `${JSON.stringify(intent)}\n`);
  const { code, stderr } = await undo("--yes", "2");
  expect(code).toBe(1);
  expect(stderr).toContain(translate(undoMessages.unknownLeft, { count: 1 }));
  expect((await undo("--dry-run")).stderr).toContain(translate(undoMessages.unknownLeft, { count: 1 }));
  expect((await undo("--yes", "2")).code).toBe(1);
});

describe("undo --json", () => {
  it("prints the plan of a dry run, and a report if there is nothing left", async () => {
    const { undo } = await importRows(3);
    expect(parseEvents(await undo("--json", "--dry-run"))).toMatchObject([
      { event: "plan", count: 3, applications: 1, undone: 0, notCreated: 0 },
    ]);
    await undo("--yes", "3");
    expect(parseEvents(await undo("--json", "--yes", "3"))).toMatchObject([
      { event: "report", status: "finished", undone: 0, kept: 0, notFound: 0, unknown: 0, rejected: 0 },
    ]);
    expect(parseEvents(await undo("--json", "--dry-run"))).toMatchObject([
      { event: "plan", count: 0, undone: 3 },
    ]);
  });
});

describe("what is typed to confirm an undo", () => {
  it.each(["yes", "", " ", "3.0", "0x3", "3e0"])("is a number in digits, not %j", async (typed) => {
    const { feishu, undo } = await importRows(3);
    stubInput(`${typed}\n`);
    const { code, stderr } = await undo();
    expect(code).toBe(4);
    expect(stderr).toContain(translate(undoMessages.notConfirmed));
    expect(feishu.interviews.length).toBe(3);
  });

  it("may have blanks around it", async () => {
    const { feishu, undo } = await importRows(3);
    stubInput(" 3 \n");
    expect((await undo()).code).toBe(0);
    expect(feishu.interviews.length).toBe(0);
  });
});

it.each(["2", "4"])("undo --yes %s deletes nothing of a job with three interviews", async (number) => {
  const { feishu, undo } = await importRows(3);
  expect((await undo("--yes", number)).code).toBe(3);
  expect(feishu.interviews).toHaveLength(3);
});

describe("undo that leaves interviews", () => {
  const operationId = "deleteExternalInterview";

  it.each<[string, (feishu: TestFeishu, id: string) => unknown]>([
    ["was changed", (feishu, id) => feishu.editInterview(id, { participate_status: 3 })],
    ["is not there", (feishu, id) => feishu.deleteInterview(id)],
    [
      "Feishu refuses to delete",
      ({ faults }) => faults.push({ kind: "failure", code: ErrorCode.BadParameter, operationId }),
    ],
    [
      "may have been deleted",
      ({ faults }) => faults.push({ kind: "html", status: 501, operationId, times: 3 }),
    ],
  ])("ends with 1 if one %s", async (_, disturb) => {
    const { feishu, undo } = await importRows(1);
    disturb(feishu, feishu.interviews[0]?.interview.id ?? "");
    expect((await undo("--yes", "1")).code).toBe(1);
  });

  it("deletes those that were changed with --changed-too", async () => {
    const { feishu, undo } = await importRows(1);
    feishu.editInterview(feishu.interviews[0]?.interview.id ?? "", { participate_status: 3 });
    expect((await undo("--yes", "1", "--changed-too")).code).toBe(0);
    expect(feishu.interviews).toHaveLength(0);
  });
});
