import { ErrorCode, type ExternalApplication, FeishuApiError, type FeishuHire } from "../../index.js";
import { mapConcurrently } from "../stored/map-concurrently.js";

/** A talent's external applications (外部投递). */
export interface TalentApplications {
  readonly talentId: string;
  /** Undefined if Feishu has no such talent. */
  readonly applications: readonly ExternalApplication[] | undefined;
}

/** Enough to use up the limit if a request takes a second. */
const CONCURRENCY = 20;

/**
 * Lists the external applications of talents, in order, at the limit's pace.
 *
 * @throws FeishuHireError if a call fails; what was yielded before is complete
 */
export function findApplications(
  talentIds: Iterable<string>,
  { client, signal }: { readonly client: FeishuHire; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<TalentApplications> {
  const find = async (talentId: string): Promise<TalentApplications> => {
    const applications: ExternalApplication[] = [];
    try {
      for await (const one of client.externalApplications.listAll({ talent_id: talentId }, { signal }))
        applications.push(one);
      return { talentId, applications };
    } catch (error) {
      if (error instanceof FeishuApiError && error.code === ErrorCode.TalentNotFound)
        return { talentId, applications: undefined };
      throw error;
    }
  };
  return mapConcurrently(talentIds, find, CONCURRENCY);
}
