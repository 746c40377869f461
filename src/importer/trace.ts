import { channel } from "node:diagnostics_channel";

/** Where an interview's request is on its way; each step is told before what it names happens. */
export type ImportStep =
  | "beforeIntent"
  | "afterIntent"
  | "afterAnswer"
  | "beforeOutcome"
  | "afterOutcome"
  | "beforeReport"
  | "afterReport";

/** What is published on the diagnostics channel `feishu-hire:importer`. */
export interface ImportStepMessage {
  readonly step: ImportStep;
  readonly key: string | undefined;
}

const steps = channel("feishu-hire:importer");

/** Tells whoever listens on the channel. With nobody there it costs nothing. */
export function tellStep(step: ImportStep, key?: string): void {
  if (steps.hasSubscribers) steps.publish({ step, key } satisfies ImportStepMessage);
}
