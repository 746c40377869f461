// Generated from spec/ by `npm run generate`; do not edit.

import { ExternalInterviews } from "./resources/external-interviews.js";
import { ExternalApplications } from "./resources/external-applications.js";
import { ExternalInterviewAssessments } from "./resources/external-interview-assessments.js";
import type { Caller } from "./runtime/caller.js";

/** Every resource, wired to one client. */
export class Resources<Options> {
  /** Interviews that were held in another recruiting system (外部面试). */
  readonly externalInterviews: ExternalInterviews<Options>;
  /** Applications to the jobs of another recruiting system (外部投递). */
  readonly externalApplications: ExternalApplications<Options>;
  /** Interviewers' assessments of external interviews (外部面评). They are read with their interview. */
  readonly externalInterviewAssessments: ExternalInterviewAssessments<Options>;

  constructor(caller: Caller<Options>) {
    this.externalInterviews = new ExternalInterviews(caller);
    this.externalApplications = new ExternalApplications(caller);
    this.externalInterviewAssessments = new ExternalInterviewAssessments(caller);
  }
}
