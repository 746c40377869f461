/**
 * `npm run release:check`: fails if package.json still holds a placeholder, if the lockfile would install
 * something unverified, or if CHANGELOG.md lacks the version.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isObject } from "../src/is-object.js";

const PLACEHOLDER = /OWNER|AUTHOR/;
const FIELDS_WITH_PLACEHOLDERS = ["author", "homepage", "repository", "bugs"];

interface ReleaseFiles {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly lockfile: { readonly packages: Readonly<Record<string, unknown>> };
  readonly changelog: string;
}

/** Lists what must be fixed before the package is published; empty if nothing. */
export function findReleaseProblems({ manifest, lockfile, changelog }: ReleaseFiles): string[] {
  const unfilled = FIELDS_WITH_PLACEHOLDERS.filter(
    (name) => manifest[name] === undefined || PLACEHOLDER.test(JSON.stringify(manifest[name])),
  );
  const unverified = Object.entries(lockfile.packages).filter(
    ([path, entry]) => path !== "" && isObject(entry) && entry.link !== true && entry.integrity === undefined,
  );
  const version = String(manifest.version);
  return [
    ...unfilled.map((name) => `package.json: fill in "${name}".`),
    ...unverified.map(([path]) => `package-lock.json: ${path} has no integrity.`),
    ...(changelog.includes(`\n## ${version}\n`) ? [] : [`CHANGELOG.md: add a section "## ${version}".`]),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
  const problems = findReleaseProblems({
    manifest: JSON.parse(read("package.json")),
    lockfile: JSON.parse(read("package-lock.json")),
    changelog: read("CHANGELOG.md"),
  });
  process.stderr.write(problems.map((problem) => `${problem}\n`).join(""));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
