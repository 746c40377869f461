/**
 * The page of the HTTP API → docs/index.html, one file that loads nothing.
 *
 *   npm run docs:http
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PAGE = join(ROOT, "docs/index.html");

/** Adds what Redocly's template lacks: an icon, no loading from other hosts, and its first operation unfolded. */
function complete(html: string): string {
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#3370ff"/><path d="M4 3v10M4 8h8M12 3v10" stroke="#fff" stroke-width="2"/></svg>`;
  const head = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<meta http-equiv="Content-Security-Policy" content="default-src data: blob: 'unsafe-inline' 'unsafe-eval'">
`;
  const end = html.lastIndexOf("</body>");
  const withScript = `${html.slice(0, end)}<script>${UNFOLD}</script>\n${html.slice(end)}`;
  // Redocly's logo comes from its own host and has no option to leave it out.
  return withScript
    .replace("<head>", () => `<head>\n${head}`)
    .replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, "data:,");
}

/** Run in the page: Redoc folds the operations of each tag, and mounts a tag when it comes near the view. */
const UNFOLD = `
const observer = new MutationObserver(() => {
  const fold = [...document.querySelectorAll("#redoc button")].find(({ textContent }) => /^[+ ]*Show$/.test(textContent));
  if (!fold) return;
  observer.disconnect();
  fold.click();
});
if (location.hash === "") observer.observe(document.body, { childList: true, subtree: true });
`;

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
execFileSync(
  process.execPath,
  [redocly, "build-docs", "generated/openapi.yaml", "--inlineBundle", "--output", PAGE],
  { cwd: ROOT, stdio: "pipe" },
);
writeFileSync(PAGE, complete(readFileSync(PAGE, "utf8")));
