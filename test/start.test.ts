import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

it.concurrent.each([
  ["en_US.UTF-8", "created", "rejected", "MOCK"],
  ["zh_CN.UTF-8", "已创建", "被拒绝", "模拟"],
])(
  "with LANG=%s, npm start imports the example on the mock, each interview under its own id, and rejects the two wrong lines",
  async (lang, created, rejected, mock) => {
    const { PATH = "", HOME = "" } = process.env;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "examples/start.ts"],
      { cwd: ROOT, env: { PATH, HOME, LANG: lang } },
    );
    const ids = [...stdout.matchAll(new RegExp(`^\\S+ +${created} +(\\d{19})$`, "gm"))].map(([, id]) => id);
    expect(new Set(ids).size).toBe(12);
    expect(stdout.match(new RegExp(`^\\S+ +${rejected}`, "gm"))).toHaveLength(2);
    expect(stderr).toContain(mock);
  },
);
