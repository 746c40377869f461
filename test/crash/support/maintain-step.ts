/** One command over a job. */
export type MaintainCommand = "import" | "settle" | "update" | "verify" | "undo";

/** What the process that runs a command gets, as JSON in its argument. */
export interface MaintainOptions {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly file: string;
  readonly job: string;
  readonly command: MaintainCommand;
  /** How far its clock is ahead: the server's was advanced so far. */
  readonly aheadMs: number;
}
