import { onTestFinished } from "vitest";
import { operations } from "../../generated/operations.js";
import { isObject } from "../../src/is-object.js";
import {
  type OperationId,
  startFeishu,
  type TestFeishu,
  type TestFeishuOptions,
} from "../../src/testing/index.js";

/** Starts a Feishu that closes with the test. A concurrent test passes the hook of its own context. */
export async function startTestFeishu(
  options: TestFeishuOptions = {},
  onEnd: typeof onTestFinished = onTestFinished,
): Promise<TestFeishu> {
  const feishu = await startFeishu(options);
  onEnd(() => feishu.close());
  return feishu;
}

/** A response, read without the client. */
export interface PlainResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The envelope; empty if the body is not one. */
  json: Record<string, unknown>;
}

/** The parts of a request. */
export interface PlainRequest {
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Sends a request without the client, to test the server alone. */
export async function sendPlain(
  feishu: TestFeishu,
  operationId: OperationId,
  { path = {}, query = {}, body, headers = {}, signal }: PlainRequest,
): Promise<PlainResponse> {
  const { method, path: template, contentType } = operations[operationId];
  const url = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const response = await fetch(`${feishu.baseUrl}${url}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...(contentType !== undefined && { "content-type": contentType }), ...headers },
    body: typeof body === "string" || body === undefined ? (body ?? null) : JSON.stringify(body),
    redirect: "manual",
    signal: signal ?? null,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parseEnvelope(text) };
}

/** Calls an operation with the current token. */
export async function callPlain(
  feishu: TestFeishu,
  operationId: OperationId,
  request: PlainRequest = {},
): Promise<PlainResponse> {
  const { json } = await requestToken(feishu);
  const headers = { authorization: `Bearer ${String(json.tenant_access_token)}`, ...request.headers };
  return sendPlain(feishu, operationId, { ...request, headers });
}

export function requestToken(feishu: TestFeishu, credentials: object = {}): Promise<PlainResponse> {
  const { appId: app_id, appSecret: app_secret } = feishu;
  return sendPlain(feishu, "getTenantAccessToken", { body: { app_id, app_secret, ...credentials } });
}

/** Creates an interview with the current token. */
export function create(feishu: TestFeishu, body: unknown): Promise<PlainResponse> {
  return callPlain(feishu, "createExternalInterview", { body });
}

/** Creates an interview with the given token. */
export function createWithToken(
  feishu: TestFeishu,
  token: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<PlainResponse> {
  const headers = { authorization: `Bearer ${token}` };
  return sendPlain(feishu, "createExternalInterview", { body, headers, ...(signal && { signal }) });
}

function parseEnvelope(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
