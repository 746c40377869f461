import { InvalidArgumentError, Option } from "commander";
import type { InputFormat, MaxRejects } from "../importer/index.js";
import { maxRate } from "./limit-rate.js";

/** Flags that say how a file is read. */
export interface ReadFlags {
  readonly format?: InputFormat;
  readonly timeZone?: string;
  readonly items?: string;
}

export function formatFlag(): Option {
  return new Option("--format <format>", "Format of the file [default: by its name]").choices([
    "csv",
    "jsonl",
    "json",
  ]);
}

export function timeZoneFlag(): Option {
  return new Option("--time-zone <zone>", "Zone of times without an offset, such as Asia/Shanghai or +08:00");
}

export function itemsFlag(): Option {
  return new Option(
    "--items <keys>",
    "Keys that lead to the list of interviews in JSON, such as data.items",
  ).argParser(parseText);
}

export function maxRejectsFlag(): Option {
  return new Option("--max-rejects <n>", "Stop after n, or n%, rejections")
    .argParser(parseMaxRejects)
    .default({ percent: 10 }, "10%");
}

export function parseText(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("It must not be blank.");
}

/** One interview in a thousand seconds. */
const MIN_RATE = 0.001;

export function parseRate(text: string): number {
  const rate = Number(text);
  if (rate >= MIN_RATE && rate <= maxRate()) return rate;
  throw new InvalidArgumentError(`It must be at least ${MIN_RATE} and at most ${maxRate()}, Feishu's limit.`);
}

export function parsePositiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number, 1 or more.");
}

export function parseMaxRejects(text: string): MaxRejects {
  const [, digits, percent] = /^(\d+|\d+\.\d+(?=%))(%?)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError("It must be a number (50) or a percentage (5%).");
  return percent ? { percent: Number(digits) } : { count: Number(digits) };
}
