// Generated from spec/ by `npm run generate`; do not edit.

import { ExternalInterviews } from "./resources/external-interviews.js";
import { ExternalApplications } from "./resources/external-applications.js";
import { ExternalInterviewAssessments } from "./resources/external-interview-assessments.js";
import type { Caller } from "./runtime/caller.js";

/** Every resource, wired to one client. */
export class Resources<Options> {
  readonly externalInterviews: ExternalInterviews<Options>;
  readonly externalApplications: ExternalApplications<Options>;
  readonly externalInterviewAssessments: ExternalInterviewAssessments<Options>;

  constructor(caller: Caller<Options>) {
    this.externalInterviews = new ExternalInterviews(caller);
    this.externalApplications = new ExternalApplications(caller);
    this.externalInterviewAssessments = new ExternalInterviewAssessments(caller);
  }
}
