import { ErrorCode } from "../../../generated/error-codes.js";
import { isObject } from "../../is-object.js";
import { Rejection } from "../gateway/rejection.js";

/** Documented for both paged operations. */
const DEFAULT_PAGE_SIZE = 10;

/** A page as Feishu returns it: with a `page_token` only while there is more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly has_more: boolean;
  readonly page_token?: string;
}

/** The query as text, once its `page_size` has been checked. */
type PageQuery = Readonly<Record<string, string>>;

/** Choices that Feishu does not document. */
export interface Paging {
  readonly itemOrder: "oldestFirst" | "newestFirst";
  /**
   * `"offset"`: a token holds a position, as in Feishu's example, so a deletion between two pages shifts the
   * rest. `"cursor"`: it holds the last item's id.
   */
  readonly pageTokens: "offset" | "cursor";
}

/**
 * Cuts a page out of a list in order of creation.
 *
 * @throws Rejection if the page token is malformed
 */
export function paginate<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: PageQuery,
  { itemOrder, pageTokens }: Paging,
): Page<Item> {
  const { page_token: token } = query;
  const pageSize = Number(query.page_size ?? DEFAULT_PAGE_SIZE);
  const ordered = itemOrder === "oldestFirst" ? items : items.toReversed();
  const start = token === undefined ? 0 : findStart(ordered, decodeToken(token), itemOrder);
  const end = start + pageSize;
  const last = ordered[end - 1];
  const page = { items: ordered.slice(start, end), has_more: end < ordered.length };
  if (!page.has_more || !last) return page;
  return { ...page, page_token: encodeToken({ offset: end, id: pageTokens === "cursor" ? last.id : null }) };
}

interface Position {
  readonly offset: number;
  /** The last item's id; null if only the offset counts. */
  readonly id: string | null;
}

/** Finds where the next page starts. Ids grow in order of creation. */
function findStart(
  ordered: readonly { readonly id: string }[],
  { offset, id }: Position,
  itemOrder: Paging["itemOrder"],
): number {
  if (id === null) return offset;
  const next = ordered.findIndex((item) => (itemOrder === "oldestFirst" ? item.id > id : item.id < id));
  return next < 0 ? ordered.length : next;
}

function encodeToken(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64");
}

function decodeToken(token: string): Position {
  try {
    const position: unknown = JSON.parse(Buffer.from(token, "base64").toString());
    if (isPosition(position)) return position;
  } catch {}
  throw new Rejection({ code: ErrorCode.BadParameter, msg: "invalid page_token" });
}

function isPosition(value: unknown): value is Position {
  if (!isObject(value)) return false;
  const { offset, id } = value;
  return Number.isInteger(offset) && Number(offset) >= 0 && (id === null || typeof id === "string");
}
