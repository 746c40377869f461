import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../scripts/generate/model/model.js";
import { readModel } from "../scripts/generate/model/read-model.js";
import { METHODS } from "../scripts/generate/model/spec.js";
import { readSpecFile } from "../scripts/generate.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = ["index.html", "index.zh.html"] as const;
type PageName = (typeof PAGES)[number];
const BROWSER = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
const NO_BROWSER = "SKIPPED: no browser is installed; `apt-get install chromium` gives one";

const model = readModel(readSpecFile);
const createInterview = model.operations.find(({ id }) => id === "createExternalInterview");

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "docs-"));
  await run("npm", ["run", "docs:http"], { cwd: ROOT, shell: process.platform === "win32" });
});
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/**
 * Run in the page: opens each operation and its responses, and leaves what of the expected texts it never
 * showed, and what it loaded.
 */
const readAll = (expected: readonly string[]) => `
<script>
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
  let missing = ${JSON.stringify(expected)};
  const look = async () => {
    await pause();
    const shown = document.getElementById("redoc").textContent;
    missing = missing.filter((text) => !shown.includes(text));
  };
  const read = async () => {
    await look();
    for (const hash of ${JSON.stringify(model.operations.map(findAnchor))}) {
      location.hash = hash;
      await look();
    }
    location.hash = ${JSON.stringify(findAnchor(createInterview))};
    await pause();
    for (const status of ["400", "401", "429", "500", "4XX", "5XX"]) {
      for (const button of document.querySelectorAll("button")) if (button.textContent === status) button.click();
      await look();
    }
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    document.body.innerHTML = "";
    const found = document.createElement("pre");
    found.id = "found";
    found.textContent = JSON.stringify({ missing, loaded });
    document.body.append(found);
  };
  addEventListener("load", read);
</script>`;

/** Finds Redoc's anchor of an operation. */
function findAnchor(operation: Operation | undefined): string {
  if (!operation) throw new Error("The spec lacks the operation");
  const { id, method, path } = operation;
  const raw = model.spec.paths[path]?.[METHODS.find((name) => name.toUpperCase() === method) ?? "get"];
  const tag = String(raw?.tags?.[0]).toLowerCase().replaceAll(" ", "-");
  return `#/${tag}/${id.toLowerCase()}`;
}

const readPage = (page: PageName) => readFileSync(join(ROOT, "docs", page), "utf8");

interface Page {
  /** Expected texts that it does not show. */
  missing: string[];
  loaded: string[];
}

/** Finds what the page lacks and loads in a browser without a network. */
async function readInBrowser(browser: string, page: PageName, width: number): Promise<Page> {
  const html = readPage(page);
  const end = html.lastIndexOf("</body>");
  const copy = join(folder, page);
  writeFileSync(copy, html.slice(0, end) + readAll([...EXPECTED, ...SUMMARIES[page]]) + html.slice(end));
  const { stdout } = await run(
    browser,
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--host-resolver-rules=MAP * ~NOTFOUND", `--user-data-dir=${join(folder, `profile-${width}`)}`],
      ...[`--window-size=${width},1200`, "--virtual-time-budget=30000", "--dump-dom"],
      pathToFileURL(copy).href,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 170_000 },
  );
  const found = /<pre id="found">([\s\S]*)<\/pre>/.exec(stdout)?.[1] ?? "{}";
  return JSON.parse(found.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
}

/** "Create external interview (创建外部面试)": each page shows its own language. */
const SUMMARIES: Readonly<Record<PageName, readonly string[]>> = {
  "index.html": model.operations.map(({ summary }) => summary.replace(/ \(.*\)$/, "")),
  "index.zh.html": model.operations.map(({ summary }) => /\((.*)\)$/.exec(summary)?.[1] ?? summary),
};

const EXPECTED = [
  ...model.methods.map(
    ({ sdk, pagination }) => `hire.${sdk.resource}.${sdk.method}${pagination ? "All" : ""}(`,
  ),
  ...["external_id", "external_application_id", "participate_status", "begin_time", "end_time"],
  ...["username", "conclusion", "assessment_type", "score", "option", "options", "content", "title"],
  ...["1002001", "99991400", "2200"],
];

describe("npm run docs:http", () => {
  it.each(PAGES)("builds %s with an icon, and without a script or a style from elsewhere", (page) => {
    const html = readPage(page);
    const loaded = html.match(/<(script|link)\b[^>]*\b(src|href)=[^>]*>/g) ?? [];
    expect(loaded.filter((tag) => !/ rel="icon" href="data:/.test(tag))).toEqual([]);
    expect(loaded).toHaveLength(1);
  });

  it("links the two pages with each other", () => {
    expect(readPage("index.html")).toContain("[中文](index.zh.html)");
    expect(readPage("index.zh.html")).toContain("[English](index.html)");
  });

  it.concurrent.for([
    ["index.html", 1440],
    ["index.zh.html", 390],
  ] as const)(
    "shows every operation with its sample in the page's language, and loads nothing: %s, %i px wide",
    async ([page, width], { skip, expect }) => {
      if (!BROWSER) {
        process.stderr.write(`${NO_BROWSER}\n`);
        skip(NO_BROWSER);
        return;
      }
      const { missing, loaded } = await readInBrowser(BROWSER, page, width);
      expect(missing).toEqual([]);
      expect(loaded.filter((url) => !/^(blob|data|file):/.test(url))).toEqual([]);
    },
  );
});
