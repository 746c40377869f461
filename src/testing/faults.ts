import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";
import type { Refusal } from "./options.js";
import type { OperationId, ReceivedRequest } from "./request-log.js";
import { limitAnswer, type Reply, refuse } from "./response.js";

/** What goes wrong with a request. Plain data, so that it can be sent to a server in another process. */
export type Trouble =
  /** A failure in Feishu's form. For a limit answer, `reset` is its `x-ogw-ratelimit-reset` (1 by default; null for none). */
  | ({ kind: "refusal"; reset?: string | number | null } & Refusal)
  /** Every token is revoked first, so that the request's own is refused; see `rejectedToken`. */
  | { kind: "revokeTokens" }
  /** The ordinary answer, so many milliseconds late. Where the client has gone by then, nothing more is carried out. */
  | { kind: "slow"; ms: number }
  /** No answer, ever. */
  | { kind: "hang" }
  /** The connection is reset before the answer. */
  | { kind: "reset" }
  /** The connection breaks in the middle of the answer's body. */
  | { kind: "cut" }
  /** A gateway's page; 502 by default. */
  | { kind: "html"; status?: number }
  /** No body; 200 by default. */
  | { kind: "empty"; status?: number }
  /** Half of the answer's JSON, in an answer that is complete as HTTP. */
  | { kind: "truncated" }
  /** JSON under HTTP 200 that is not what was promised; a success whose `data` is empty by default. */
  | { kind: "wrongShape"; body?: unknown }
  /** A redirect; 302 by default, to another address of this server. */
  | { kind: "redirect"; status?: number; location?: string }
  /** The answer, with a field of so many bytes; 20000000 by default. */
  | { kind: "huge"; bytes?: number }
  /** Whatever you like. */
  | { kind: "raw"; status: number; headers?: Record<string, string>; body: string };

/** One entry of the script of faults: it befalls the next request that it fits. */
export type Fault = Trouble & {
  /** @default "createExternalInterview" */
  operation?: OperationId;
  /**
   * Whether the request is carried out first, so that the interview exists although its answer is bad. `"idOnly"`:
   * it is not, but its `external_id` counts as used. @default false
   */
  carriedOut?: boolean | "idOnly";
  /** How many requests it befalls; `Infinity` for all. @default 1 */
  times?: number;
  /** Which requests it befalls. @default all of the operation */
  when?: (request: ReceivedRequest) => boolean;
};

/** Takes the fault that befalls the request out of the script. */
export function takeFault(script: Fault[], request: ReceivedRequest): Fault | undefined {
  const at = script.findIndex(
    ({ operation = "createExternalInterview", when }) =>
      operation === request.operation && (when?.(request) ?? true),
  );
  const fault = script[at];
  if (!fault) return undefined;
  const { times = 1 } = fault;
  script.splice(at, 1, ...(times > 1 ? [{ ...fault, times: times - 1 }] : []));
  return fault;
}

/** The bad answer, made from the one that would have been sent; that one itself where only the connection is bad. */
export function badAnswer(trouble: Trouble, request: ReceivedRequest, ordinary: Reply, appId: string): Reply {
  const changed = (change: Partial<Reply>): Reply => ({ ...ordinary, code: undefined, ...change });
  const { headers } = ordinary;
  switch (trouble.kind) {
    case "refusal":
      return refusal(trouble, request, appId);
    case "html": {
      const { status = 502 } = trouble;
      const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
      return changed({ status, body, headers: { ...headers, "content-type": "text/html" } });
    }
    case "empty":
      return changed({ status: trouble.status ?? 200, body: "" });
    case "truncated":
      return changed({ status: 200, body: ordinary.body.slice(0, ordinary.body.length / 2) });
    case "wrongShape": {
      const { body = { code: 0, msg: "ok", data: {} } } = trouble;
      return changed({ status: 200, body: JSON.stringify(body) });
    }
    case "redirect": {
      const { status = 302, location = "/elsewhere" } = trouble;
      return changed({ status, body: "", headers: { ...headers, location } });
    }
    case "huge": {
      const padding = `{"padding":"${"x".repeat(trouble.bytes ?? 20_000_000)}",`;
      return { ...ordinary, body: ordinary.body.replace("{", () => padding) };
    }
    case "raw":
      return { status: trouble.status, headers: trouble.headers ?? {}, body: trouble.body, code: undefined };
    default:
      return ordinary;
  }
}

function refusal(trouble: Trouble & { kind: "refusal" }, request: ReceivedRequest, appId: string): Reply {
  if (trouble.code !== ErrorCode.RateLimited) return refuse(request, trouble, appId);
  const limit = operations[request.operation].rateLimit?.requests ?? 0;
  return limitAnswer(request, trouble, {
    limit,
    reset: trouble.reset === null ? undefined : (trouble.reset ?? 1),
  });
}
