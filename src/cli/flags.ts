import { type Command, InvalidArgumentError, Option } from "commander";
import type { InputFormat, MaxRejects } from "../importer/index.js";
import { translate } from "./language/translate.js";
import { maxRate } from "./limit-rate.js";
import { flagMessages } from "./messages/flags.js";
import { usageMessages } from "./messages/usage.js";

/** Flags that say how a file is read. */
export interface ReadFlags {
  readonly format?: InputFormat;
  readonly timeZone?: string;
  readonly sheet?: string;
  readonly map?: string;
  readonly items?: string;
  readonly encoding?: string;
  readonly ignoreColumns?: readonly string[];
}

export function formatFlag(): Option {
  return new Option("--format <format>", translate(flagMessages.format)).choices([
    "csv",
    "jsonl",
    "json",
    "xlsx",
  ]);
}

function timeZoneFlag(): Option {
  return new Option("--time-zone <zone>", translate(flagMessages.timeZone));
}

export function sheetFlag(): Option {
  return new Option("--sheet <name>", translate(flagMessages.sheet)).argParser(parseText);
}

function mapFlag(): Option {
  return new Option("--map <file>", translate(flagMessages.map)).argParser(parseText);
}

function itemsFlag(): Option {
  return new Option("--items <keys>", translate(flagMessages.items)).argParser(parseText);
}

export function encodingFlag(): Option {
  return new Option("--encoding <name>", translate(flagMessages.encoding)).argParser(parseText);
}

/** Adds the flags that say how a file is read. */
export function addReadFlags(command: Command): Command {
  const flags = [formatFlag(), timeZoneFlag(), sheetFlag(), mapFlag(), itemsFlag(), encodingFlag()];
  for (const flag of flags) command.addOption(flag);
  return command;
}

/** The flag may be repeated. The file's header decides which commas separate names and which belong to one. */
export function ignoreColumnsFlag(): Option {
  return new Option("--ignore-columns <names>", translate(flagMessages.ignoreColumns))
    .argParser((text: string, before: readonly string[] = []) => [...before, text])
    .default([], "");
}

export function maxRejectsFlag(): Option {
  return new Option("--max-rejects <n>", translate(flagMessages.maxRejects))
    .argParser(parseMaxRejects)
    .default({ percent: 10 }, "10%");
}

export function maxOutageFlag(): Option {
  return new Option("--max-outage <duration>", translate(flagMessages.maxOutage)).argParser(parseDurationMs);
}

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** A duration such as 90s, 30m or 2h, or 0, in milliseconds. */
function parseDurationMs(text: string): number {
  if (text === "0") return 0;
  const [, digits, unit = ""] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const unitMs = UNITS_MS[unit];
  if (digits !== undefined && unitMs !== undefined) return Number(digits) * unitMs;
  throw new InvalidArgumentError(translate(usageMessages.notADuration));
}

export function parseText(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError(translate(usageMessages.blank));
}

/** One request every thousand seconds. */
const MIN_RATE = 0.001;

export function parseRate(text: string): number {
  const rate = Number(text);
  if (rate >= MIN_RATE && rate <= maxRate()) return rate;
  throw new InvalidArgumentError(translate(usageMessages.notARate, { min: MIN_RATE, max: maxRate() }));
}

export function parsePositiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError(translate(usageMessages.notAWholeNumber));
}

function parseMaxRejects(text: string): MaxRejects {
  const [, digits, percent] = /^(\d+|\d+\.\d+(?=%))(%?)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError(translate(usageMessages.notMaxRejects));
  return percent ? { percent: Number(digits) } : { count: Number(digits) };
}
