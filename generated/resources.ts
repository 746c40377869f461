// Generated from spec/ by `npm run generate`; do not edit.

import { ExternalInterviews } from "./resources/external-interviews.js";
import { ExternalApplications } from "./resources/external-applications.js";
import { ExternalInterviewAssessments } from "./resources/external-interview-assessments.js";
import type { Client } from "./runtime/client.js";

/** Every resource, wired to one client. */
export class Resources {
  /** Interviews that were held in another recruiting system (外部面试). */
  readonly externalInterviews: ExternalInterviews;
  /** Applications to the jobs of another recruiting system (外部投递). */
  readonly externalApplications: ExternalApplications;
  /** Interviewers' assessments of external interviews (外部面评). They are read with their interview. */
  readonly externalInterviewAssessments: ExternalInterviewAssessments;

  constructor(client: Client) {
    this.externalInterviews = new ExternalInterviews(client);
    this.externalApplications = new ExternalApplications(client);
    this.externalInterviewAssessments = new ExternalInterviewAssessments(client);
  }
}
