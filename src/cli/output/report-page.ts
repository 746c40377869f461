import {
  describeErrorName,
  type OutcomeKind,
  type RejectionGroup,
  type Report,
} from "../../importer/index.js";
import { formatText, getLanguage, translate } from "../language/translate.js";
import { pageMessages } from "../messages/page.js";
import { reportMessages } from "../messages/report.js";
import { describeReason, formatHeadline, isWorkbook } from "./describe-report.js";
import { formatCommand } from "./format-command.js";
import { formatLines } from "./format-lines.js";
import { formatTime } from "./format-time.js";
import { listNextSteps, type RunContext } from "./next-steps.js";
import { escapeHtml, PAGE_STYLE } from "./page-style.js";

export interface ReportPage {
  readonly report: Report;
  readonly context: RunContext;
  /** The documented limit of creates, per minute. */
  readonly limitPerMinute: number;
}

/** The kinds of a run's account, in the order of the bar, with their colours. */
const KINDS: readonly (readonly [OutcomeKind, string])[] = [
  ["created", "#1a7f37"],
  ["updated", "#0969da"],
  ["skipped", "#8c959f"],
  ["rejected", "#cf222e"],
  ["unknown", "#bf8700"],
  ["notAttempted", "#d0d7de"],
];

/** A run's report as a page of its own, without scripts and without anything from the network. Names no person. */
export function formatReportPage({ report, context, limitPerMinute }: ReportPage): string {
  const title = escapeHtml(translate(pageMessages.title, { path: context.path }));
  const [from, to] = [formatTime(report.startedAt), formatTime(report.finishedAt)];
  return `<!doctype html>
<html lang="${getLanguage() === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${PAGE_STYLE}</style></head>
<body><main>
<h1>${title}</h1>
<p class="status ${report.status}">${escapeHtml(formatHeadline(report))}</p>
<p class="times">${escapeHtml(translate(pageMessages.times, { from, to }))}</p>
${formatAccount(report)}
${section(translate(pageMessages.next), formatSteps(report, context))}
${section(translate(pageMessages.rejections), formatRejections(report.rejections, isWorkbook(context.rejectedFile)))}
${formatPlot(report, limitPerMinute)}
${section(translate(pageMessages.waits), formatWaits(report))}
${report.warnings.length > 0 ? section(translate(pageMessages.warnings), list(report.warnings.map(formatText))) : ""}
</main></body></html>
`;
}

function section(title: string, content: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>\n${content}</section>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

function formatAccount(report: Report): string {
  const shown = KINDS.filter(([kind]) => report[kind] > 0);
  const bar = shown.map(
    ([kind, colour]) => `<span style="flex-grow:${report[kind]};background:${colour}"></span>`,
  );
  const rows = KINDS.map(
    ([kind, colour]) =>
      `<tr><th><i style="background:${colour}"></i>${escapeHtml(translate(reportMessages[kind]))}</th><td>${report[kind]}</td></tr>`,
  );
  const title = translate(pageMessages.rows, { count: report.read });
  return section(
    title,
    `<div class="bar">${bar.join("")}</div><table class="numbers">${rows.join("")}</table>`,
  );
}

const PLOT = { width: 700, height: 160 };

function formatPlot({ createdOverTime: { counts, periodMs } }: Report, limitPerMinute: number): string {
  // A single bar shows no course.
  if (counts.length < 2) return "";
  const perMinute = counts.map((count) => (count * 60_000) / periodMs);
  const top = Math.max(limitPerMinute, ...perMinute) * 1.1;
  const step = PLOT.width / counts.length;
  const bars = perMinute.map((count, index) => {
    const height = (count / top) * PLOT.height;
    const [x, y] = [(index * step).toFixed(1), (PLOT.height - height).toFixed(1)];
    return `<rect x="${x}" y="${y}" width="${Math.max(1, step - 1).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const y = (PLOT.height - (limitPerMinute / top) * PLOT.height).toFixed(1);
  const label = escapeHtml(translate(pageMessages.limit, { count: limitPerMinute }));
  return section(
    translate(pageMessages.overTime),
    `<svg viewBox="0 0 ${PLOT.width} ${PLOT.height}" role="img">${bars.join("")}<line x1="0" x2="${PLOT.width}" y1="${y}" y2="${y}"/></svg><p class="limit">${label}</p>`,
  );
}

function formatWaits({ waits }: Report): string {
  const items = Object.entries(waits).map(([name, { count, ms }]) => {
    const reason = formatText(describeErrorName(name));
    return translate(pageMessages.wait, { reason, count, seconds: Math.round(ms / 1000) });
  });
  return items.length === 0 ? `<p>${escapeHtml(translate(pageMessages.noWaits))}</p>` : list(items);
}

function formatRejections(groups: readonly RejectionGroup[], hasRows: boolean): string {
  if (groups.length === 0) return `<p>${escapeHtml(translate(pageMessages.noRejections))}</p>`;
  const head = [pageMessages.count, pageMessages.reason, pageMessages.first].map(
    (message) => `<th>${escapeHtml(translate(message))}</th>`,
  );
  const rows = groups.map((group) => {
    const { count, first } = group;
    const places = first.map(({ key, ...place }) =>
      escapeHtml([formatLines([place], { count: 1, hasRows }), key ?? ""].filter(Boolean).join(" · ")),
    );
    return `<tr><td>${count}</td><td>${escapeHtml(describeReason(group))}</td><td>${places.join("<br>")}</td></tr>`;
  });
  return `<table class="reasons"><tr>${head.join("")}</tr>${rows.join("")}</table>`;
}

function formatSteps(report: Report, context: RunContext): string {
  const shown = listNextSteps(report, context).map(
    ({ text, command }) => `<p>${escapeHtml(text)}</p><pre>${escapeHtml(formatCommand(command))}</pre>`,
  );
  // A run that has finished leaves only rows of an undone import, which must wait.
  const none = report.notAttempted > 0 ? pageMessages.later : pageMessages.done;
  return shown.length === 0 ? `<p>${escapeHtml(translate(none))}</p>` : shown.join("");
}
