import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import type { Clock, Fetch } from "../../src/index.js";
import { InstantClock, ManualClock } from "../support/clock.js";
import { NOWHERE } from "../support/hire.js";
import { created, failure, token } from "../support/scripted-fetch.js";
import { OffersPackage } from "./support/offers-package.js";

let offersPackage: OffersPackage;
beforeAll(async () => {
  offersPackage = await OffersPackage.build();
});
afterAll(() => offersPackage.remove());

interface Sent {
  method: string;
  path: string;
  authorization: string | undefined;
  body: string | undefined;
}

/** Creates a client that gets scripted responses, then successes; the token call needs no script. */
async function createClient(responses: Response[] = [], clock: Clock = new InstantClock()) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const path = url.slice(NOWHERE.length);
    if (path === operations.getTenantAccessToken.path) return token();
    sent.push({ method, path, authorization: headers.authorization, body });
    return responses[sent.length - 1] ?? succeeded();
  };
  const options = { appId: "cli_test", appSecret: "secret", baseUrl: NOWHERE, clock, fetch };
  return { hire: await offersPackage.createClient(options), sent };
}

const succeeded = () => Response.json({ code: 0, msg: "ok", data: { has_more: false } });
const badGateway = () => new Response("<html>502</html>", { status: 502 });
const PATH = "/open-apis/hire/v1";

describe("an operation that was added to the spec", () => {
  it("becomes a method that sends its parameters and the token", async () => {
    const { hire, sent } = await createClient();
    await expect(hire.externalOffers.delete("张 1")).resolves.toBeUndefined();
    await expect(hire.externalOfferLists.list({ talent_id: "张 三", page_size: 2 })).resolves.toEqual({
      has_more: false,
    });
    expect(sent).toMatchObject([
      {
        method: "DELETE",
        path: `${PATH}/external_offers/%E5%BC%A0%201`,
        authorization: "Bearer t-one",
        body: undefined,
      },
      {
        method: "GET",
        path: `${PATH}/external_offer_lists?talent_id=${encodeURIComponent("张 三").replace("%20", "+")}&page_size=2`,
        authorization: "Bearer t-one",
      },
    ]);
  });

  it("keeps the parameters of the path, the query and the body apart", async () => {
    const { hire, sent } = await createClient([created("7")]);
    const body = { external_application_id: "1" };
    const updated = await hire.externalOffers.update("7", { dry_run: true, ...body });
    expect(updated).toEqual({ id: "7" });
    expect(sent).toMatchObject([
      { method: "PUT", path: `${PATH}/external_offers/7?dry_run=true`, body: JSON.stringify(body) },
    ]);
  });

  it("has pages below a parameter of the path", async () => {
    const page = (data: object) => Response.json({ code: 0, msg: "ok", data });
    const { hire, sent } = await createClient([
      page({ items: [{ id: "1" }], has_more: true, page_token: "next" }),
      page({ items: [{ id: "2" }], has_more: false }),
    ]);
    const ids: string[] = [];
    for await (const { id } of hire.externalOffers.listInterviewsAll("7")) ids.push(id);
    expect(ids).toEqual(["1", "2"]);
    const path = `${PATH}/external_offers/7/interviews?page_size=5`;
    expect(sent.map((request) => request.path)).toEqual([path, `${path}&page_token=next`]);
  });

  it("takes nothing if it has neither parameters nor a body", async () => {
    const { hire, sent } = await createClient();
    await expect(hire.offerStore.purge()).resolves.toBeUndefined();
    expect(sent).toMatchObject([
      { method: "POST", path: `${PATH}/external_offer_store/purge`, body: undefined },
    ]);
  });

  it("is refused before it is sent if a parameter does not match the pattern of its schema", async () => {
    const { hire, sent } = await createClient();
    const call = hire.externalOfferLists.list({ talent_id: " 1" });
    await expect(call).rejects.toMatchObject({ issues: [{ in: "query", pointer: "/talent_id" }] });
    expect(sent).toEqual([]);
  });

  it("is sent again after a 502, since repeating a GET, PUT or DELETE is safe", async () => {
    const { hire, sent } = await createClient([badGateway(), succeeded(), badGateway(), succeeded()]);
    await hire.externalOffers.delete("1");
    await hire.externalOfferLists.list({ talent_id: "1" });
    expect(sent.map(({ method }) => method)).toEqual(["DELETE", "DELETE", "GET", "GET"]);
  });

  it("fails with the error of its code", async () => {
    const { hire } = await createClient([failure(1002002, 400)]);
    await expect(hire.externalOffers.delete("1")).rejects.toMatchObject({
      name: "BadParameterError",
      operationId: "deleteExternalOffer",
      code: 1002002,
    });
  });

  it.each([
    ["a missing parameter", {}, "/talent_id"],
    ["an empty one", { talent_id: "" }, "/talent_id"],
    ["one of another type", { talent_id: 5 }, "/talent_id"],
    ["one out of its range", { talent_id: "1", page_size: 21 }, "/page_size"],
    ["one that the spec does not have", { talent_id: "1", page: 2 }, "/page"],
  ])("rejects %s before anything is sent", async (_, params, pointer) => {
    const { hire, sent } = await createClient();
    await expect(hire.externalOfferLists.list(params)).rejects.toMatchObject({
      name: "InvalidRequestError",
      issues: [{ pointer }],
    });
    expect(sent).toEqual([]);
  });

  it("keeps its own rate limit", async () => {
    const clock = new ManualClock();
    const { hire, sent } = await createClient([], clock);
    const calls = Array.from({ length: 25 }, () => hire.externalOfferLists.list({ talent_id: "1" }));
    await clock.advance(999);
    expect(sent).toHaveLength(20);
    await clock.advance(1_000);
    expect(sent).toHaveLength(25);
    await Promise.all(calls);
  });
});

const OFFERS = [
  "updateExternalOffer",
  "deleteExternalOffer",
  "listExternalOffers",
  "listOfferInterviews",
  "purgeOffers",
];

describe("the package with an operation that was added to the spec", () => {
  it("asks by name for a handler and for a row of the fault matrix, and compiles and works with them", async () => {
    // The files that lack them lie beside the complete ones: compiling everything twice takes too long.
    offersPackage.copy("src/testing/handlers/index.ts", "src/testing/handlers/incomplete.ts");
    offersPackage.copy("test/fault-matrix/calls.ts", "test/fault-matrix/incomplete.ts");
    offersPackage.write("use-offers.ts", USE);
    offersPackage.write("src/testing/handlers/offers.ts", HANDLERS);
    offersPackage.replace(
      "src/testing/handlers/index.ts",
      "import type { Handler }",
      'import * as offers from "./offers.js";\nimport type { Handler }',
    );
    offersPackage.replace(
      "src/testing/handlers/index.ts",
      "  updateExternalInterviewAssessment,\n}",
      "  updateExternalInterviewAssessment,\n  ...offers,\n}",
    );
    offersPackage.replace(
      "test/fault-matrix/calls.ts",
      "  createExternalInterview: {",
      `${MATRIX_ROWS}\n  createExternalInterview: {`,
    );
    const errors = await offersPackage.compile("src", "generated", "test", "use-offers.ts");
    expect(errors.map((error) => /^[^(]+/.exec(error)?.[0])).toEqual([
      "src/testing/handlers/incomplete.ts",
      "test/fault-matrix/incomplete.ts",
    ]);
    for (const error of errors) for (const name of OFFERS) expect(error).toContain(name);

    const feishu = await offersPackage.startFeishu();
    const hire = await offersPackage.createClient(feishu.clientOptions);
    await hire.externalOffers.delete("7");
    expect(await hire.externalOfferLists.list({ talent_id: "1" })).toEqual({ has_more: false, items: ["7"] });
    expect(feishu.requestCounts).toMatchObject({ deleteExternalOffer: 1, listExternalOffers: 1 });
    await feishu.close();
  }, 600_000);
});

const HANDLERS = `
import type { Handler } from "./support/handler.js";

const deleted: string[] = [];

export const updateExternalOffer: Handler = ({ path }) => ({
  data: { external_interview: { id: path.external_offer_id } },
});

export const deleteExternalOffer: Handler = ({ path }) => {
  deleted.push(path.external_offer_id ?? "");
  return {};
};

export const listOfferInterviews: Handler = () => ({ data: { has_more: false } });

export const purgeOffers: Handler = () => ({});

export const listExternalOffers: Handler = () => ({ data: { has_more: false, items: deleted } });
`;

const MATRIX_ROWS = OFFERS.map((name) => `  ${name}: { send: async () => {}, hasEffect: () => false },`).join(
  "\n",
);

/** A program of which some lines must compile against the generated client, and others must not. */
const USE = `
import { createClient, deleteExternalOffer, FeishuHire, listExternalOffers } from "./src/index.js";

const { externalOffers, externalOfferLists } = new FeishuHire();
await externalOffers.delete("1") satisfies void;
await externalOffers.update("1", { external_application_id: "1", dry_run: true });
const { has_more } = await externalOfferLists.list({ talent_id: "1", page_size: 20 });
has_more satisfies boolean | undefined;

const client = createClient();
await deleteExternalOffer(client, "1") satisfies void;
(await listExternalOffers(client, { talent_id: "1" })).has_more satisfies boolean | undefined;

// @ts-expect-error: the id is missing
await externalOffers.delete();
// @ts-expect-error: the body is missing
await externalOffers.update("1");
// @ts-expect-error: a misspelt parameter
await externalOfferLists.list({ talent_id: "1", pagesize: 20 });
`;
