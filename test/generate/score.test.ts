import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

it("Redocly scores the spec at 90 or more", async () => {
  const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const args = [redocly, "score", "spec/openapi.yaml", "--format", "json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  expect(JSON.parse(stdout.slice(stdout.indexOf("{"))).agentReadiness).toBeGreaterThanOrEqual(90);
});
