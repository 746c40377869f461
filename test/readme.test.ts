import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../scripts/mock/start-mock.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Block {
  file: string;
  line: number;
  runs: boolean;
  source: string;
}

/**
 * README's TypeScript: "```ts" is compiled, and "```ts run" runs too. A block without imports goes on from the last
 * block that has some.
 */
function blocksOf(markdown: string): Block[] {
  let program = "";
  return [...markdown.matchAll(/^```ts( run)?\n([\s\S]*?)^```$/gm)].map(
    ({ 1: runs, 2: code = "", index }) => {
      const line = markdown.slice(0, index).split("\n").length;
      const begins = /^import\b/m.test(code);
      if (begins) program = code;
      // Braces keep what a block declares from what the one before it has declared.
      const source = begins ? code : `${program}\n{\n${code}\n}\nexport {};\n`;
      return { file: `line-${line}.ts`, line, runs: runs !== undefined, source };
    },
  );
}

const blocks = blocksOf(readFileSync(join(ROOT, "README.md"), "utf8"));

let folder: string;
let mock: Mock;
beforeAll(async () => {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(ROOT, ".tmp/readme-"));
  for (const { file, source } of blocks) writeFileSync(join(folder, file), source);
  const paths = {
    "feishu-hire": ["../../src/index.ts"],
    "feishu-hire/*": ["../../src/*/index.ts", "../../src/*.ts"],
  };
  const compilerOptions = { paths, isolatedDeclarations: false, declaration: false, noUnusedLocals: false };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: ["*.ts"] }),
  );
  mock = await startMock({ port: 0 });
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

describe("README's code", () => {
  it("compiles", async () => {
    expect(blocks).not.toEqual([]);
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", folder]).catch((failed) => failed);
    expect(stdout).toBe("");
  }, 60_000);

  it("has a block that runs", () => {
    expect(blocks.filter(({ runs }) => runs)).not.toEqual([]);
  });

  it.each(blocks.filter(({ runs }) => runs))(
    "runs at line $line",
    async ({ file }) => {
      const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
      await run(process.execPath, [tsx, "--tsconfig", join(folder, "tsconfig.json"), join(folder, file)], {
        env: {
          ...process.env,
          FEISHU_BASE_URL: mock.url,
          FEISHU_APP_ID: "cli_readme",
          FEISHU_APP_SECRET: "readme",
        },
      });
    },
    60_000,
  );
});
