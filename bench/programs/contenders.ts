import { operations } from "../../generated/operations.js";
import type { FeishuHire } from "../../src/index.js";
import { createRequest, credentials, tokenResponse } from "./examples.js";

/**
 * Prepares a call that creates the interview of Feishu's example and resolves to its id. The first call also
 * fetches a token, if the contender can.
 */
type Contender = (baseUrl: string) => Promise<() => Promise<string>>;

/** The part of the official SDK that is used. */
interface Official {
  readonly Client: new (
    options: object,
  ) => {
    hire: {
      v1: {
        externalInterview: {
          create(request: { data: object }): Promise<{ data: { external_interview: { id: string } } }>;
        };
      };
    };
  };
  readonly LoggerLevel: { readonly error: number };
}

// In variables, so that they are resolved where the program runs: in the project that has them installed.
const CLIENT: string = "feishu-hire";
const OFFICIAL: string = "@larksuiteoapi/node-sdk";

const { path, contentType } = operations.createExternalInterview;
const json = { "content-type": contentType ?? "" };
const authorized = { ...json, authorization: `Bearer ${tokenResponse.tenant_access_token}` };

export const contenders: Readonly<Record<string, Contender>> = {
  client: async (baseUrl) => prepareCreate({ baseUrl }),

  clientOverFetch: async (baseUrl) => prepareCreate({ baseUrl, fetch: globalThis.fetch }),

  official: async (baseUrl) => {
    const { Client, LoggerLevel }: Official = await import(OFFICIAL);
    const lark = new Client({ ...credentials, domain: baseUrl, loggerLevel: LoggerLevel.error });
    return async () => {
      const { data } = await lark.hire.v1.externalInterview.create({ data: createRequest });
      return data.external_interview.id;
    };
  },

  nothing: async () => async () => "",

  fetch: async (baseUrl) => () => post(`${baseUrl}${path}`),

  fetchWithSignal: async (baseUrl) => () => post(`${baseUrl}${path}`, new AbortController().signal),

  fetchWithToken: async (baseUrl) => {
    const body = JSON.stringify({ app_id: credentials.appId, app_secret: credentials.appSecret });
    return async () => {
      const tokenUrl = `${baseUrl}${operations.getTenantAccessToken.path}`;
      await (await fetch(tokenUrl, { method: "POST", headers: json, body })).json();
      return post(`${baseUrl}${path}`);
    };
  },
};

async function prepareCreate(options: object): Promise<() => Promise<string>> {
  const client: { FeishuHire: typeof FeishuHire } = await import(CLIENT);
  const hire = new client.FeishuHire({ ...credentials, rateLimiter: false, ...options });
  return async () => (await hire.externalInterviews.create(createRequest)).id ?? "";
}

async function post(url: string, signal: AbortSignal | null = null): Promise<string> {
  const options = { method: "POST", headers: authorized, body: JSON.stringify(createRequest), signal };
  return readId(await (await fetch(url, options)).json());
}

function readId(envelope: unknown): string {
  return (envelope as { data: { external_interview: { id: string } } }).data.external_interview.id;
}
