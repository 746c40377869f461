import { operations } from "../../generated/operations.js";
import type { FeishuHire } from "../../src/index.js";
import type { undiciFetch } from "../../src/undici.js";
import { createRequest, credentials, tokenResponse } from "./examples.js";

/** Gives a call that creates the page's interview and resolves to its id. The first fetches a token, where it can. */
type Contender = (baseUrl: string) => Promise<() => Promise<string>>;

/** What is used of the official SDK. */
interface Official {
  readonly Client: new (
    options: object,
  ) => {
    hire: {
      v1: {
        externalInterview: {
          create(of: { data: object }): Promise<{ data: { external_interview: { id: string } } }>;
        };
      };
    };
  };
  readonly LoggerLevel: { readonly error: number };
}

// Names in variables, so that they are looked up where the program runs: in the project that has them installed.
const CLIENT: string = "feishu-hire";
const CLIENT_UNDICI: string = "feishu-hire/undici";
const OFFICIAL: string = "@larksuiteoapi/node-sdk";

const { path, contentType } = operations.createExternalInterview;
const json = { "content-type": contentType ?? "" };
const authorized = { ...json, authorization: `Bearer ${tokenResponse.tenant_access_token}` };

export const contenders: Readonly<Record<string, Contender>> = {
  client: async (baseUrl) => createsWith({ baseUrl }),

  clientOverUndici: async (baseUrl) => {
    const transport: { undiciFetch: typeof undiciFetch } = await import(CLIENT_UNDICI);
    return createsWith({ baseUrl, fetch: transport.undiciFetch() });
  },

  official: async (baseUrl) => {
    const { Client, LoggerLevel }: Official = await import(OFFICIAL);
    const lark = new Client({ ...credentials, domain: baseUrl, loggerLevel: LoggerLevel.error });
    return async () => {
      const { data } = await lark.hire.v1.externalInterview.create({ data: createRequest });
      return data.external_interview.id;
    };
  },

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

  undici: async (baseUrl) => {
    const { request } = await import("undici");
    return async () => {
      const options = { method: "POST", headers: authorized, body: JSON.stringify(createRequest) };
      return idOf(await (await request(`${baseUrl}${path}`, options)).body.json());
    };
  },
};

async function createsWith(options: object): Promise<() => Promise<string>> {
  const client: { FeishuHire: typeof FeishuHire } = await import(CLIENT);
  const hire = new client.FeishuHire({ ...credentials, rateLimiter: false, ...options });
  return async () => (await hire.externalInterviews.create(createRequest)).id ?? "";
}

async function post(url: string, signal: AbortSignal | null = null): Promise<string> {
  const options = { method: "POST", headers: authorized, body: JSON.stringify(createRequest), signal };
  return idOf(await (await fetch(url, options)).json());
}

function idOf(answer: unknown): string {
  return (answer as { data: { external_interview: { id: string } } }).data.external_interview.id;
}
