import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFeishu, type TestFeishu } from "../src/testing/index.js";
import { hasRedis, RedisServer, skipNote } from "./redis/support/redis-server.js";
import { buildProgram, getEnvironment, start } from "./support/program.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Block {
  file: string;
  line: number;
  runs: boolean;
  source: string;
}

/**
 * A page's TypeScript: "```ts" is compiled, and "```ts run" is run too. A block without imports
 * continues the last block that has some.
 */
function readBlocks(page: string, markdown: string): Block[] {
  let program = "";
  return [...markdown.matchAll(/^```ts( run)?\n([\s\S]*?)^```$/gm)].map(
    ({ 1: runs, 2: code = "", index }) => {
      const line = markdown.slice(0, index).split("\n").length;
      const begins = /^import\b/m.test(code);
      if (begins) program = code;
      // Braces keep the declarations of two blocks apart.
      const source = begins ? code : `${program}\n{\n${code}\n}\nexport {};\n`;
      return { file: `${page.replaceAll(/\W/g, "-")}-${line}.ts`, line, runs: runs !== undefined, source };
    },
  );
}

const docs = readdirSync(join(ROOT, "docs")).filter((name) => /^\w+\.md$/.test(name));
const blocks = ["README.md", ...docs.map((name) => `docs/${name}`)].flatMap((page) =>
  readBlocks(page, readFileSync(join(ROOT, page), "utf8")),
);

const runnable = blocks.filter(({ runs }) => runs);
const withoutRedis = runnable.filter(({ source }) => !source.includes("REDIS_URL"));
const withRedis = runnable.filter(({ source }) => source.includes("REDIS_URL"));

let folder: string;
let feishu: TestFeishu;
beforeAll(async () => {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(ROOT, ".tmp/readme-"));
  for (const { file, source } of blocks) writeFileSync(join(folder, file), source);
  const paths = {
    "#transport": ["../../src/transport/node.ts"],
    "feishu-hire": ["../../src/index.ts"],
    "feishu-hire/*": ["../../src/*/index.ts", "../../src/*.ts"],
  };
  const compilerOptions = { paths, isolatedDeclarations: false, declaration: false, noUnusedLocals: false };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: ["*.ts"] }),
  );
  feishu = await startFeishu();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await feishu.close();
});

describe.concurrent("the code in the pages", () => {
  it("compiles", () => {
    expect(blocks).not.toEqual([]);
    expect(compile(folder)).toEqual([]);
  });

  it("has blocks that run", () => {
    expect(withoutRedis).not.toEqual([]);
    expect(withRedis).not.toEqual([]);
  });

  it.each(withoutRedis)("runs: $file", ({ file }) => runBlock(file), 60_000);

  it.skipIf(!hasRedis).each(withRedis)(
    `runs with Redis: $file${skipNote}`,
    async ({ file }) => {
      const redis = await RedisServer.start();
      await runBlock(file, { REDIS_URL: redis.url });
      await redis.stop();
    },
    60_000,
  );
});

/**
 * Compiles the files of a folder with a tsconfig.json.
 *
 * @returns the errors in these files; those that they import are checked elsewhere, which takes far longer
 */
function compile(folder: string): string[] {
  const tsconfig = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(tsconfig.config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  const errors = [
    ...program.getOptionsDiagnostics(),
    ...fileNames.flatMap((name) => {
      const file = program.getSourceFile(name);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    }),
  ];
  return errors.map((error) => ts.formatDiagnostic(error, FORMAT));
}

const FORMAT: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => ROOT,
  getNewLine: () => "\n",
};

async function runBlock(file: string, env: Record<string, string> = {}): Promise<void> {
  const { path } = await buildProgram(relative(ROOT, join(folder, file)));
  const { ended } = start(process.execPath, [path], { env: { ...getEnvironment(feishu), ...env } });
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
}
