import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOnce } from "../child.js";
import type { Figure, Row } from "../figure.js";
import type { ImportFacts } from "../programs/import.program.js";
import { differences, format, inRounds, type Summary } from "../statistics.js";

const ROUNDS = 9;

const MODULES = {
  empty: "./empty.mjs",
  client: "feishu-hire",
  official: "@larksuiteoapi/node-sdk",
} as const;
type Module = keyof typeof MODULES;

/** What an import costs over that of an empty module. */
export const importCost: Figure = async ({ client, official }) => {
  await writeFile(join(client.folder, "empty.mjs"), "");
  const names = (Object.keys(MODULES) as Module[]).filter((name) => official || name !== "official");
  const measured = await inRounds(ROUNDS, names, async (name) => {
    const project = name === "official" ? official : client;
    return (await runOnce<ImportFacts>(project?.program("import") ?? "", [MODULES[name]])).said;
  });

  const row = (what: string, of: (facts: ImportFacts) => number, goal: number): Row => {
    const over = (name: Module): Summary => differences(measured[name].map(of), measured.empty.map(of));
    const own = over("client");
    return {
      figure: `Import: ${what} over an empty module`,
      client: format(own, 1),
      official: official && format(over("official"), 1),
      goal: `≤ ${goal}`,
      met: own.median <= goal,
      spentOn: "Node's loader, which looks each of the client's files up, reads and compiles it on its own.",
    };
  };
  return [row("ms", ({ tookMs }) => tookMs, 12), row("MB", ({ bytes }) => bytes / 1e6, 6)];
};
