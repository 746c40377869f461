import { expect } from "vitest";
import { ErrorCode } from "../../../src/index.js";
import { startFeishu } from "../../../src/testing/index.js";

const NAMES = "BadParameterError, InvalidRequestError, ParticipateStatus";
const LOAD = {
  module: (names: string) => `import { ${names} } from "feishu-hire";`,
  commonjs: (names: string) => `const { ${names} } = require("feishu-hire");`,
};

/** What the program creates interviews with. */
const BY = {
  method: {
    names: "FeishuHire",
    create: (options: string) => `const { create } = new FeishuHire(${options}).externalInterviews;`,
  },
  function: {
    names: "createClient, createExternalInterview",
    create: (options: string) => `const client = createClient(${options});
  const create = (body) => createExternalInterview(client, body);`,
  },
};

const REPORT =
  "main().catch(({ stack }) => ({ stack })).then((report) => console.log(JSON.stringify(report)))";

/** Prints the result as one line of JSON: on load, or as a workerd test. */
const PRINT = {
  script: `${REPORT};`,
  worker: `export default { test: () => ${REPORT} };`,
};

interface Form {
  readonly load: keyof typeof LOAD;
  readonly by: keyof typeof BY;
  readonly print: keyof typeof PRINT;
}

/**
 * A user's program: creates an interview, has one rejected by Feishu, and one
 * found invalid before it is sent.
 */
function createSource({ load, by, print }: Form, clientOptions: object): string {
  const { names, create } = BY[by];
  return `${LOAD[load](`${NAMES}, ${names}`)}

async function main() {
  ${create(JSON.stringify(clientOptions))}
  const { id } = await create({
    external_id: "accepted",
    external_application_id: "1",
    participate_status: ParticipateStatus.Participated,
  });
  const rejected = await create({ external_id: "rejected", external_application_id: "2" })
    .catch((error) => [error instanceof BadParameterError, error.name, error.code, error.status]);
  const invalid = await create({ external_application_id: 3 })
    .catch((error) => [error instanceof InvalidRequestError, error.name, error.issues[0].pointer]);
  return { id, rejected, invalid };
}

${PRINT[print]}
`;
}

/** Runs the program against a Feishu on this machine, and checks its output and the requests. */
export async function expectCreates(
  { by = "method", ...form }: Omit<Form, "by"> & Partial<Pick<Form, "by">>,
  runProgram: (source: string) => Promise<string>,
): Promise<void> {
  const feishu = await startFeishu();
  try {
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.BadParameter,
      when: ({ externalId }) => externalId === "rejected",
    });
    const printed = await runProgram(createSource({ by, ...form }, feishu.clientOptions));
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
