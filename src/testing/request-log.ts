import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { operations } from "../../generated/operations.js";
import { isObject } from "../is-object.js";
import { findOperation } from "../request/find-operation.js";

/** An operation's id in the spec. */
export type OperationId = keyof typeof operations;

/** A request that arrived. */
export interface ReceivedRequest {
  readonly operation: OperationId;
  /** When it arrived, by the server's clock, in milliseconds since 1970-01-01 UTC. */
  readonly atMs: number;
  /** The how-manieth request, from 1, with this `external_id`, or without one with this body. */
  readonly attempt: number;
  /** The log id of its answer. */
  readonly logId: string;
  readonly externalId: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** What the body's JSON holds; undefined where it is none. */
  readonly body: unknown;
  /** The answer, as soon as it has been sent; `code` is undefined where no envelope was sent. */
  readonly answer: { readonly status: number; readonly code: number | undefined } | undefined;
}

export interface OpenRequest extends ReceivedRequest {
  answer: { status: number; code: number | undefined } | undefined;
}

/** Turns what arrives into `ReceivedRequest`s, counts them and their attempts, and keeps them if it is to. */
export class Reception {
  readonly kept: OpenRequest[] = [];
  readonly counts: Record<OperationId, number> = { createExternalInterview: 0, getTenantAccessToken: 0 };
  readonly #attempts = new Map<string, number>();
  readonly #keeps: boolean;
  #received = 0;

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  receive(operation: OperationId, headers: IncomingHttpHeaders, text: string, atMs: number): OpenRequest {
    const body = parseJson(text);
    const externalId = externalIdIn(operation, body);
    const key = `${operation} ${externalId ?? createHash("sha1").update(text).digest("base64")}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    const logId = logIdFor(atMs, ++this.#received);
    const request = { operation, atMs, attempt, logId, externalId, headers, body, answer: undefined };
    this.counts[operation]++;
    if (this.#keeps) this.kept.push(request);
    return request;
  }
}

/** The operation that a request is for; undefined where the spec has none. */
export function operationAt(method = "", url = ""): OperationId | undefined {
  const found = findOperation(method, url.split("?", 1)[0] ?? "");
  return found && isOperationId(found.id) ? found.id : undefined;
}

function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function externalIdIn(operation: OperationId, body: unknown): string | undefined {
  const { idempotency } = operations[operation];
  const key = typeof idempotency === "object" && isObject(body) ? body[idempotency.field] : undefined;
  return typeof key === "string" ? key : undefined;
}

/** Like Feishu's: the time to the second, then what makes it the only one. */
function logIdFor(atMs: number, count: number): string {
  const time = new Date(atMs).toISOString().replaceAll(/\D/g, "").slice(0, 14);
  return `${time}${count.toString(16).toUpperCase().padStart(18, "0")}`;
}
