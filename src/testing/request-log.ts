import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type OperationId, operations } from "../../generated/operations.js";
import { isObject } from "../is-object.js";
import type { Route } from "./route.js";

/** A request that was received. */
export interface ReceivedRequest {
  readonly operationId: OperationId;
  /** Time of arrival by the server's clock, in milliseconds since 1970-01-01 UTC. */
  readonly receivedAtMs: number;
  /** The same by the clock's monotonic time, which has fractions and never jumps, for measuring intervals. */
  readonly receivedAtMonotonicMs: number;
  /**
   * Attempt number, from 1, among the requests with this `external_id`, or without one with the same content.
   */
  readonly attempt: number;
  /** Log id of the response. */
  readonly logId: string;
  readonly externalId: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Path parameters. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters, as text. */
  readonly query: Readonly<Record<string, string>>;
  /** The parsed body; its text if it is not JSON; undefined if it is empty. */
  readonly body: unknown;
  /** The response, once it has been sent; its `code` is undefined if it is not an envelope. */
  readonly response: { readonly status: number; readonly code: number | undefined } | undefined;
}

export interface PendingRequest extends ReceivedRequest {
  response: { status: number; code: number | undefined } | undefined;
}

/** A request as it arrives. */
export interface Arrival extends Pick<ReceivedRequest, "headers" | "receivedAtMs" | "receivedAtMonotonicMs"> {
  readonly route: Route;
  /** The body. */
  readonly text: string;
}

/** Counts requests and their attempts, and keeps the requests if asked to. */
export class RequestLog {
  readonly requests: PendingRequest[] = [];
  readonly counts: Record<OperationId, number> = createCounts();
  readonly #attempts = new Map<string, number>();
  readonly #keepsRequests: boolean;
  #received = 0;

  constructor(keepsRequests: boolean) {
    this.#keepsRequests = keepsRequests;
  }

  receive({ route, text, ...arrival }: Arrival): PendingRequest {
    const { operationId } = route;
    const body = parseJson(text);
    const externalId = readExternalId(operationId, body);
    const request: PendingRequest = {
      ...arrival,
      ...route,
      attempt: this.#countAttempt(route, externalId, text),
      logId: formatLogId(arrival.receivedAtMs, ++this.#received),
      externalId,
      body,
      response: undefined,
    };
    this.counts[operationId]++;
    if (this.#keepsRequests) this.requests.push(request);
    return request;
  }

  #countAttempt(route: Route, externalId: string | undefined, text: string): number {
    const content = [JSON.stringify([route.path, route.query]), text].join("\n");
    const key = `${route.operationId} ${externalId ?? createHash("sha1").update(content).digest("base64")}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    return attempt;
  }
}

function createCounts(): Record<OperationId, number> {
  const zeros = Object.fromEntries(Object.keys(operations).map((id) => [id, 0]));
  if (hasEveryCount(zeros)) return zeros;
  throw new TypeError("An operation has no count");
}

function hasEveryCount(counts: Record<string, number>): counts is Record<OperationId, number> {
  return Object.keys(operations).every((id) => counts[id] === 0);
}

function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readExternalId(operationId: OperationId, body: unknown): string | undefined {
  const { idempotency } = operations[operationId];
  const key = typeof idempotency === "object" && isObject(body) ? body[idempotency.field] : undefined;
  return typeof key === "string" ? key : undefined;
}

/** Formats a log id like Feishu's: the time to the second, then a unique part. */
function formatLogId(atMs: number, count: number): string {
  const time = new Date(atMs).toISOString().replaceAll(/\D/g, "").slice(0, 14);
  return `${time}${count.toString(16).toUpperCase().padStart(18, "0")}`;
}
