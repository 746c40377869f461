/** The job cannot start or go on: its directory, its journal or its lock. What has been written stays as it is. */
export class JobError extends Error {
  static {
    JobError.prototype.name = "JobError";
  }
}
