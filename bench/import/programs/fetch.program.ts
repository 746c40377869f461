/** Sends the bodies of a file with nothing but `fetch`, for each message, and replies with the measurements. */
import { readFile } from "node:fs/promises";
import { operations } from "../../../generated/operations.js";
import type { ServerAddress } from "./server.program.js";

export interface FetchTask {
  readonly server: ServerAddress;
  readonly file: string;
  readonly concurrency: number;
}

export interface FetchMeasurement {
  readonly wallMs: number;
  readonly cpuMs: number;
}

interface Envelope {
  readonly code: number;
  readonly tenant_access_token?: string;
}

async function sendFile({ server, file, concurrency }: FetchTask): Promise<FetchMeasurement> {
  const bodies = (await readFile(file, "utf8")).trimEnd().split("\n");
  const before = process.cpuUsage();
  const startedAtMs = performance.now();
  const { createExternalInterview: create, getTenantAccessToken: token } = operations;
  const headers: Record<string, string> = { "content-type": create.contentType ?? "application/json" };
  const post = async (path: string, body: string): Promise<Envelope> => {
    const response = await fetch(`${server.baseUrl}${path}`, { method: "POST", headers, body });
    return response.json();
  };
  const credentials = JSON.stringify({ app_id: server.appId, app_secret: server.appSecret });
  headers.authorization = `Bearer ${(await post(token.path, credentials)).tenant_access_token}`;
  let next = 0;
  const workers = Array.from({ length: concurrency }, async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const { code } = await post(create.path, body);
      if (code !== 0) throw new Error(`The server responded with code ${code}.`);
    }
  });
  await Promise.all(workers);
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

process.on("message", async (task: FetchTask) => process.send?.(await sendFile(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
