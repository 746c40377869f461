import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  BadParameterError,
  ConfigurationError,
  FeishuApiError,
  FeishuHireError,
  ServerError,
} from "../../src/index.js";
import { createTestClient } from "../support/hire.js";
import { failure, scriptedFetch } from "../support/scripted-fetch.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BODY = { external_application_id: "1" };

describe("an error's class", () => {
  it("is known across copies of the package, and by its name in a minified bundle", async () => {
    const folder = await mkdtemp(join(tmpdir(), "feishu-hire-copy-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const program = `
      import { BadParameterError, FeishuHire, FeishuHireError, QuotaError } from "./src/index.js";
      export const fail = (fetch) => new FeishuHire({ appId: "a", appSecret: "s", baseUrl: "http://127.0.0.1:1", fetch })
        .externalInterviews.create({ external_application_id: "1" }).catch((error) => error);
      export const knows = (error) =>
        FeishuHireError.is(error) && error instanceof BadParameterError && !(error instanceof QuotaError);`;
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: ROOT },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "node",
      alias: { "#transport": join(ROOT, "src/transport/node.ts") },
    });
    const path = join(folder, "copy.mjs");
    await writeFile(path, outputFiles[0]?.contents ?? "");
    const copy = await import(pathToFileURL(path).href);

    const { fetch } = scriptedFetch({ create: [failure(1002002, 400)] });
    const theirs: unknown = await copy.fail(fetch);
    expect(theirs).toBeInstanceOf(FeishuApiError);
    expect(theirs).toBeInstanceOf(BadParameterError);
    expect(theirs).not.toBeInstanceOf(ServerError);
    expect(FeishuHireError.is(theirs)).toBe(true);
    expect(theirs).toMatchObject({ name: "BadParameterError", code: 1002002 });
    expect(JSON.parse(JSON.stringify(theirs)).name).toBe("BadParameterError");
    const ours = await createTestClient({ fetch })
      .externalInterviews.create(BODY)
      .catch((error) => error);
    expect(copy.knows(ours)).toBe(true);
    expect(FeishuHireError.is(new Error("another"))).toBe(false);
  });

  it("is of a program's own subclass only if it was created as one", async () => {
    class Named extends ConfigurationError {}
    const Anonymous = (() => class extends ConfigurationError {})();
    expect(new Named("no")).toBeInstanceOf(Named);
    expect(new Named("no")).toBeInstanceOf(ConfigurationError);
    expect(new Named("no").name).toBe("Named");
    expect(new Anonymous("no")).toBeInstanceOf(Anonymous);
    expect(new ConfigurationError("no")).not.toBeInstanceOf(Named);
    expect(new ConfigurationError("no")).not.toBeInstanceOf(Anonymous);
    expect(new Error("no")).not.toBeInstanceOf(FeishuHireError);
    const Foreign = class ConfigurationError extends Error {};
    expect(new Foreign("no")).not.toBeInstanceOf(ConfigurationError);
    expect(null).not.toBeInstanceOf(FeishuHireError);
  });

  it("can be renamed, as any error", () => {
    expect(Object.assign(new ConfigurationError("no"), { name: "Another" }).name).toBe("Another");
  });
});
