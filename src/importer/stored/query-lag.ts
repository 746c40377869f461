/** How soon a query sees what was created is not documented: one that is older, and that is not found, is not there. */
export const MAX_QUERY_LAG_MS: number = 10 * 60_000;

/** Between the two queries that must both not find an interview. */
export const SECOND_LOOK_MS = 30_000;
