import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = join(ROOT, "docs/index.html");
const BROWSER = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
const NO_BROWSER = "SKIPPED: no browser is installed; `apt-get install chromium` gives one";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "docs-"));
  await run("npm", ["run", "docs:http"], { cwd: ROOT, shell: process.platform === "win32" });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** Run in the page: opens the operation's answers one by one, and leaves all that the page showed meanwhile. */
const READ_ALL = `
<script>
  const pause = () => new Promise((resolve) => setTimeout(resolve, 500));
  const shown = [];
  const look = () => shown.push(document.getElementById("redoc").textContent);
  const read = async () => {
    await pause();
    look();
    for (const status of ["400", "401", "429", "500", "4XX", "5XX"]) {
      for (const button of document.querySelectorAll("button")) if (button.textContent === status) button.click();
      await pause();
      look();
    }
    const found = document.createElement("pre");
    found.id = "found";
    found.textContent = shown.join(" ");
    document.body.append(found);
  };
  addEventListener("load", read);
</script>`;

/** What the operation's page shows in a browser that reaches no host. */
async function readInBrowser(browser: string): Promise<string> {
  const html = readFileSync(PAGE, "utf8");
  const end = html.lastIndexOf("</body>");
  const copy = join(folder, "index.html");
  writeFileSync(copy, html.slice(0, end) + READ_ALL + html.slice(end));
  const { stdout } = await run(
    browser,
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--host-resolver-rules=MAP * ~NOTFOUND", `--user-data-dir=${join(folder, "profile")}`],
      ...["--virtual-time-budget=20000", "--dump-dom"],
      `${pathToFileURL(copy)}#/external-interviews/createexternalinterview`,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
  );
  return /<pre id="found">([\s\S]*)<\/pre>/.exec(stdout)?.[1] ?? "";
}

const EXPECTED = [
  ...["Create external interview (创建外部面试)", "/open-apis/hire/v1/external_interviews"],
  ...["external_id", "external_application_id", "participate_status", "begin_time", "end_time"],
  ...["username", "conclusion", "assessment_type", "score", "option", "options", "content", "title"],
  ...["1002001", "1002002", "99991400", "99991663", "2200"],
];

describe("npm run docs:http", () => {
  it("makes one page that loads no script and no style from elsewhere", () => {
    const loaded = readFileSync(PAGE, "utf8").match(/<(script|link)\b[^>]*\b(src|href)=[^>]*>/g);
    expect(loaded).toBeNull();
  });

  it("shows the operation, its fields and its errors, with no network", async ({ skip }) => {
    if (!BROWSER) {
      process.stderr.write(`${NO_BROWSER}\n`);
      skip(NO_BROWSER);
      return;
    }
    const shown = await readInBrowser(BROWSER);
    expect(EXPECTED.filter((text) => !shown.includes(text))).toEqual([]);
  }, 90_000);
});
