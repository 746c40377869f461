/** What a script can act on. */
export const ExitCode = {
  /** Everything was created, or nothing is wrong. */
  Success: 0,
  /** The run finished, but some interviews were rejected or are unknown. */
  Incomplete: 1,
  /** The run stopped at too many rejections. */
  TooManyRejections: 2,
  /** The run could not start or continue: configuration, credentials, permission, input, disk. */
  Failed: 3,
  /** The run was interrupted, and can be resumed. */
  Interrupted: 4,
  /** A bug in this program. */
  InternalError: 5,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
