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
const PAGE_NAMES = ["index.html", "index.zh.html"] as const;
type PageName = (typeof PAGE_NAMES)[number];
/** The widths at which each page is read, in pixels, each with the language of the samples that are chosen there. */
const LANGUAGES = { 1440: "TypeScript", 390: "curl" } as const;
const WIDTHS = Object.keys(LANGUAGES);
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

/** Runs in a page before all else: collects its errors. */
const COLLECT_ERRORS = `
<script>
  var errors = [];
  for (const name of ["error", "unhandledrejection"])
    addEventListener(name, ({ message, reason }) => errors.push(String(message ?? reason)));
  console.error = (...args) => errors.push(args.join(" "));
</script>`;

/**
 * Runs in a page: opens each operation and its responses, with the samples in one language, then sends the expected
 * texts that it never showed, and what else it found, to the page that it is framed in.
 */
const readAll = (page: PageName) => `
<script>
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
  const language = ${JSON.stringify(LANGUAGES)}[innerWidth];
  let missing = [...${JSON.stringify([...EXPECTED, ...OWN_TEXTS[page]])}, ...${JSON.stringify(SAMPLES)}[language]];
  const look = async () => {
    await pause();
    const shown = document.getElementById("redoc").textContent;
    missing = missing.filter((text) => !shown.includes(text));
  };
  let overflow = 0;
  const click = (selector, label) => {
    for (const element of document.querySelectorAll(selector))
      if (element.textContent.trim() === label) return element.click();
  };
  /** Every sample of the page changes with one. */
  const chooseLanguage = async () => {
    location.hash = ${JSON.stringify(findAnchor(createInterview))};
    await pause();
    click("button", "TypeScript");
    await pause();
    click('[role="menuitem"]', language);
  };
  const openAll = async () => {
    await look();
    await chooseLanguage();
    for (const hash of ${JSON.stringify(model.operations.map(findAnchor))}) {
      location.hash = hash;
      await look();
      overflow = Math.max(overflow, document.documentElement.scrollWidth - innerWidth);
    }
    location.hash = ${JSON.stringify(findAnchor(createInterview))};
    await pause();
    for (const status of ["400", "401", "429", "500", "4XX", "5XX"]) {
      for (const button of document.querySelectorAll("button")) if (button.textContent === status) button.click();
      await look();
    }
  };
  const read = async () => {
    // On a busy machine the page can take longer than a pause to show what was opened.
    for (let round = 0; round < 5 && missing.length > 0; round++) await openAll();
    const menuButton = document.querySelector('[data-testid="floating-button"]');
    const menuButtonWidth = menuButton.getBoundingClientRect().width;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const view = ${JSON.stringify(page)} + " " + innerWidth;
    parent.postMessage({ view, missing, loaded, menuButtonWidth, overflow, errors }, "*");
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

/** A page as it is seen at one width. */
interface View {
  /** Expected texts that it does not show. */
  missing: string[];
  loaded: string[];
  /** Of the button that floats over a narrow page; 0 on a wide one. */
  menuButtonWidth: number;
  /** By how many pixels it is wider than its window. */
  overflow: number;
  /** What it wrote to the console, and threw. */
  errors: string[];
}

const VIEWS = PAGE_NAMES.flatMap((page) => WIDTHS.map((width) => ({ page, width })));

/** Frames the views side by side, within the window: out of sight, they would be slowed down. */
const FRAMES = `<body>
<pre id="found"></pre>
<script>
  const found = {};
  addEventListener("message", ({ data }) => {
    found[data.view] = data;
    document.getElementById("found").textContent = JSON.stringify(found);
  });
</script>
${VIEWS.map(({ page, width }) => `<iframe src="${page}" width="${width}" height="1200"></iframe>`).join("")}`;

/** Reads each view in a browser without a network. */
async function readInBrowser(browser: string): Promise<Record<string, View>> {
  for (const page of PAGE_NAMES) {
    const html = readPage(page);
    const end = html.lastIndexOf("</body>");
    const complete = html.slice(0, end) + readAll(page) + html.slice(end);
    writeFileSync(
      join(folder, page),
      complete.replace("<head>", () => `<head>${COLLECT_ERRORS}`),
    );
  }
  const frames = join(folder, "frames.html");
  writeFileSync(frames, FRAMES);
  const { stdout } = await run(
    browser,
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--host-resolver-rules=MAP * ~NOTFOUND", `--user-data-dir=${join(folder, "profile")}`],
      ...["--window-size=4000,1400", "--virtual-time-budget=60000", "--dump-dom"],
      pathToFileURL(frames).href,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 170_000 },
  );
  const found = /<pre id="found">([\s\S]*?)<\/pre>/.exec(stdout)?.[1] ?? "{}";
  return JSON.parse(found.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
}

/** "Create external interview (创建外部面试)", and a label of Redoc's: each page shows its own language. */
const OWN_TEXTS: Readonly<Record<PageName, readonly string[]>> = {
  "index.html": [
    ...model.operations.map(({ summary }) => summary.replace(/ \(.*\)$/, "")),
    "string, non-empty",
  ],
  "index.zh.html": [
    ...model.operations.map(({ summary }) => /\((.*)\)$/.exec(summary)?.[1] ?? summary),
    "string, 非空",
  ],
};

/** The margin of a narrow page, in pixels; what is no wider covers no content. */
const PAGE_MARGIN = 32;

/** The beginnings of the samples, in each language. */
const SAMPLES = {
  TypeScript: model.methods.map(
    ({ sdk, pagination }) => `hire.${sdk.resource}.${sdk.method}${pagination ? "All" : ""}(`,
  ),
  curl: model.operations.map(
    ({ method, path }) => `curl -X ${method} '${model.hosts[0]}${path.replaceAll(/\{.*/g, "")}`,
  ),
} as const;

const EXPECTED = [
  ...["external_id", "external_application_id", "participate_status", "begin_time", "end_time"],
  ...["username", "conclusion", "assessment_type", "score", "option", "options", "content", "title"],
  ...["1002001", "99991400", "2200"],
];

describe("npm run docs:http", () => {
  it.each(PAGE_NAMES)("builds %s with an icon, and without a script or a style from elsewhere", (page) => {
    const html = readPage(page);
    const loaded = html.match(/<(script|link)\b[^>]*\b(src|href)=[^>]*>/g) ?? [];
    expect(loaded.filter((tag) => !/ rel="icon" href="data:/.test(tag))).toEqual([]);
    expect(loaded).toHaveLength(1);
  });

  it("links the two pages with each other", () => {
    expect(readPage("index.html")).toContain("[中文](index.zh.html)");
    expect(readPage("index.zh.html")).toContain("[English](index.html)");
  });

  it("shows every operation with its samples in each page's language, and loads, covers and cuts off nothing, wide or narrow", async ({
    skip,
  }) => {
    if (!BROWSER) {
      process.stderr.write(`${NO_BROWSER}\n`);
      skip(NO_BROWSER);
      return;
    }
    const found = await readInBrowser(BROWSER);
    expect(Object.keys(found).sort()).toEqual(VIEWS.map(({ page, width }) => `${page} ${width}`).sort());
    for (const [view, { missing, loaded, menuButtonWidth, overflow, errors }] of Object.entries(found)) {
      const elsewhere = loaded.filter((url) => !/^(blob|data|file):/.test(url));
      expect({ view, missing, elsewhere, overflow, errors }).toEqual({
        view,
        missing: [],
        elsewhere: [],
        overflow: 0,
        errors: [],
      });
      expect(menuButtonWidth, view).toBeLessThanOrEqual(PAGE_MARGIN);
    }
  });
});
