/** What a script can act on. */
export const ExitCode = {
  /** Everything was created. */
  Created: 0,
  /** The run finished, but some were rejected or are unknown. */
  Incomplete: 1,
  /** It stopped at too many rejections. */
  TooManyRejections: 2,
  /** It could not start or go on: configuration, credentials, permission, input, disk. */
  CannotGoOn: 3,
  /** It was interrupted, and can be resumed. */
  Interrupted: 4,
  /** A fault of this program. */
  Fault: 5,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
