import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile, type Platform } from "esbuild";
import { build as buildPackage } from "tsdown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A program that makes one call, as it would run in a page or at the edge. */
const ONE_CALL = `
  import { FeishuHire } from "feishu-hire";
  new FeishuHire().externalInterviews.create({ external_application_id: "1" });
`;

/** The maximum size of the program, minified and compressed. */
const BUDGET_BYTES = 17_510;

/** The modules of the client: its sources, and as the package holds them. */
const SOURCES = { "feishu-hire": "./src/index.ts", "#transport": "./src/transport/fetch.ts" };
const dist = await mkdtemp(join(tmpdir(), "size-"));
const PACKED = { "feishu-hire": join(dist, "index.js"), "#transport": join(dist, "transport-fetch.js") };

beforeAll(async () => {
  await buildPackage({ cwd: ROOT, outDir: dist, dts: false, logLevel: "silent" });
});
afterAll(() => rm(dist, { recursive: true }));

async function bundle(
  alias: Record<string, string>,
  platform: Platform,
): Promise<{ gzipBytes: number; metafile: Metafile }> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: ONE_CALL, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    logLevel: "silent",
    format: "esm",
    platform,
    alias,
  });
  expect(warnings).toEqual([]);
  return { gzipBytes: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length, metafile };
}

describe.each(["neutral", "browser"] as const)("a bundle of one call, for the platform %s", (platform) => {
  test.each([
    ["sources", SOURCES],
    ["package", PACKED],
  ])(`of the %s has at most ${BUDGET_BYTES} bytes, minified and compressed`, async (_, alias) => {
    const { gzipBytes, metafile } = await bundle(alias, platform);
    expect(gzipBytes).toBeLessThanOrEqual(BUDGET_BYTES);
    expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  });

  test("holds the client, and nothing of openapi-fetch, the importer, the command or Node", async () => {
    const { metafile } = await bundle(SOURCES, platform);
    const held = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    );
    const strangers = held.filter(
      (file) =>
        !/^(<stdin>|src\/(?!importer\/|cli\/|testing\/)[\w/-]+\.ts|generated\/[\w/-]+\.ts)$/.test(file),
    );
    expect(strangers).toEqual([]);
  });
});

describe("what an import loads at once", () => {
  test("is no package and nothing of Node for the client, before its first request", async () => {
    const imports = await listImports("src/index.ts");
    expect(imports.filter(({ isDynamic }) => !isDynamic)).toEqual([]);
    expect(imports.map(({ path }) => path)).toContain("node:http");
  });

  test("is no package for the importer, before it needs one", async () => {
    const packages = (await listImports("src/importer/index.ts")).filter(
      ({ path }) => !path.startsWith("node:"),
    );
    expect(packages.filter(({ isDynamic }) => !isDynamic)).toEqual([]);
    expect(packages.map(({ path }) => path)).toContain("yaml");
  });
});

/** Lists what a module and those that it loads at once import from elsewhere. */
async function listImports(entry: string): Promise<{ path: string; isDynamic: boolean }[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    outdir: "out",
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    alias: { "#transport": "./src/transport/node.ts" },
  });
  const listAll = (output: string, isDynamic: boolean): { path: string; isDynamic: boolean }[] =>
    (metafile.outputs[output]?.imports ?? []).flatMap(({ path, kind, external }) => {
      const loadsLater = isDynamic || kind === "dynamic-import";
      return external ? [{ path, isDynamic: loadsLater }] : listAll(path, loadsLater);
    });
  const [main = ""] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  return listAll(main, false);
}
