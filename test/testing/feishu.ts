import { onTestFinished } from "vitest";
import { operations } from "../../generated/operations.js";
import { isObject } from "../../src/is-object.js";
import {
  type OperationId,
  startFeishu,
  type TestFeishu,
  type TestFeishuOptions,
} from "../../src/testing/index.js";

/** A Feishu that ends with the test. A concurrent test has a hook of its own for that, in its context. */
export async function feishuFor(
  options: TestFeishuOptions = {},
  atTheEnd: typeof onTestFinished = onTestFinished,
): Promise<TestFeishu> {
  const feishu = await startFeishu(options);
  atTheEnd(() => feishu.close());
  return feishu;
}

/** An answer, as a client that knows nothing would read it. */
export interface PlainAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The envelope; empty where the body is none. */
  json: Record<string, unknown>;
}

/** Sends a request without the client, so that the server alone is looked at. */
export async function post(
  feishu: TestFeishu,
  operationId: OperationId,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<PlainAnswer> {
  const { path, contentType = "" } = operations[operationId];
  const response = await fetch(`${feishu.baseUrl}${path}`, {
    method: "POST",
    headers: { "content-type": contentType, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
    redirect: "manual",
    signal,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

export function askForToken(feishu: TestFeishu, credentials: object = {}): Promise<PlainAnswer> {
  const { appId: app_id, appSecret: app_secret } = feishu;
  return post(feishu, "getTenantAccessToken", { app_id, app_secret, ...credentials });
}

/** Creates with the token that is handed out now. */
export async function create(feishu: TestFeishu, body: unknown): Promise<PlainAnswer> {
  const { json } = await askForToken(feishu);
  return createWith(feishu, String(json.tenant_access_token), body);
}

export function createWith(
  feishu: TestFeishu,
  token: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<PlainAnswer> {
  return post(feishu, "createExternalInterview", body, { authorization: `Bearer ${token}` }, signal);
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
