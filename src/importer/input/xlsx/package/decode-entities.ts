const ENTITY = /&([^;&]{0,12});?/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Decodes XML's five named entities and character references. saxen's own decoder breaks those beyond U+FFFF.
 *
 * @throws RangeError for any other entity: only a DTD could define it, and a workbook has none
 */
export function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(ENTITY, decodeEntity) : text;
}

function decodeEntity(whole: string, name: string): string {
  const character = NAMED.get(name) ?? decodeReference(name);
  if (character === undefined || !whole.endsWith(";")) throw new RangeError(`unknown entity ${whole}`);
  return character;
}

function decodeReference(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? [];
  const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}
