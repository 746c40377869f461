/** Replaces the text between the two markers of a block in a page. */
export function replaceBlock(page: string, name: string, text: string): string {
  const begin = `<!-- ${name}, from the spec by \`npm run generate\` -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest] = page.split(begin, 2);
  const after = rest?.split(end, 2)[1];
  if (before === undefined || after === undefined) throw new Error(`A page has no ${begin} … ${end}`);
  return `${before}${begin}\n${text}\n${end}${after}`;
}
