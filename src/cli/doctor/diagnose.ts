import { findProxy } from "#transport";
import { hosts } from "../../../generated/operations.js";
import {
  AuthenticationError,
  ConfigurationError,
  FeishuApiError,
  type FeishuHire,
  FeishuHireError,
  PermissionError,
} from "../../index.js";

export type CheckName = "host" | "credentials" | "readScope" | "writeScope" | "clock" | "limit";

/** What one check has found: `unknown` could not be seen from here. */
export interface Check {
  readonly name: CheckName;
  readonly state: "ok" | "failed" | "unknown";
  /** Why it failed. */
  readonly error?: FeishuHireError | undefined;
  /** What else there is to say: parameters of the check's text. */
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

export interface DiagnoseOptions {
  readonly client: FeishuHire;
  /** Creates the same client for another host, to see whether the credentials belong there. */
  readonly createFor: (host: string) => FeishuHire;
  /** Wall-clock milliseconds. */
  readonly now: () => number;
  /** The hosts that an app can be on. @default Feishu's and Lark's */
  readonly knownHosts?: readonly string[] | undefined;
}

/** A query for an interview that is not there shows all that can be seen without changing anything. */
const NO_ID = "1";

/** Checks, one after the other, what an import needs. Changes nothing in Feishu. */
export async function diagnose(options: DiagnoseOptions): Promise<Check[]> {
  const { client, now } = options;
  const connection = await checkConnection(client, () => findOtherHost(options));
  if (connection.some(({ state }) => state === "failed")) return connection;
  let headers: Headers | undefined;
  let error: FeishuHireError | undefined;
  try {
    const query = client.externalInterviews.query({ external_interview_id_list: [NO_ID] });
    ({ headers } = await query.withResponse());
  } catch (failure) {
    if (!(failure instanceof FeishuHireError)) throw failure;
    error = failure;
  }
  const isAllowed = error === undefined || isAboutTheQuery(error);
  return [
    ...connection,
    { name: "readScope", state: isAllowed ? "ok" : "failed", error: isAllowed ? undefined : error },
    { name: "writeScope", state: "unknown" },
    checkClock(headers, now),
    checkLimit(headers),
  ];
}

/**
 * The first half: the host, and whether it accepts the credentials. Sends no call but the token's.
 *
 * @param findHost finds another host that accepts them
 */
export async function checkConnection(
  client: FeishuHire,
  findHost: () => Promise<string | undefined> = async () => undefined,
): Promise<Check[]> {
  const error = await findTokenFailure(client);
  const details = { host: client.baseUrl };
  if (error === undefined) {
    const proxy = (await findProxy(client.baseUrl))?.host;
    return [
      { name: "host", state: "ok", details: { ...details, ...(proxy !== undefined && { proxy }) } },
      { name: "credentials", state: "ok", details: { app: client.appId } },
    ];
  }
  // Nothing was sent: they are malformed.
  if (error instanceof ConfigurationError)
    return [{ name: "credentials", state: "failed", error, details: { app: client.appId } }];
  if (!(error instanceof FeishuApiError)) return [{ name: "host", state: "failed", error, details }];
  const other = error instanceof AuthenticationError ? await findHost() : undefined;
  return [
    { name: "host", state: "ok", details },
    {
      name: "credentials",
      state: "failed",
      error,
      details: { app: client.appId, ...(other !== undefined && { other }) },
    },
  ];
}

/** Stops a call once it has its token. */
const HAS_TOKEN = Symbol("token");

async function findTokenFailure(client: FeishuHire): Promise<FeishuHireError | undefined> {
  try {
    const beforeSend = () => {
      throw HAS_TOKEN;
    };
    await client.externalInterviews.query({ external_interview_id_list: [NO_ID] }, { beforeSend });
  } catch (error) {
    if (error === HAS_TOKEN) return undefined;
    if (error instanceof FeishuHireError) return error;
    throw error;
  }
  return undefined;
}

/** The other host that accepts the credentials; undefined if none does, or if the host is a mock or a gateway. */
async function findOtherHost({
  client,
  createFor,
  knownHosts = hosts,
}: DiagnoseOptions): Promise<string | undefined> {
  if (!knownHosts.includes(client.baseUrl)) return undefined;
  for (const host of knownHosts)
    if (host !== client.baseUrl && (await findTokenFailure(createFor(host))) === undefined) return host;
  return undefined;
}

/** Whether a failure shows that the app may query, since it is about what was asked. */
function isAboutTheQuery(error: FeishuHireError): boolean {
  const concernsApp = error instanceof AuthenticationError || error instanceof PermissionError;
  return error instanceof FeishuApiError && !concernsApp && !error.isTransient;
}

/** A difference that breaks nothing: Feishu's `Date` has whole seconds, and its response takes a while to arrive. */
const MAX_CLOCK_DIFFERENCE_MS = 60_000;

function checkClock(headers: Headers | undefined, now: () => number): Check {
  const serverMs = Date.parse(headers?.get("date") ?? "");
  if (!Number.isFinite(serverMs)) return { name: "clock", state: "unknown" };
  const seconds = Math.round((now() - serverMs) / 1000);
  const state = Math.abs(seconds * 1000) <= MAX_CLOCK_DIFFERENCE_MS ? "ok" : "failed";
  return { name: "clock", state, details: { seconds } };
}

function checkLimit(headers: Headers | undefined): Check {
  const limit = headers?.get("x-ogw-ratelimit-limit");
  return limit ? { name: "limit", state: "ok", details: { limit } } : { name: "limit", state: "unknown" };
}
