/** A job cannot start or continue: its directory, journal or lock. What has been written stays as it is. */
export class JobError extends Error {
  static {
    JobError.prototype.name = "JobError";
  }
}

/** Whether an error comes from the operating system: a file, a directory, a full disk. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
