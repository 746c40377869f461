export { type ImportOptions, importInterviews } from "./import-interviews.js";
export { formatOf } from "./input/format-of.js";
export { holdsRejectedRows } from "./input/holds-rejected-rows.js";
export { InputError } from "./input/input-error.js";
export type {
  InputFormat,
  InputOptions,
  InterviewInput,
  InterviewRow,
  Rejection,
  RowProblem,
} from "./input/interview-row.js";
export { readInterviews } from "./input/read-interviews.js";
export { template } from "./input/template.js";
export { JobError } from "./job-error.js";
export { type JobStatus, jobStatus } from "./job-status.js";
export type { Outcome, OutcomeKind } from "./outcome.js";
export { AccountingError, type Report, type RunEnd } from "./report.js";
export { deriveExternalId } from "./row-key.js";
export { SeenKeys } from "./seen-keys.js";
export type { ImportStep, ImportStepMessage } from "./steps.js";
export type { MaxRejects } from "./stop-rule.js";
