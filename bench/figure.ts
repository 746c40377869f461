import type { Workspace } from "./workspace.js";

/** One line of the table. A cell without anything to compare is left out. */
export interface Row {
  readonly figure: string;
  readonly client: string;
  readonly official?: string | undefined;
  readonly fetch?: string | undefined;
  readonly goal?: string | undefined;
  readonly met?: boolean | undefined;
  /** Where the time or the bytes go; printed if the goal is missed. */
  readonly spentOn?: string | undefined;
}

/** Measures one thing. */
export type Figure = (workspace: Workspace) => Promise<Row[]>;
