import {
  BadParameterError,
  type ExternalInterview,
  FeishuApiError,
  type FeishuHire,
  InvalidResponseError,
} from "../../index.js";

/** The most ids that one request takes. */
export const MAX_IDS = 20;

export interface QueryOptions {
  readonly client: FeishuHire;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Queries interviews by id, and returns those that Feishu has. It does not document whether one unknown id fails the
 * whole query, so a query that fails is made again in halves.
 *
 * @param ids 20 at most
 */
export async function queryByIds(
  ids: readonly string[],
  { client, signal }: QueryOptions,
): Promise<ReadonlyMap<string, ExternalInterview>> {
  const found = new Map<string, ExternalInterview>();
  if (ids.length === 0) return found;
  try {
    const query = { external_interview_id_list: [...ids] };
    for await (const interview of client.externalInterviews.queryAll(query, { signal }))
      found.set(interview.id, interview);
    return found;
  } catch (error) {
    if (!mayBeUnknownId(error)) throw error;
    if (ids.length === 1) return found;
    const middle = Math.ceil(ids.length / 2);
    for (const half of [ids.slice(0, middle), ids.slice(middle)])
      for (const [id, interview] of await queryByIds(half, { client, signal })) found.set(id, interview);
    return found;
  }
}

/** Whether an interview's address got HTTP 404: it may be gone. Other calls have shown that the host is right. */
export function isNotFound(error: unknown): error is InvalidResponseError {
  return error instanceof InvalidResponseError && error.status === 404;
}

/** Whether a call may have failed because Feishu does not have an id: the code for that is not documented. */
export function mayBeUnknownId(error: unknown): boolean {
  if (error instanceof BadParameterError) return true;
  return error instanceof FeishuApiError && error.constructor === FeishuApiError && !error.isTransient;
}
