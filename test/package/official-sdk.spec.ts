import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { startMock } from "../../scripts/mock/start-mock.js";
import { makeConsumer } from "./support/consumer.js";
import { ROOT } from "./support/root.js";
import { mustRun } from "./support/run.js";

const OFFICIAL_SDK = "@larksuiteoapi/node-sdk@1.74.0";

test("the official SDK, pointed at the mock, creates the page's example and gets the page's answer", async () => {
  const { examples } = parse(readFileSync(join(ROOT, "generated/openapi.yaml"), "utf8")).components;
  const consumer = await makeConsumer(OFFICIAL_SDK);
  const mock = await startMock({ port: 0 });
  await consumer.write(
    "create.mjs",
    `
    import { Client, LoggerLevel } from "@larksuiteoapi/node-sdk";
    const client = new Client({
      appId: "cli_mock",
      appSecret: "mock",
      domain: ${JSON.stringify(mock.url)},
      loggerLevel: LoggerLevel.error,
    });
    const data = ${JSON.stringify(examples.CreateRequestPage.value)};
    console.log(JSON.stringify(await client.hire.v1.externalInterview.create({ data })));`,
  );
  const answer = await mustRun("env", ["NO_PROXY=*", process.execPath, "create.mjs"], consumer.folder);
  await mock.close();
  expect(JSON.parse(answer)).toEqual(examples.CreateResponsePage.value);
});
