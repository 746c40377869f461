import { operations } from "../../generated/operations.js";
import type { Fetch, FetchInit, TransportResponse } from "../../src/index.js";

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly init: FetchInit;
}

type Reply = Response | Error | ((sent: Sent) => TransportResponse | Promise<TransportResponse>);

export const created = (id = "6960663240925956436"): Response =>
  Response.json({ code: 0, msg: "ok", data: { external_interview: { id } } });

export const failure = (
  code: number,
  status: number,
  headers: Record<string, string> = {},
  msg = "no",
): Response => Response.json({ code, msg }, { status, headers });

export const token = (value = "t-one", expire = 7200): Response =>
  Response.json({ code: 0, msg: "ok", tenant_access_token: value, expire });

/** Creates a reply that is held back until it is released. */
export function hold(response: Response): { reply: () => Promise<Response>; release: () => void } {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { reply: () => gate.then(() => response.clone()), release };
}

/**
 * Creates a `fetch` that returns the scripted replies in order, repeats the last
 * one, and records the requests.
 */
export function scriptedFetch(script: { create?: Reply[]; token?: Reply[] }): {
  fetch: Fetch;
  creates: Sent[];
  tokens: Sent[];
} {
  const creates: Sent[] = [];
  const tokens: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const sent: Sent = {
      url,
      method: init.method,
      headers: init.headers,
      body: init.body === undefined ? undefined : JSON.parse(init.body),
      init,
    };
    const isToken = url.endsWith(operations.getTenantAccessToken.path);
    const [calls, replies] = isToken
      ? [tokens, script.token ?? [token()]]
      : [creates, script.create ?? [created()]];
    const reply = replies[Math.min(calls.length, replies.length - 1)];
    calls.push(sent);
    if (reply instanceof Error) throw reply;
    if (typeof reply === "function") return reply(sent);
    if (!reply) throw new Error("nothing scripted");
    return reply.clone();
  };
  return { fetch, creates, tokens };
}

/** Lists the tokens that requests were sent with. */
export function bearers(creates: { headers: Record<string, string> }[]): (string | undefined)[] {
  return creates.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));
}
