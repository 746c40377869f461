/** Imports a file without a rate limit, and kills itself at a step. Its argument is `VictimOptions` as JSON. */
import { subscribe } from "node:diagnostics_channel";
import { operations } from "../../../generated/operations.js";
import { importInterviews, readInterviews } from "../../../src/importer/index.js";
import { FeishuHire } from "../../../src/index.js";
import { isObject } from "../../../src/is-object.js";
import type { VictimOptions } from "./kill.js";

const { baseUrl, appId, appSecret, file, job, kill }: VictimOptions = JSON.parse(process.argv[2] ?? "");

let times = 0;
function killAt(step: unknown): void {
  if (kill && "step" in kill && kill.step === step && ++times === kill.nth)
    process.kill(process.pid, "SIGKILL");
}

subscribe("feishu-hire:importer", (message) => killAt(isObject(message) && message.step));

const client = new FeishuHire({
  baseUrl,
  appId,
  appSecret,
  rateLimiter: false,
  maxRetries: false,
  fetch: async (url, init) => {
    const creates = url.endsWith(operations.createExternalInterview.path);
    if (creates) killAt("beforeSend");
    const response = await fetch(url, init);
    if (creates) killAt("responseArrived");
    return response;
  },
});

process.stdout.write("ready\n");
const input = readInterviews(file, { format: "jsonl" });
for await (const _ of importInterviews(input, { client, jobDir: job, concurrency: 8 }));
