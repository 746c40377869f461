import { readFile, writeFile } from "node:fs/promises";
import { pathInRepository } from "./workspace.js";

const FILE = "BENCHMARKS.md";

/** Writes a section of BENCHMARKS.md, in place of the one of the same name; the others stay as they are. */
export async function writeSection(name: string, markdown: string): Promise<void> {
  const path = pathInRepository(FILE);
  const before = await readFile(path, "utf8").catch(() => "# Benchmarks\n");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const section = `${begin}\n${markdown.trim()}\n${end}`;
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  const after =
    start === -1 || stop === -1
      ? `${before.trimEnd()}\n\n${section}\n`
      : `${before.slice(0, start)}${section}${before.slice(stop + end.length)}`;
  await writeFile(path, after);
}
