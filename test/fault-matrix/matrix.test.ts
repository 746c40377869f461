import { describe, type ExpectStatic, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { BadParameterError, FeishuHire, FeishuHireError } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { startTestFeishu } from "../testing/feishu.js";
import { PatientClock } from "../testing/patient-clock.js";
import { calls, seed, type Variant, variants } from "./calls.js";
import { type Ending, type FaultyCall, listPossibleRows, predictEnding } from "./predict-ending.js";
import type { Row } from "./rows.js";

interface Cell extends FaultyCall {
  readonly transport: Transport;
}

const MAX_RESPONSE_BYTES = 10_000;

/** On Node, the default is the package's own transport. */
const transports = { node: undefined, fetch: globalThis.fetch } as const;
type Transport = keyof typeof transports;

/**
 * Selects every fault for the one operation that imports use; for the others, one of each kind and error, under one
 * status. The statuses are those of statuses.test.ts.
 */
function selectRows(variant: Variant): readonly Row[] {
  const possible = listPossibleRows(variant);
  if (variant.operationId === "createExternalInterview") return possible;
  const byKind = possible.map((row): [string, Row] => [
    `${row.meaning} ${row.error.name} ${row.fault.kind}`,
    row,
  ]);
  return [...new Map(byKind).values()];
}

/** Only an ambiguous fault can hit a request that was applied: the others say that it was not. */
const cells: Cell[] = variants.flatMap((variant) =>
  selectRows(variant).flatMap((row, i) =>
    (row.meaning === "ambiguous" ? [false, true] : [false]).flatMap((applied) =>
      [false, true].flatMap((always) =>
        selectTransports(variant, i).map((transport) => ({ ...variant, transport, row, applied, always })),
      ),
    ),
  ),
);

/** Selects both transports for the operation that imports use; the others' rows alternate. */
function selectTransports({ operationId }: Variant, row: number): readonly Transport[] {
  if (operationId === "createExternalInterview") return ["node", "fetch"];
  return [row % 2 === 0 ? "node" : "fetch"];
}

function describeCell({ operationId, withKey, transport, row, applied, always }: Cell): string {
  const key = withKey ? ", with its key" : "";
  return `${operationId}${key} over ${transport}: ${row.name}, ${always ? "always" : "once"}, ${applied ? "applied" : "not applied"}`;
}

describe("the fault matrix", () => {
  const named = cells.map((cell) => [describeCell(cell), cell] as const);
  test.concurrent.for(named)("%s", async ([, cell], { expect, onTestFinished }) => {
    const feishu = await startTestFeishu({ rateLimit: false, ...cell.row.server }, onTestFinished);
    const ending = predictEnding(cell);
    const call = calls[cell.operationId];
    const records = seed(feishu);
    const before = feishu.requestCounts[cell.operationId];

    const result = await send(feishu, cell, (hire, key, options) => call.send(hire, records, key, options));

    const attempts = feishu.requestCounts[cell.operationId] - before;
    if (ending.attempts !== undefined) expect(attempts).toBe(ending.attempts);
    if (operations[cell.operationId].idempotency !== "readOnly")
      expect(call.hasEffect(feishu, records)).toBe(cell.applied || ending.outcome === "succeeded");
    if (ending.outcome === "succeeded") expect(result).not.toBeInstanceOf(Error);
    else expectFailure(expect, result, { ending, cell, feishu, attempts });
  });
});

type Send = (
  hire: FeishuHire,
  key: { external_id?: string },
  options: { timeoutMs?: number },
) => Promise<unknown>;

/** Sends the call while the fault is in the script; returns its result or its error. */
async function send(
  feishu: TestFeishu,
  { operationId, transport, row, applied, always, withKey }: Cell,
  call: Send,
): Promise<unknown> {
  const hire = new FeishuHire({
    ...feishu.clientOptions,
    clock: new PatientClock(feishu),
    maxResponseBytes: MAX_RESPONSE_BYTES,
    // A minute for an operation whose limit is counted by the minute.
    maxRateLimitWaitMs: Math.max(3_000, operations[operationId].rateLimit?.periodMs ?? 0),
    timeoutMs: 20_000,
    fetch: transports[transport],
  });
  const fault = row.fault.kind === "huge" ? { ...row.fault, bytes: 2 * MAX_RESPONSE_BYTES } : row.fault;
  feishu.faults.push({ ...fault, applied, times: always ? Infinity : 1 });
  // An attempt that does not hang has all the time that a busy machine takes.
  const options = row.error.name === "TimeoutError" ? { timeoutMs: 100 } : {};
  return call(hire, withKey ? { external_id: "7" } : {}, options).catch((reason: unknown) => reason);
}

function expectFailure(
  expect: ExpectStatic,
  result: unknown,
  {
    ending,
    cell: { operationId, row },
    feishu,
    attempts,
  }: { ending: Ending; cell: Cell; feishu: TestFeishu; attempts: number },
): void {
  if (!(result instanceof FeishuHireError)) throw new Error("the call did not fail", { cause: result });
  const { name, mayHaveSucceeded } = result;
  const onRepeat = ending.outcome === "rejectedOnRepeat";
  expect({ name, attempts: result.attempts, mayHaveSucceeded }).toEqual({
    name: onRepeat ? BadParameterError.name : row.error.name,
    attempts,
    mayHaveSucceeded: ending.mayHaveSucceeded,
  });
  // Advice is about the operation's own fields.
  if (typeof operations[operationId].idempotency !== "object")
    expect(result.message).not.toContain("external_id");
  if (onRepeat) return;
  const logId = row.logged ? feishu.requests.at(-1)?.logId : undefined;
  expect({ code: "code" in result ? result.code : undefined }).toEqual({ code: row.code });
  expect({ logId: "logId" in result ? result.logId : undefined }).toEqual({ logId });
}
