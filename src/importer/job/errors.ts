/** The job cannot start or go on: its directory, its journal or its lock. What has been written stays as it is. */
export class JobError extends Error {
  static {
    JobError.prototype.name = "JobError";
  }
}

/** Whether the system refused something: a file, a folder. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
