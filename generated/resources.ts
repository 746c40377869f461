// Generated from spec/ by `npm run generate`; do not edit.

import { ExternalInterviews } from "./resources/external-interviews.js";
import type { Caller } from "./runtime/caller.js";

/** Every resource, wired to one client. */
export class Resources<Options> {
  readonly externalInterviews: ExternalInterviews<Options>;

  constructor(caller: Caller<Options>) {
    this.externalInterviews = new ExternalInterviews(caller);
  }
}
