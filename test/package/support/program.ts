import { expect } from "vitest";
import { ErrorCode } from "../../../src/index.js";
import { startFeishu } from "../../../src/testing/index.js";

const NAMES = "{ BadParameterError, FeishuHire, InvalidRequestError, ParticipateStatus }";
const LOAD = {
  module: `import ${NAMES} from "feishu-hire";`,
  commonjs: `const ${NAMES} = require("feishu-hire");`,
};

const REPORT =
  "main().catch(({ stack }) => ({ stack })).then((report) => console.log(JSON.stringify(report)))";

/** Prints the result as one line of JSON: on load, or as a workerd test. */
const PRINT = {
  script: `${REPORT};`,
  worker: `export default { test: () => ${REPORT} };`,
};

/**
 * A user's program: creates an interview, has one rejected by Feishu, and one
 * found invalid before it is sent.
 */
function createSource(load: string, print: string, clientOptions: object): string {
  return `${load}

async function main() {
  const hire = new FeishuHire(${JSON.stringify(clientOptions)});
  const { id } = await hire.externalInterviews.create({
    external_id: "accepted",
    external_application_id: "1",
    participate_status: ParticipateStatus.Participated,
  });
  const rejected = await hire.externalInterviews
    .create({ external_id: "rejected", external_application_id: "2" })
    .catch((error) => [error instanceof BadParameterError, error.name, error.code, error.status]);
  const invalid = await hire.externalInterviews
    .create({ external_application_id: 3 })
    .catch((error) => [error instanceof InvalidRequestError, error.name, error.issues[0].pointer]);
  return { id, rejected, invalid };
}

${print}
`;
}

/** Runs the program against a Feishu on this machine, and checks its output and the requests. */
export async function expectCreates(
  { load, print }: { load: keyof typeof LOAD; print: keyof typeof PRINT },
  runProgram: (source: string) => Promise<string>,
): Promise<void> {
  const feishu = await startFeishu();
  try {
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.BadParameter,
      when: ({ externalId }) => externalId === "rejected",
    });
    const printed = await runProgram(createSource(LOAD[load], PRINT[print], feishu.clientOptions));
    expect(JSON.parse(printed.trim().split("\n").at(-1) ?? "")).toEqual({
      id: feishu.interviews[0]?.interview.id,
      rejected: [true, "BadParameterError", ErrorCode.BadParameter, 400],
      invalid: [true, "InvalidRequestError", "/external_application_id"],
    });
    expect(feishu.interviews.map(({ externalId }) => externalId)).toEqual(["accepted"]);
    expect(feishu.tokenRequests).toBe(1);
  } finally {
    await feishu.close();
  }
}
