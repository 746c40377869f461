/** Characters of no width, as come with a copy from a page: a name with one looks the same as one without. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** A header's name as it is compared: without case, invisible characters and blanks around it. */
export function normalizeName(cell: string): string {
  return cell.replace(INVISIBLE, "").trim().toLowerCase();
}

/** A name without what people write in different ways: width, blanks, marks between words, a plural. */
export function simplifyName(name: string): string {
  return normalizeName(name)
    .normalize("NFKC")
    .replace(/[\s_.-]/g, "")
    .replace(/s$/, "");
}
