import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { operations } from "../generated/operations.js";
import { startMock } from "../scripts/mock/start-mock.js";

const PROGRAM = fileURLToPath(new URL("../scripts/mock.ts", import.meta.url));

function runMock(...args: string[]): ChildProcessByStdio<null, Readable, null> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  child.stdout.setEncoding("utf8");
  onTestFinished(() => {
    child.kill();
  });
  return child;
}

async function readAll(stream: Readable): Promise<string> {
  let output = "";
  for await (const chunk of stream) output += chunk;
  return output;
}

/** Sends the request of a printed curl command. */
async function sendCurl(command: string): Promise<Response> {
  const [, method = "", url = ""] = /^curl -X (\w+) '([^']+)'/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const body = / -d '(.*)'$/.exec(command)?.[1] ?? null;
  return fetch(url, { method, headers: Object.fromEntries(headers), body });
}

it("npm run mock announces its start before it loads, then prints its address and a curl of each operation", async () => {
  const { stdout } = runMock("--port", "0");
  const chunks: string[] = [];
  for await (const chunk of stdout) {
    chunks.push(chunk);
    if (chunks.join("").split("curl -X").length > Object.keys(operations).length) break;
  }
  expect(chunks[0]).not.toContain("http://");
  const curls = chunks
    .join("")
    .split("\n")
    .filter((line) => line.startsWith("curl"));
  expect(curls).toHaveLength(Object.keys(operations).length);
  for (const curl of curls) {
    const response = await sendCurl(curl);
    expect(await response.json()).toMatchObject({ code: 0 });
    expect(response.headers.get("content-type")).toBe("application/json");
  }
});

it("--help names the options, and a wrong port exits with 1", async () => {
  const help = await readAll(runMock("--help").stdout);
  expect(help).toContain("--port");
  const child = runMock("--port", "70000");
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(1);
});

it.each([
  ["the token call", operations.getTenantAccessToken.path, 10003],
  ["another call", operations.createExternalInterview.path, 1002002],
])("rejects a wrong body of %s with Feishu's code", async (_, path, code) => {
  const mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  const headers = { authorization: "Bearer t-1", "content-type": "application/json; charset=utf-8" };
  const response = await fetch(mock.url + path, { method: "POST", headers, body: '{ "app": 1 }' });
  expect(await response.json()).toMatchObject({ code });
});

it("ignores the body that Feishu's own SDK sends with a DELETE", async () => {
  const mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  const { method, path } = operations.deleteExternalInterview;
  const headers = { authorization: "Bearer t-1", "content-type": "application/json" };
  const url = mock.url + path.replace("{external_interview_id}", "1");
  const response = await fetch(url, { method, headers, body: "{}" });
  expect(await response.json()).toMatchObject({ code: 0 });
});

it("rejects an id that cannot be decoded", async () => {
  const mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  const { method, path } = operations.deleteExternalInterview;
  const headers = { authorization: "Bearer t-1" };
  const response = await fetch(mock.url + path.replace("{external_interview_id}", "%zz"), {
    method,
    headers,
  });
  expect(response.status).toBe(400);
});
