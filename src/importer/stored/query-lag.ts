/** Feishu does not document how soon a query shows a new interview. This is taken to be enough. */
export const MAX_QUERY_LAG_MS: number = 10 * 60_000;

/** The delay before a second query confirms that Feishu does not have an interview. */
export const SECOND_QUERY_DELAY_MS = 30_000;
