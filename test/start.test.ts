import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

it("npm start imports the example on the mock, and ends 0 because only the two wrong lines are rejected", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "examples/start.ts"],
    {
      cwd: ROOT,
    },
  );
  expect(stdout.match(/^\S+ +created/gm)).toHaveLength(12);
  expect(stdout.match(/^\S+ +rejected/gm)).toHaveLength(2);
  expect(stderr).toContain("MOCK");
});
