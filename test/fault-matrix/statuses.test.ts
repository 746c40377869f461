import { expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { FeishuHireError, type Fetch } from "../../src/index.js";
import { createFaultyResponse } from "../../src/testing/faulty-response.js";
import type { FaultKind } from "../../src/testing/index.js";
import { createTestClient } from "../support/hire.js";
import { token } from "../support/scripted-fetch.js";
import { calls, type Variant, variants } from "./calls.js";
import { listPossibleRows, predictEnding } from "./predict-ending.js";
import type { Row } from "./rows.js";

/** Faults that are a response and nothing else; those of the connection are for the matrix. */
const RESPONSES: readonly FaultKind["kind"][] = ["failure", "html", "empty", "wrongShape", "redirect", "raw"];

const SEED = { applicationId: "1", interviewId: "2", assessmentId: "3" };
const NORMAL = { status: 200, headers: {}, body: "", code: 0 };

function describeVariant({ operationId, withKey }: Variant): string {
  return withKey ? `${operationId} with its key` : operationId;
}

/** Responds to every request of the operation with the fault, in this process. */
function respondWith({ operationId }: Variant, { fault, server }: Row): Fetch {
  const rejected = server?.rejectedToken;
  const response: FaultKind = rejected ? { kind: "failure", ...rejected } : fault;
  const request = { operationId, logId: "1" };
  let tokens = 0;
  return async (url) => {
    if (url.endsWith(operations.getTenantAccessToken.path)) return token(`t-${++tokens}`);
    const { status, headers, body } = createFaultyResponse(response, request, NORMAL, "cli_test");
    return new Response(body, { status, headers });
  };
}

/** Sends a call all of whose attempts meet the fault. */
async function fail(variant: Variant, row: Row): Promise<object> {
  const { operationId, withKey } = variant;
  const hire = createTestClient({
    fetch: respondWith(variant, row),
    rateLimiter: undefined,
    maxRateLimitWaitMs: 1,
  });
  const key = withKey ? { external_id: "7" } : {};
  const error = await calls[operationId].send(hire, SEED, key, {}).catch((reason: unknown) => reason);
  if (!(error instanceof FeishuHireError)) throw new Error(`${row.name} did not fail`, { cause: error });
  const { name, attempts, mayHaveSucceeded } = error;
  return { name, code: "code" in error ? error.code : undefined, attempts, mayHaveSucceeded };
}

function predict(variant: Variant, row: Row): object {
  const { attempts = 1, mayHaveSucceeded } = predictEnding({ ...variant, row, applied: false, always: true });
  return { name: row.error.name, code: row.code, attempts, mayHaveSucceeded };
}

const named = variants.map((variant) => [describeVariant(variant), variant] as const);

test.each(named)("%s meets every code under every status", async (_, variant) => {
  const rows = listPossibleRows(variant).filter(
    ({ fault, meaning }) => RESPONSES.includes(fault.kind) || meaning === "token",
  );
  const results = rows.map(async (row) => [row.name, await fail(variant, row)]);
  expect(await Promise.all(results)).toEqual(rows.map((row) => [row.name, predict(variant, row)]));
});
