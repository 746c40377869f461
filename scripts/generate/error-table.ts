import type { Model } from "./model.js";

const BEGIN = "<!-- error codes, from the spec by `npm run generate` -->";
const END = "<!-- end of error codes -->";

const CLASSES: Readonly<Record<string, string>> = {
  badParameter: "BadParameterError",
  authentication: "AuthenticationError",
  permission: "PermissionError",
  rateLimit: "RateLimitError",
  quota: "QuotaError",
  server: "ServerError",
};

/** README with its table of error codes as the catalogue has it. */
export function withErrorTable(readme: string, { errorCodes }: Model): string {
  const [before, rest] = readme.split(BEGIN, 2);
  const after = rest?.split(END, 2)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  const rows = errorCodes.map(
    ({ code, kind, meaning, advice }) =>
      `| ${code} | \`${CLASSES[kind]}\` | ${meaning.en} (${meaning.zh}) | ${advice.en} |`,
  );
  const table = ["| code | class | meaning | what helps |", "|---|---|---|---|", ...rows].join("\n");
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}
