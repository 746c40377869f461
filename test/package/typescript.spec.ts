import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { createConsumer } from "./support/consumer.js";
import { run } from "./support/run.js";

const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** A user's program that relies on the types: of results, of errors and of options. */
const PROGRAM = `import {
  BadParameterError,
  type ClientOptions,
  Conclusion,
  createClient,
  createExternalInterview,
  dimension,
  ErrorCode,
  type ExternalInterviewCreate,
  FeishuHire,
  queryAllExternalInterviews,
  type TokenStore,
} from "feishu-hire";

const tokens = new Map<string, { token: string; expiresAtMs: number }>();
const tokenStore: TokenStore = {
  get: async (key) => tokens.get(key),
  set: async (key, token) => void tokens.set(key, token),
  delete: async (key) => void tokens.delete(key),
};
const options: ClientOptions = { appId: "cli_1", appSecret: "secret", fetch, logger: console, tokenStore };
const body: ExternalInterviewCreate = {
  external_application_id: "1",
  interview_assessments: [
    { conclusion: Conclusion.Passed, assessment_dimension_list: [dimension.score({ score: 9 })] },
  ],
};
export async function createInterview(signal: AbortSignal): Promise<string> {
  try {
    const { id } = await new FeishuHire(options).externalInterviews.create(body, { signal });
    return id;
  } catch (error) {
    if (error instanceof BadParameterError && error.code === ErrorCode.BadParameter) return error.msg;
    throw error;
  }
}
const client = createClient(options);
export const create = createExternalInterview;
export const createHere = (body: ExternalInterviewCreate) => create(client, body, { timeoutMs: 1_000 });
export async function* listIds(): AsyncGenerator<string> {
  for await (const { id } of queryAllExternalInterviews(client)) yield id;
}
// @ts-expect-error the option is not called so
export const misspeltOption = () => create(client, body, { sginal: AbortSignal.timeout(1) });
// @ts-expect-error a FeishuHire has methods of its own
export const notAClient = () => create(new FeishuHire(options), body);
// @ts-expect-error the application is required
const incomplete: ExternalInterviewCreate = {};
// @ts-expect-error the field is not called so
const misspelt: ExternalInterviewCreate = { external_application_id: "1", begin_tme: 1 };
export { incomplete, misspelt };
`;

/** A program that uses the modules for servers. */
const NODE_PROGRAM = `import { FeishuHire } from "feishu-hire";
import { importInterviews } from "feishu-hire/importer";
import { createRawClient, type RawClient } from "feishu-hire/raw";
import { startFeishu } from "feishu-hire/testing";
import { errorCodesZh } from "feishu-hire/zh";

export { importInterviews };
export const meaning: string = errorCodesZh[1002002].meaning;
export async function findInterviews(raw: RawClient = createRawClient(new FeishuHire())): Promise<number> {
  const { data } = await raw.POST("/open-apis/hire/v1/external_interviews/batch_query");
  return data?.data?.items?.length ?? 0;
}
export async function connect(): Promise<FeishuHire> {
  const feishu = await startFeishu({ tokenLifetimeSeconds: 3600 });
  return new FeishuHire(feishu.clientOptions);
}
`;

const WITH_DOM = { lib: ["es2022", "dom"], types: [] };
const WITH_NODE = { lib: ["es2022"], types: ["node"] };
const NODE10 = { module: "commonjs", moduleResolution: "node10" };
const NODE16 = { module: "node16" };
const NODENEXT = { module: "nodenext" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

const consumer = await createConsumer("@types/node@20");

describe.each([
  { name: "with the resolution node10", file: "main.ts", options: NODE10 },
  { name: "with the resolution node16", file: "main.mts", options: NODE16 },
  { name: "with the resolution node16, as CommonJS", file: "main.cts", options: NODE16 },
  { name: "with the resolution nodenext", file: "main.mts", options: NODENEXT },
  { name: "with the resolution nodenext, as CommonJS", file: "main.cts", options: NODENEXT },
  { name: "with the resolution bundler", file: "main.ts", options: BUNDLER },
])("a program compiles $name", ({ file, options }) => {
  test.each([
    { types: "the DOM's types and no others", more: WITH_DOM },
    { types: "Node's types and no DOM", more: WITH_NODE },
  ])("and $types, all of them checked", async ({ more }) => {
    expect(await compile(file, { ...options, ...more, skipLibCheck: false })).toBe("");
  });
});

test("a program compiles without checking the package's types, which must not turn into any", async () => {
  expect(await compile("main.ts", { ...BUNDLER, ...WITH_NODE, skipLibCheck: true })).toBe("");
});

test.each([
  { resolution: "node10", file: "node.ts", options: NODE10 },
  { resolution: "node16, as CommonJS", file: "node.cts", options: NODE16 },
  { resolution: "nodenext", file: "node.mts", options: NODENEXT },
])(
  "a program for Node compiles with the package's other modules under $resolution",
  async ({ file, options }) => {
    const withCheckedTypes = { ...options, ...WITH_NODE, skipLibCheck: false };
    expect(await compile(file, withCheckedTypes, NODE_PROGRAM)).toBe("");
  },
);

/** Compiles the program and returns what the compiler prints. */
async function compile(file: string, options: object, program: string = PROGRAM): Promise<string> {
  const compilerOptions = { ...options, ...STRICT };
  await consumer.write(file, program);
  await consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout, stderr } = await run(process.execPath, [TSC, "-p", "."], consumer.folder);
  return stdout + stderr;
}

const STRICT = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: "es2022" };
