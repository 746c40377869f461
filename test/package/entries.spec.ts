import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createConsumer } from "./support/consumer.js";
import { mustRun } from "./support/run.js";

const consumer = await createConsumer();
const entries = Object.entries(manifest.exports);
const modules = entries.filter(([, to]) => typeof to === "object").map(([entry]) => entry);

describe("an installed package", () => {
  test.each(modules)("exports the module %s, the same as CommonJS", async (entry) => {
    await consumer.write("main.mjs", `console.log(Object.keys(await import("${nameOf(entry)}")).sort())`);
    await consumer.write("main.cjs", `console.log(Object.keys(require("${nameOf(entry)}")).sort())`);
    const imported = await mustRun(process.execPath, ["main.mjs"], consumer.folder);
    expect(imported).toMatch(/\w/);
    expect(await mustRun(process.execPath, ["main.cjs"], consumer.folder)).toBe(imported);
  });

  test("exports the spec, for clients in other languages", async () => {
    await consumer.write("main.mjs", `console.log(import.meta.resolve("${nameOf("./openapi.yaml")}"))`);
    expect(await mustRun(process.execPath, ["main.mjs"], consumer.folder)).toContain(
      "generated/openapi.yaml",
    );
  });

  test("exports a Feishu to test against", async () => {
    await consumer.write("main.mjs", TESTING_PROGRAM);
    expect(await mustRun(process.execPath, ["main.mjs"], consumer.folder)).toBe("1\n");
  });
});

function nameOf(entry: string): string {
  return entry.replace(/^\./, manifest.name);
}

const TESTING_PROGRAM = `import { FeishuHire } from "feishu-hire";
import { startFeishu } from "feishu-hire/testing";

const feishu = await startFeishu();
const hire = new FeishuHire(feishu.clientOptions);
await hire.externalInterviews.create({ external_application_id: "1" });
console.log(feishu.interviews.length);
await feishu.close();
`;
