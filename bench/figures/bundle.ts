import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build, type Platform } from "esbuild";
import type { Figure } from "../figure.js";
import { oneCall } from "../one-call.js";
import { type Project, pathInRepository, withServer } from "../workspace.js";

const GOAL_KB = 12;
const run = promisify(execFile);

/** Measures the minified bundles of one call: their size, and where they build and run. */
export const bundle: Figure = (workspace) =>
  withServer(workspace, async (baseUrl) => {
    const own = await buildBundles(workspace.packed, oneCall.client(baseUrl));
    const other = workspace.official && (await buildBundles(workspace.official, oneCall.official(baseUrl)));
    const small = await buildBundles(workspace.packed, oneCall.function(baseUrl));
    const endings = [own.neutral, own.browser, small.neutral, small.browser];
    return [
      {
        figure: "Bundle of the one call, by its method: kB, gzip",
        client: own.kilobytes.toFixed(1),
        official: other?.kilobytes.toFixed(1),
        goal: `≤ ${GOAL_KB}`,
        met: own.kilobytes <= GOAL_KB,
        spentOn: await listHeaviestParts(oneCall.client(baseUrl)),
      },
      {
        figure: "Bundle of the one call, by its function: kB, gzip",
        client: small.kilobytes.toFixed(1),
        goal: `≤ ${GOAL_KB}`,
        met: small.kilobytes <= GOAL_KB,
        spentOn: await listHeaviestParts(oneCall.function(baseUrl)),
      },
      {
        figure: "Both bundles, for neutral and browser",
        client: endings.every((ending) => ending === "runs") ? "run" : endings.join(", "),
        official: other && `${other.neutral}, ${other.browser}`,
        goal: "run",
        met: endings.every((ending) => ending === "runs"),
      },
    ];
  });

const MINIFIED = { bundle: true, minify: true, format: "esm", target: "es2022", write: false } as const;

type Ending = "runs" | "crashes" | "does not build";

async function buildBundles(
  project: Project,
  source: string,
): Promise<{ kilobytes: number; neutral: Ending; browser: Ending }> {
  const [neutral, browser, node] = await Promise.all(
    (["neutral", "browser", "node"] as const).map((platform) => buildAndRun(project, source, platform)),
  );
  // The official SDK builds for Node only.
  const kilobytes = neutral?.ending === "does not build" ? node?.kilobytes : neutral?.kilobytes;
  return {
    kilobytes: kilobytes ?? NaN,
    neutral: neutral?.ending ?? "does not build",
    browser: browser?.ending ?? "does not build",
  };
}

/** Builds the bundle for a platform and runs it in Node against the server. */
async function buildAndRun(
  { folder }: Project,
  source: string,
  platform: Platform,
): Promise<{ kilobytes: number; ending: Ending }> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: folder },
      ...MINIFIED,
      platform,
      logLevel: "silent",
    });
    const text = outputFiles[0]?.text ?? "";
    const path = join(folder, `bundle-${platform}.mjs`);
    await writeFile(path, text);
    const ending = await run(process.execPath, [path]).then(
      (): Ending => "runs",
      (): Ending => "crashes",
    );
    return { kilobytes: gzipSync(text).length / 1000, ending };
  } catch {
    return { kilobytes: NaN, ending: "does not build" };
  }
}

const HEAVIEST = 5;

/**
 * Lists the sources with the most minified bytes. Built from src/, because the package itself has few files.
 */
async function listHeaviestParts(source: string): Promise<string> {
  const alias = {
    "feishu-hire": pathInRepository("src/index.ts"),
    "#transport": pathInRepository("src/transport/fetch.ts"),
  };
  const { metafile } = await build({
    stdin: { contents: source, resolveDir: pathInRepository("") },
    ...MINIFIED,
    metafile: true,
    platform: "neutral",
    alias,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const total = inputs.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  const heaviest = inputs.toSorted(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput).slice(0, HEAVIEST);
  const parts = heaviest.map(
    ([path, { bytesInOutput }]) =>
      `${path.replace(/^.*node_modules\//, "")} ${((bytesInOutput / total) * 100).toFixed(0)} %`,
  );
  return `of the minified bytes, ${parts.join(", ")}.`;
}
