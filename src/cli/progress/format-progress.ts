import { describeErrorName } from "../../importer/index.js";
import { measureText } from "../language/text-width.js";
import { formatText, translate } from "../language/translate.js";
import { progressMessages } from "../messages/progress.js";
import type { ProgressSnapshot } from "./run-progress.js";

const BAR_WIDTH = 20;
const MIN_BAR_WIDTH = 5;

/**
 * Formats how far a run is, in one line.
 *
 * @param width the terminal's, in columns: what matters less goes first, and a bar fills what is left; without it, all
 *   parts and no bar
 */
export function formatProgress(snapshot: ProgressSnapshot, width?: number): string {
  const { done, total, created, rejected, unknown, skipped, perSecond } = snapshot;
  const parts: LinePart[] = [
    { text: formatDone(snapshot) },
    { text: translate(progressMessages.created, { count: created }) },
    ...(skipped > 0
      ? [{ text: translate(progressMessages.skipped, { count: skipped }), isMinor: true }]
      : []),
    { text: translate(progressMessages.rejected, { count: rejected }), isMinor: rejected === 0 },
    { text: translate(progressMessages.unknown, { count: unknown }), isMinor: unknown === 0 },
    { text: translate(progressMessages.rate, { rate: perSecond.toFixed(1) }), isMinor: true },
    ...formatWaitOrLeft(snapshot),
  ];
  const text = parts.map((part) => part.text).join("  ");
  if (width === undefined) return text;
  const fitting =
    measureText(text) <= width ? text : parts.flatMap((part) => (part.isMinor ? [] : [part.text])).join("  ");
  return [...formatBar(total === 0 ? 0 : done / total, width - measureText(fitting)), fitting].join("  ");
}

/** A part of the progress line. */
interface LinePart {
  readonly text: string;
  /** It can be left out. */
  readonly isMinor?: boolean;
}

/** The bar, if there is room for one beside the text. */
function formatBar(share: number, room: number): string[] {
  const width = Math.min(BAR_WIDTH, room - "[]  ".length);
  if (width < MIN_BAR_WIDTH) return [];
  const filled = Math.round(share * width);
  return [`[${"#".repeat(filled)}${"-".repeat(width - filled)}]`];
}

function formatDone({ done, total, isTotalExact }: ProgressSnapshot): string {
  if (total > 0) return `${done}/${isTotalExact ? "" : "~"}${total}`;
  return done > 0 ? String(done) : translate(progressMessages.reading);
}

function formatWaitOrLeft({ wait, done, total, perSecond }: ProgressSnapshot): LinePart[] {
  if (wait) {
    const seconds = Math.ceil(wait.leftMs / 1000);
    const reason = formatText(describeErrorName(wait.reason));
    return [{ text: translate(progressMessages.waiting, { seconds, reason }) }];
  }
  if (perSecond === 0 || done >= total) return [];
  const duration = formatDuration((total - done) / perSecond);
  return [{ text: translate(progressMessages.left, { duration }) }];
}

/** Formats seconds as hours, minutes and seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (h > 0) return translate(progressMessages.hours, { h, m });
  return m > 0 ? translate(progressMessages.minutes, { m, s }) : translate(progressMessages.seconds, { s });
}
