/** Runs a Feishu in a process of its own, controlled over IPC; see feishu-process.ts. */
import { startFeishu, type TestFeishu } from "../../src/testing/index.js";
import type { FeishuCommand, FeishuState } from "./feishu-process.js";

const feishu = await startFeishu(JSON.parse(process.argv[2] ?? "{}"));

process.on("message", (command: FeishuCommand) => {
  apply(command, feishu);
  reply(readState(feishu));
});
process.on("disconnect", () => process.exit());
reply(readState(feishu));

function reply(state: FeishuState): void {
  process.send?.(state);
}

function apply(command: FeishuCommand, server: TestFeishu): void {
  switch (command.kind) {
    case "fail":
      server.faults.push(...command.faults);
      break;
    case "advance":
      server.clock.advance(command.ms);
      break;
    case "revokeTokens":
      server.revokeTokens();
      break;
    case "read":
  }
}

function readState(server: TestFeishu): FeishuState {
  const { clientOptions, requests, requestCounts, limitResponses, interviews, interviewCount, tokens } =
    server;
  return { clientOptions, requests, requestCounts, limitResponses, interviews, interviewCount, tokens };
}
