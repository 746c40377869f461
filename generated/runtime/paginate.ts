// Generated: a copy of scripts/generate/runtime/paginate.ts; do not edit.

import { isObject } from "./checks.js";
import type { ResultWithResponse } from "./client.js";

/** Fetches pages and reads them. */
export interface PageSource<Params, Page, Item> {
  /** Fetches the page of a token, or the first one. */
  fetch(params: Params, pageToken: string | undefined): Promise<ResultWithResponse<Page>>;
  read(page: Page): {
    readonly items: readonly Item[] | null | undefined;
    readonly hasMore: boolean;
    readonly nextCursor: string | null | undefined;
  };
  /** Creates the error for a page that leads to no next one. */
  fail(received: ResultWithResponse<Page>, reason: string): Error;
}

/**
 * Iterates over the items of every page of each of the calls. A page is fetched when its first item is
 * asked for.
 */
export async function* iterateItems<Params, Page, Item>(
  calls: readonly Params[],
  { fetch, read, fail }: PageSource<Params, Page, Item>,
): AsyncGenerator<Item, void, undefined> {
  for (const params of calls) {
    const seen = new Set<string>();
    let pageToken: string | undefined;
    for (;;) {
      const received = await fetch(params, pageToken);
      const { items, hasMore, nextCursor } = read(received.data);
      yield* items ?? [];
      if (!hasMore) break;
      if (!nextCursor) throw fail(received, "there are more pages, but no token for the next one");
      if (seen.has(nextCursor)) throw fail(received, "the page token repeats, so the pages would never end");
      seen.add(nextCursor);
      pageToken = nextCursor;
    }
  }
}

/**
 * Copies parameters into those of the calls that read every page: `limit` holds a page's size if none is
 * given, `list` the most entries of a list in one call. Of a longer one each call has a part, without
 * repeated entries; an empty one makes no call. What is not an object stays as it is, for the call to reject.
 */
export function toCalls<Params extends object>(
  params: Params,
  limit: { readonly name: keyof Params; readonly size: number },
  list?: { readonly name: keyof Params; readonly maximum: number },
): Params[] {
  if (!isObject(params)) return [params];
  const call = { ...params };
  if (call[limit.name] === undefined) Object.assign(call, { [limit.name]: limit.size });
  const entries: unknown = list && call[list.name];
  if (!list || !Array.isArray(entries)) return [call];
  const distinct = [...new Set<unknown>(entries)];
  const starts = distinct.flatMap((_, i) => (i % list.maximum === 0 ? [i] : []));
  return starts.map((start) => ({ ...call, [list.name]: distinct.slice(start, start + list.maximum) }));
}
