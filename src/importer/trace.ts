import { channel } from "node:diagnostics_channel";

/** How far an interview or the run has come. A step is published just before or after what it names. */
export type ImportStep =
  | "beforeIntent"
  | "afterIntent"
  | "afterResponse"
  | "beforeOutcome"
  | "afterOutcome"
  | "beforeReport"
  | "afterReport";

/** Published on the diagnostics channel `feishu-hire:importer`. */
export interface ImportStepMessage {
  readonly step: ImportStep;
  readonly key: string | undefined;
}

const steps = channel("feishu-hire:importer");

/** Publishes a step. Costs nothing without subscribers. */
export function publishStep(step: ImportStep, key?: string): void {
  if (steps.hasSubscribers) steps.publish({ step, key } satisfies ImportStepMessage);
}
