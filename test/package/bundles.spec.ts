import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { build, type Format, type Platform } from "esbuild";
import { expect, test } from "vitest";
import { type Consumer, createConsumer } from "./support/consumer.js";
import { expectCreates } from "./support/program.js";
import { mustRun } from "./support/run.js";
import { findRuntime } from "./support/runtimes.js";

const workerd = await findRuntime("workerd", "1");

/** Modules that the proxy agent's logger uses if they are installed. */
const OPTIONAL: ReadonlySet<string> = new Set(["supports-color"]);

/** Bundles a program as a user would, without special settings, and returns the bundle's name. */
async function bundle(
  { folder, write }: Consumer,
  source: string,
  { platform, format = "esm" }: { platform: Platform; format?: Format },
): Promise<string> {
  await write("main.mjs", source);
  const { warnings, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["main.mjs"],
    outfile: "bundle.mjs",
    bundle: true,
    metafile: true,
    logLevel: "silent",
    platform,
    format,
  });
  expect(warnings).toEqual([]);
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const foreign =
    platform === "node" ? imported.filter((path) => !isBuiltin(path) && !OPTIONAL.has(path)) : imported;
  expect(foreign, "a bundle holds everything, and imports nothing of Node's unless it is for Node").toEqual(
    [],
  );
  return "bundle.mjs";
}

for (const platform of ["node", "neutral"] as const) {
  for (const by of ["method", "function"] as const) {
    test(`a bundle for the platform "${platform}" creates an interview by a ${by} on Node`, async () => {
      const consumer = await createConsumer();
      await expectCreates({ load: "module", by, print: "script" }, async (source) =>
        mustRun(process.execPath, [await bundle(consumer, source, { platform })], consumer.folder),
      );
    });
  }
}

test("a bundle for the browser creates an interview with nothing but what a browser has", async () => {
  const consumer = await createConsumer();
  await expectCreates({ load: "module", print: "script" }, async (source) => {
    const name = await bundle(consumer, source, { platform: "browser", format: "iife" });
    const script = new Script(await readFile(join(consumer.folder, name), "utf8"));
    return new Promise((resolve) => {
      script.runInNewContext({ ...listBrowserGlobals(), console: { log: resolve } });
    });
  });
});

/**
 * Lists the browser's globals that the client may use. A new context has those of
 * the language, and none of Node's.
 */
function listBrowserGlobals(): object {
  const { AbortController, FormData, Headers, ReadableStream, Response, TextDecoder, URL, URLSearchParams } =
    globalThis;
  const { clearTimeout, fetch, performance, setTimeout } = globalThis;
  const streams = { ReadableStream, Response, TextDecoder };
  const classes = { AbortController, FormData, Headers, ...streams, URL, URLSearchParams };
  return { ...classes, clearTimeout, fetch, performance, setTimeout };
}

test(`on ${workerd.name}, a bundle creates an interview`, async ({ skip }) => {
  skip(workerd.unavailable !== undefined, workerd.unavailable);
  const consumer = await createConsumer();
  await consumer.write("config.capnp", WORKERD_CONFIG);
  await expectCreates({ load: "module", print: "worker" }, async (source) => {
    await bundle(consumer, source, { platform: "neutral" });
    return mustRun(workerd.binary, ["test", "config.capnp"], consumer.folder);
  });
});

/** A worker without Node's compatibility layer, which may only reach this machine. */
const WORKERD_CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "bundle.mjs", esModule = embed "bundle.mjs")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["local"])),
  ],
);
`;
