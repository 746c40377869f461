/**
 * Imports files of interviews. Start at `importInterviews`.
 *
 * @module feishu-hire/importer
 */

export { LANGUAGES, type Language } from "../messages/language.js";
export type { Message, Plural } from "../messages/message.js";
export {
  type ApplicationCounts,
  applicationTableHeader,
  formatApplications,
  readWritten,
  type WrittenApplications,
} from "./applications/application-table.js";
export { findApplications, type TalentApplications } from "./applications/find-applications.js";
export { readTalents, type TalentOptions } from "./applications/read-talents.js";
export { importInterviews } from "./import-interviews.js";
export type { ImportOptions } from "./import-options.js";
export { assertColumnsKnown } from "./input/assert-columns-known.js";
export { detectFormat } from "./input/format.js";
export { InputError } from "./input/input-error.js";
export { isRejectedFile } from "./input/is-rejected-file.js";
export { type DraftOptions, draftMapping, type MappingDraft } from "./input/mapping/draft/draft-mapping.js";
export type { Mapping } from "./input/mapping/file/mapping.js";
export { readMapping } from "./input/mapping/file/read-mapping.js";
export { readInterviews } from "./input/open-input.js";
export type {
  FieldPlace,
  InputFormat,
  InputOptions,
  InterviewInput,
  InterviewRow,
  LocateField,
  PackRejected,
  Rejection,
  RejectionNote,
  RowProblem,
  UnknownColumn,
  ValidRow,
} from "./input/rows/interview-row.js";
export { describeProblem } from "./input/rows/row-problem.js";
export { parseOffsetMs } from "./input/rows/time-zone.js";
export { findColumnName } from "./input/table/body/find-column.js";
export { template } from "./input/template.js";
export { writeTemplateWorkbook } from "./input/xlsx/write/template-workbook.js";
export { isSystemError, JobError } from "./job/errors.js";
export type { JournalFile, OpenJournalFile } from "./job/journal/journal-file.js";
export { isJobLocked } from "./job/lock.js";
export { listJobsBeside } from "./job/other-jobs.js";
export {
  type JobPreview,
  type JobPreviewCounts,
  type JobPreviewOptions,
  previewJob,
} from "./job/preview-job.js";
export { type JobStatus, readJobStatus } from "./job/status.js";
export { DuplicateIds } from "./keys/duplicate-ids.js";
export { estimateInterviewCount } from "./keys/estimate-interview-count.js";
export { deriveExternalId } from "./keys/external-id.js";
export { type LocalText, Phrase, type PhraseValue, type TextStyle } from "./messages/phrase.js";
export { describeSystemError } from "./messages/system-error.js";
export { describeErrorName, describeFailure } from "./run/describe-failure.js";
export type { OutageWait } from "./run/outage.js";
export type { Outcome, OutcomeKind } from "./run/outcome.js";
export {
  findRow,
  normalizeField,
  type RejectedPlace,
  type RejectionGroup,
} from "./run/report/rejection-groups.js";
export { AccountingError, type Report, type RunStatus } from "./run/report/report.js";
export type { Timeline } from "./run/report/timeline.js";
export type { MaxRejects } from "./run/stop-rule.js";
export { type KeyCounts, writeKeyFiles } from "./run/write-key-files.js";
export type { ImportStep, ImportStepMessage } from "./trace.js";
export { planUndo } from "./undo/plan-undo.js";
export { undoJob } from "./undo/undo-job.js";
export type { Undoing, UndoOptions, UndoPlan, UndoReport } from "./undo/undo-options.js";
export {
  type Verification,
  type VerifyOptions,
  type VerifyReport,
  verifyInterviews,
} from "./verify/verify-interviews.js";
