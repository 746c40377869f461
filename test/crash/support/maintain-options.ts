/** A command to run on a job. */
export type MaintainCommand = "import" | "settle" | "update" | "verify" | "undo";

/** The options of the process that runs a command: one argument, as JSON. */
export interface MaintainOptions {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly file: string;
  readonly job: string;
  readonly command: MaintainCommand;
  /** Added to the process's clock, in milliseconds, to match the server's. */
  readonly clockOffsetMs: number;
}
