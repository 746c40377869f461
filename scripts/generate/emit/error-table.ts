import type { Model } from "../model/model.js";

const BEGIN = "<!-- error codes, from the spec by `npm run generate` -->";
const END = "<!-- end of error codes -->";

/** A page with its table of error codes as the catalogue has it. */
export function withErrorTable(page: string, { errorCodes, spec }: Model): string {
  const rows = errorCodes.map(
    ({ code, kind, meaning, advice }) =>
      `| ${code} | \`${spec["x-error-kinds"][kind]}\` | ${meaning.en} (${meaning.zh}) | ${advice.en} |`,
  );
  const table = ["| code | class | meaning | what helps |", "|---|---|---|---|", ...rows].join("\n");
  return replaceBetween(page, BEGIN, END, table);
}

function replaceBetween(page: string, begin: string, end: string, text: string): string {
  const [before, rest] = page.split(begin, 2);
  const after = rest?.split(end, 2)[1];
  if (before === undefined || after === undefined) throw new Error(`A page has no ${begin} … ${end}`);
  return `${before}${begin}\n${text}\n${end}${after}`;
}
