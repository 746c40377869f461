import type { Stage } from "./stage.js";

/** One line of the table. */
export interface Row {
  readonly figure: string;
  readonly measured: string;
  /** Undefined if the figure only accompanies another. */
  readonly goal?: string;
  readonly met?: boolean;
  /** Why the figure is what it is; printed if the goal is missed. */
  readonly why?: string;
}

/** Measures one thing that the importer promises. */
export type Part = (stage: Stage) => Promise<Row[]>;

export function formatMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
