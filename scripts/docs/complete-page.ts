import type { Language } from "../../src/messages/language.js";
import { LABEL_PATTERNS_ZH, LABELS_ZH } from "./labels-zh.js";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#3370ff"/><path d="M4 3v10M4 8h8M12 3v10" stroke="#fff" stroke-width="2"/></svg>`;

/** On a narrow page, Redoc's menu button floats over the content; in the margin it covers nothing. */
const STYLE = `
#redoc [data-testid="floating-button"] { right: 0; width: 32px; height: 32px; border-radius: 8px 0 0 8px; }
#redoc a[href="https://redocly.com/redoc/"] p::after { content: " Redoc"; }
`;

/** Runs in the page: Redoc folds the operations of each tag and mounts a tag once it is near the viewport. */
const UNFOLD = `
const observer = new MutationObserver(() => {
  const fold = [...document.querySelectorAll("#redoc button")].find(({ textContent }) => /^[+ ]*(Show|展开)$/.test(textContent));
  if (!fold) return;
  observer.disconnect();
  fold.click();
});
if (location.hash === "") observer.observe(document.body, { childList: true, subtree: true });
`;

/** Runs in the Chinese page: replaces Redoc's own labels, outside of code. */
const TRANSLATE = `
const labels = ${JSON.stringify(LABELS_ZH)};
const patterns = ${JSON.stringify(LABEL_PATTERNS_ZH)}.map(([source, label]) => [new RegExp(source), label]);
const translate = (root) => {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || node.parentElement?.closest("pre, code")) continue;
    const text = node.data.trim();
    const label = Object.hasOwn(labels, text)
      ? labels[text]
      : patterns.reduce((shown, [pattern, label]) => shown.replace(pattern, label), text);
    if (label !== text) node.data = node.data.replace(text, label);
  }
};
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) translate(node);
}).observe(document.body, { childList: true, subtree: true, characterData: true });
translate(document.body);
`;

/**
 * Completes Redocly's page: sets its language and icon, loads nothing from other
 * hosts, unfolds its first operation.
 */
export function completePage(html: string, language: Language): string {
  const head = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<meta http-equiv="Content-Security-Policy" content="default-src data: blob: 'unsafe-inline' 'unsafe-eval'">
<style>${STYLE}</style>
`;
  const end = html.lastIndexOf("</body>");
  const script = language === "zh" ? TRANSLATE + UNFOLD : UNFOLD;
  const withScript = `${html.slice(0, end)}<script>${script}</script>\n${html.slice(end)}`;
  // Redocly's logo comes from its own host and has no option to leave it out; the style names it instead.
  return withScript
    .replace(/<html[^>]*>/, `<html lang="${language === "zh" ? "zh-CN" : "en"}">`)
    .replace("<head>", () => `<head>\n${head}`)
    .replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, "data:,");
}
