import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile, type Platform } from "esbuild";
import { build as buildPackage } from "tsdown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "../generated/operations.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Programs that make one call, as they would run in a page or at the edge, and their maximum size, minified and compressed. */
const PROGRAMS = {
  method: {
    source: `
      import { FeishuHire } from "feishu-hire";
      new FeishuHire().externalInterviews.create({ external_application_id: "1" });
    `,
    budgetBytes: 17_580,
  },
  function: {
    source: `
      import { createClient, createExternalInterview } from "feishu-hire";
      createExternalInterview(createClient(), { external_application_id: "1" });
    `,
    budgetBytes: 15_850,
  },
} as const;
type Program = (typeof PROGRAMS)[keyof typeof PROGRAMS];

/** The modules of the client: its sources, and as the package holds them. */
const SOURCES = { "feishu-hire": "./src/index.ts", "#transport": "./src/transport/fetch.ts" };
const dist = await mkdtemp(join(tmpdir(), "size-"));
const PACKED = { "feishu-hire": join(dist, "index.js"), "#transport": join(dist, "transport-fetch.js") };

beforeAll(async () => {
  await buildPackage({ cwd: ROOT, outDir: dist, dts: false, logLevel: "silent" });
});
afterAll(() => rm(dist, { recursive: true }));

async function bundle(
  { source }: Program,
  alias: Record<string, string>,
  platform: Platform,
): Promise<{ text: string; metafile: Metafile }> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: source, resolveDir: ROOT },
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
  return { text: outputFiles[0]?.text ?? "", metafile };
}

describe.each(["neutral", "browser"] as const)("a bundle of one call, for the platform %s", (platform) => {
  const builds = [
    ["sources", SOURCES],
    ["package", PACKED],
  ] as const;
  const programs = Object.entries(PROGRAMS).flatMap(([name, program]) =>
    builds.map(([form, alias]) => ({ name, program, form, alias })),
  );

  test.each(programs)(
    "by a $name of the $form has at most $program.budgetBytes bytes",
    async ({ program, alias }) => {
      const { text, metafile } = await bundle(program, alias, platform);
      expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(program.budgetBytes);
      expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
    },
  );

  test.each(builds)(
    "by a function of the %s holds no other operation but that of the token",
    async (_, alias) => {
      const { text } = await bundle(PROGRAMS.function, alias, platform);
      const held = Object.values(operations).filter(({ id }) => text.includes(`"${id}"`));
      expect(held.map(({ id }) => id)).toEqual(["createExternalInterview", "getTenantAccessToken"]);
      for (const name of ["external_interview_id_list", "delivery_type"]) expect(text).not.toContain(name);
    },
  );

  test("of the package has no circle of modules, of which bundlers warn", async () => {
    const { metafile } = await bundle(PROGRAMS.method, PACKED, platform);
    const [, transport] =
      Object.entries(metafile.inputs).find(([file]) => file.endsWith("transport-fetch.js")) ?? [];
    expect(transport?.imports).toEqual([]);
  });

  test("holds the client, and nothing of openapi-fetch, the importer, the command or Node", async () => {
    const { metafile } = await bundle(PROGRAMS.method, SOURCES, platform);
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
