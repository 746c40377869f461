import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { generate } from "../../scripts/generate.js";
import type { ClientOptions, Clock, Fetch } from "../../src/index.js";
import { InstantClock, TurnedClock } from "../support/clock.js";
import { NOWHERE } from "../support/hire.js";
import { created, failure, token } from "../support/scripted-fetch.js";
import { specWithNewOperations } from "./new-operations.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the test expects to find in the generated client; that its types say so too, the compiler checks below. */
interface Generated {
  FeishuHire: new (
    options: ClientOptions,
  ) => {
    externalOffers: {
      delete(id: string): Promise<void>;
      update(id: string, params: object): Promise<{ id: string }>;
    };
    externalOfferLists: { list(params: object): Promise<{ has_more: boolean }> };
  };
}

let folder: string;
let generated: Generated;
beforeAll(async () => {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(ROOT, ".tmp/new-operations-"));
  cpSync(join(ROOT, "src"), join(folder, "src"), { recursive: true });
  for (const [name, text] of await generate(specWithNewOperations)) {
    mkdirSync(dirname(join(folder, "generated", name)), { recursive: true });
    writeFileSync(join(folder, "generated", name), text);
  }
  generated = await import(pathToFileURL(join(folder, "src/client.ts")).href);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Sent {
  method: string;
  path: string;
  authorization: string | null;
  body: string | undefined;
}

/** A client over scripted answers, then successes; the token call is answered by itself. */
function clientWith(answers: Response[] = [], clock: Clock = new InstantClock()) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const path = url.slice(NOWHERE.length);
    if (path === operations.getTenantAccessToken.path) return token();
    sent.push({
      method,
      path,
      authorization: headers.get("authorization"),
      body,
    });
    return answers[sent.length - 1] ?? succeeded();
  };
  const hire = new generated.FeishuHire({
    appId: "cli_test",
    appSecret: "secret",
    baseUrl: NOWHERE,
    clock,
    fetch,
  });
  return { hire, sent };
}

const succeeded = () => Response.json({ code: 0, msg: "ok", data: { has_more: false } });
const badGateway = () => new Response("<html>502</html>", { status: 502 });
const PATH = "/open-apis/hire/v1";

describe("an operation that was added to the spec", () => {
  it("is a method that sends its parameters and the token", async () => {
    const { hire, sent } = clientWith();
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
    const { hire, sent } = clientWith([created("7")]);
    const body = { external_application_id: "1" };
    const updated = await hire.externalOffers.update("7", { dry_run: true, ...body });
    expect(updated).toEqual({ id: "7" });
    expect(sent).toMatchObject([
      { method: "PUT", path: `${PATH}/external_offers/7?dry_run=true`, body: JSON.stringify(body) },
    ]);
  });

  it("is sent again after a 502, since repeating a GET, PUT or DELETE does no harm", async () => {
    const { hire, sent } = clientWith([badGateway(), succeeded(), badGateway(), succeeded()]);
    await hire.externalOffers.delete("1");
    await hire.externalOfferLists.list({ talent_id: "1" });
    expect(sent.map(({ method }) => method)).toEqual(["DELETE", "DELETE", "GET", "GET"]);
  });

  it("fails with the error of its code", async () => {
    const { hire } = clientWith([failure(1002002, 400)]);
    await expect(hire.externalOffers.delete("1")).rejects.toMatchObject({
      name: "BadParameterError",
      operationId: "deleteExternalOffer",
      code: 1002002,
    });
  });

  it.each([
    ["a missing parameter", {}, "/talent_id"],
    ["an empty one", { talent_id: "" }, "/talent_id"],
    ["one out of its range", { talent_id: "1", page_size: 21 }, "/page_size"],
    ["one that the spec does not have", { talent_id: "1", page: 2 }, "/page"],
  ])("refuses %s before anything is sent", async (_, params, pointer) => {
    const { hire, sent } = clientWith();
    await expect(hire.externalOfferLists.list(params)).rejects.toMatchObject({
      name: "InvalidRequestError",
      issues: [{ pointer }],
    });
    expect(sent).toEqual([]);
  });

  it("keeps the pace of its own limit", async () => {
    const clock = new TurnedClock();
    const { hire, sent } = clientWith([], clock);
    const calls = Array.from({ length: 15 }, () => hire.externalOffers.delete("1"));
    await clock.advance(999);
    expect(sent).toHaveLength(10);
    await clock.advance(1_000);
    expect(sent).toHaveLength(15);
    await Promise.all(calls);
  });

  it("is typed by the spec", async () => {
    writeFileSync(join(folder, "use.ts"), USE);
    const config = { extends: "../../tsconfig.json", include: ["src/client.ts", "use.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(
      (failed) => failed,
    );
    expect(stdout).toBe("");
  });
});

/** What must compile against the generated client, and what must not. */
const USE = `
import { FeishuHire } from "./src/client.js";

const { externalOffers, externalOfferLists } = new FeishuHire();
await externalOffers.delete("1") satisfies void;
await externalOffers.update("1", { external_application_id: "1", dry_run: true });
const { has_more } = await externalOfferLists.list({ talent_id: "1", page_size: 20 });
has_more satisfies boolean | undefined;

// @ts-expect-error: the id is missing
await externalOffers.delete();
// @ts-expect-error: the body is missing
await externalOffers.update("1");
// @ts-expect-error: a misspelt parameter
await externalOfferLists.list({ talent_id: "1", pagesize: 20 });
`;
