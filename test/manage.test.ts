import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

it("examples/manage.ts lists three interviews, updates one and deletes another", async () => {
  const args = ["--import", "tsx", "examples/manage.ts"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const lines = stdout.trim().split("\n");
  expect(lines.map((line) => line.replace(/\w{32}$/, "…"))).toEqual([
    "3 interviews",
    "updated: participate_status 2, by 张三",
    "deleted, log id …",
    "2 interviews left",
  ]);
  expect(stderr).toBe("");
});
