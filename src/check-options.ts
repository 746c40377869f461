import type { CallOptions } from "../generated/runtime/call-options.js";
import { ConfigurationError } from "./errors/configuration.js";
import { isObject } from "./is-object.js";
import type { ClientOptions } from "./options.js";

/** What an option may be, unless it is undefined: a test, and the same in words. */
type Rule = readonly [accepts: (value: unknown) => boolean, expected: string];
type Rules<Options> = Readonly<Record<keyof Options, Rule>>;

const MAX_POSITIVE = 2 ** 31 - 1;
const ANYTHING: Rule = [() => true, ""];
const FUNCTION: Rule = [(value) => typeof value === "function", "a function"];
/** A number of milliseconds or bytes. One too large for a timer can only be a mistake. */
const POSITIVE: Rule = [
  (value) => typeof value === "number" && value > 0 && value <= MAX_POSITIVE,
  `a number from 1 to ${MAX_POSITIVE}`,
];

function withMethods(...names: string[]): Rule {
  return [(value) => hasMethods(value, names), `an object with ${names.join(", ")}`];
}

function hasMethods(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof Object(value)[name] === "function");
}

const COMMON: Rules<Pick<CallOptions, "timeoutMs" | "totalTimeoutMs" | "maxRetries" | "onRetry">> = {
  timeoutMs: POSITIVE,
  totalTimeoutMs: POSITIVE,
  maxRetries: [
    (value) => value === false || (Number.isInteger(value) && Number(value) >= 0),
    "a whole number from 0, or false",
  ],
  onRetry: FUNCTION,
};

const CLIENT: Rules<ClientOptions> = {
  ...COMMON,
  appId: ANYTHING,
  appSecret: ANYTHING,
  baseUrl: ANYTHING,
  validate: ANYTHING,
  fetch: FUNCTION,
  maxRateLimitWaitMs: POSITIVE,
  maxResponseBytes: POSITIVE,
  rateLimiter: [
    (value) => value === false || hasMethods(value, ["acquire", "pause"]),
    "false, or an object with acquire, pause",
  ],
  tokenStore: withMethods("get", "set", "delete"),
  logger: withMethods("debug", "info", "warn", "error"),
  clock: withMethods("now", "monotonicNow", "wait", "setTimer"),
  onRequest: FUNCTION,
  onResponse: FUNCTION,
  onWait: FUNCTION,
};

const CALL: Rules<CallOptions> = {
  ...COMMON,
  // By its members: it may be of another realm or a polyfill. `fetch` takes null too.
  signal: [
    (value) =>
      value === null ||
      (typeof Object(value).aborted === "boolean" &&
        hasMethods(value, ["addEventListener", "removeEventListener"])),
    "an AbortSignal",
  ],
  headers: [
    (value) => isObject(value) && !(Symbol.iterator in value),
    "a plain object, not Headers or a list",
  ],
  idempotent: [(value) => typeof value === "boolean", "true or false"],
  beforeSend: FUNCTION,
};

/** @throws ConfigurationError if an option of the client is wrong or unknown */
export function checkClientOptions(options: ClientOptions): void {
  check(options, CLIENT, "a client");
}

/** @throws ConfigurationError if an option of a call is wrong or unknown */
export function checkCallOptions(options: CallOptions): void {
  check(options, CALL, "a call");
}

function check(options: unknown, rules: Readonly<Record<string, Rule>>, owner: string): void {
  if (!isObject(options)) throw new ConfigurationError(`The options of ${owner} must be an object.`);
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(rules, name)) continue;
    const nearest = Object.keys(rules).find((known) => isPart(name, known) || isPart(known, name));
    const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    throw new ConfigurationError(`${name} is not an option of ${owner}.${hint}`);
  }
  for (const name of Object.keys(rules)) {
    const value = options[name];
    const [accepts, expected] = rules[name] ?? ANYTHING;
    if (value !== undefined && !accepts(value)) throw new ConfigurationError(`${name} must be ${expected}.`);
  }
}

/** Whether a name has another one in it, written in any style: `app_id` is `appId`. */
function isPart(part: string, name: string): boolean {
  return simplify(name).includes(simplify(part));
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, "");
}
