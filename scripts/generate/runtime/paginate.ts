import type { ResultWithResponse } from "./caller.js";

/** Fetches pages and reads them. */
export interface PageSource<Page, Item> {
  /** Fetches the page of a token, or the first one. */
  fetch(pageToken: string | undefined): Promise<ResultWithResponse<Page>>;
  read(page: Page): {
    readonly items: readonly Item[] | null | undefined;
    readonly hasMore: boolean;
    readonly nextCursor: string | null | undefined;
  };
  /** Creates the error for a page that is malformed or leads to no next one. */
  fail(received: ResultWithResponse<Page>, reason: string): Error;
}

/** Iterates over the items of every page. A page is fetched when its first item is asked for. */
export async function* iterateItems<Page, Item>({
  fetch,
  read,
  fail,
}: PageSource<Page, Item>): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>();
  let pageToken: string | undefined;
  for (;;) {
    const received = await fetch(pageToken);
    const { items, hasMore, nextCursor } = read(received.data);
    if (items && !Array.isArray(items)) throw fail(received, "the items of a page are not a list");
    yield* items ?? [];
    if (!hasMore) return;
    if (!nextCursor) throw fail(received, "there are more pages, but no token for the next one");
    if (seen.has(nextCursor)) throw fail(received, "the page token repeats, so the pages would never end");
    seen.add(nextCursor);
    pageToken = nextCursor;
  }
}

/** Splits a list into chunks of at most `size`. `undefined` yields itself once, an empty list nothing. */
export function* chunk<Item>(list: Item[] | undefined, size: number): Generator<Item[] | undefined> {
  if (!Array.isArray(list)) return yield list;
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
