import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

it("npm start imports the example on the mock, each interview under its own id, and rejects the two wrong lines", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "examples/start.ts"],
    {
      cwd: ROOT,
    },
  );
  const ids = [...stdout.matchAll(/^\S+ +created +(\d{19})$/gm)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(12);
  expect(stdout.match(/^\S+ +rejected/gm)).toHaveLength(2);
  expect(stderr).toContain("MOCK");
});
