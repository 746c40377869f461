import { expect, it } from "vitest";
import * as api from "../../src/index.js";
import { listArguments } from "../contract/call-operation.js";
import { pages } from "../contract/page.js";
import { specOperations } from "../contract/spec.js";
import { InstantClock } from "../support/clock.js";
import { APP_SECRET, NOWHERE } from "../support/hire.js";
import { token } from "../support/scripted-fetch.js";

/** Returns options of a client that gets these responses in turn, and what it sends. */
function record(...responses: object[]) {
  const sent: object[] = [];
  const fetch: api.Fetch = async (url, { method, headers, body }) => {
    if (url.includes("tenant_access_token")) return token(`t-${sent.length}`);
    sent.push({ url, method, headers, body });
    return Response.json(responses[sent.length - 1]);
  };
  const credentials = { appId: "cli_test", appSecret: APP_SECRET };
  return { sent, options: { ...credentials, baseUrl: NOWHERE, fetch, clock: new InstantClock() } };
}

/** Calls whatever has this name, with arguments that the types need not know. */
function call(owner: object, name: string, args: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(owner, name);
  if (typeof found !== "function") throw new Error(`There is no ${name}`);
  return Reflect.apply(found, owner, [...args]);
}

const methods = specOperations.flatMap((operation) => {
  const { resource, method } = operation.sdk;
  const response = pages.find(({ operationId }) => operationId === operation.operationId)?.response;
  if (resource === undefined || method === undefined) return [];
  return [
    { id: operation.operationId, resource, method, response: response ?? {}, args: listArguments(operation) },
  ];
});

it.each(methods)(
  "$id sends and returns what $resource.$method does",
  async ({ id, resource, method, response, args }) => {
    const byMethod = record(response);
    const hire = new api.FeishuHire(byMethod.options);
    const expected = await call(Reflect.get(hire, resource), method, args);

    const byFunction = record(response);
    const client = api.createClient(byFunction.options);
    expect(await call(api, id, [client, ...args])).toEqual(expected);
    expect(byFunction.sent).toEqual(byMethod.sent);
    expect(byFunction.sent).toHaveLength(1);
  },
);

it("a function takes the options of a call, and gives access to the response", async () => {
  const { options, sent } = record({ code: 0, msg: "ok", data: { external_interview: { id: "7" } } });
  const body = { external_application_id: "1" };
  const call = api.createExternalInterview(api.createClient(options), body, { headers: { "x-batch": "3" } });
  expect(await call.withResponse()).toMatchObject({ data: { id: "7" }, status: 200 });
  expect(sent).toMatchObject([{ headers: { "x-batch": "3" } }]);
});

it("the functions share the token of their client", async () => {
  const { options, sent } = record({ code: 0, msg: "ok" }, { code: 0, msg: "ok" });
  const client = api.createClient(options);
  await api.deleteExternalInterview(client, "1");
  await api.deleteExternalApplication(client, "2");
  expect(sent).toMatchObject([
    { headers: { authorization: "Bearer t-0" } },
    { headers: { authorization: "Bearer t-0" } },
  ]);
});

const PAGES = [
  { code: 0, msg: "ok", data: { items: [{ id: "1" }], has_more: true, page_token: "next" } },
  { code: 0, msg: "ok", data: { items: [{ id: "2" }], has_more: false } },
];

it.each([
  [
    "queryAllExternalInterviews",
    (client: api.Client) => api.queryAllExternalInterviews(client, { external_application_id: "7" }),
  ],
  [
    "listAllExternalApplications",
    (client: api.Client) => api.listAllExternalApplications(client, { talent_id: "7" }),
  ],
])("%s follows the page tokens", async (_, iterate) => {
  const { options, sent } = record(...PAGES);
  const ids: string[] = [];
  for await (const { id } of iterate(api.createClient(options))) ids.push(id);
  expect(ids).toEqual(["1", "2"]);
  expect(sent).toMatchObject([
    { url: expect.stringMatching(/_id=7&page_size=20$/) },
    { url: expect.stringMatching(/_id=7&page_size=20&page_token=next$/) },
  ]);
});

it("createClient rejects the options that FeishuHire rejects", () => {
  expect(() => api.createClient({ timeoutMs: -1 })).toThrow(api.ConfigurationError);
  expect(() => api.createClient({ appId: "", validate: true })).toThrow(api.ConfigurationError);
});
