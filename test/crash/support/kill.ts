import type { ImportStep } from "../../../src/importer/index.js";

/** How far a request has come, beyond what the importer itself publishes. */
export type RequestStep =
  /** The request is about to be sent. */
  | "beforeSend"
  /** The server has applied it, and has not responded. */
  | "beforeResponse"
  /** The response has begun to arrive. */
  | "responseArrived";

export type Step = ImportStep | RequestStep;

/** Each step, and whether it is one of each interview or of the run. */
export const STEPS: Readonly<Record<Step, "eachInterview" | "onceARun">> = {
  beforeIntent: "eachInterview",
  afterIntent: "eachInterview",
  beforeSend: "eachInterview",
  beforeResponse: "eachInterview",
  responseArrived: "eachInterview",
  afterResponse: "eachInterview",
  beforeOutcome: "eachInterview",
  afterOutcome: "eachInterview",
  beforeReport: "onceARun",
  afterReport: "onceARun",
};

/** When a process is killed: the nth time that it passes a step, or some time after a number of its requests. */
export type Kill =
  | { readonly step: Step; readonly nth: number }
  | { readonly requests: number; readonly thenMs: number };

/** A moment of a run of `rows` interviews: before its first request, between them, or after its last. */
export function randomKill(rows: number, random: () => number): Kill {
  return { requests: Math.floor(random() * (rows + 1)), thenMs: Math.floor(random() * 6) };
}

export function describeKill(kill: Kill): string {
  return "step" in kill
    ? `at ${kill.step}, number ${kill.nth}`
    : `${kill.thenMs} ms after request ${kill.requests}`;
}

/** The options of the process that is to be killed. */
export interface VictimOptions {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly file: string;
  readonly job: string;
  readonly kill: Kill | undefined;
}
