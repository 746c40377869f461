import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import type { LoadMeasurement } from "../programs/import.program.js";
import { format, measureInRounds, type Summary, summarizeDifferences } from "../statistics.js";

const ROUNDS = 9;
const GOAL = { ofOfficial: 0.03, megabytes: 6 };

const MODULES = {
  empty: "./empty.mjs",
  client: "feishu-hire",
  official: "@larksuiteoapi/node-sdk",
} as const;
type Module = keyof typeof MODULES;

/** Measures the import of a module over that of an empty one. */
export const importCost: Figure = async ({ client, official }) => {
  await writeFile(join(client.folder, "empty.mjs"), "");
  const names = (Object.keys(MODULES) as Module[]).filter((name) => official || name !== "official");
  const measured = await measureInRounds(ROUNDS, names, async (name) => {
    const project = name === "official" ? official : client;
    return (await runOnce<LoadMeasurement>(project?.program("import") ?? "", [MODULES[name]])).message;
  });

  const compare = (name: Module, read: (measurement: LoadMeasurement) => number): Summary =>
    summarizeDifferences(measured[name].map(read), measured.empty.map(read));
  const getMs = ({ tookMs }: LoadMeasurement) => tookMs;
  const getMegabytes = ({ bytes }: LoadMeasurement) => bytes / 1e6;
  const [ms, megabytes] = [compare("client", getMs), compare("client", getMegabytes)];
  const officialMs = official && compare("official", getMs);
  const share = ms.median / (officialMs?.median ?? NaN);
  return [
    {
      figure: "Import: ms over an empty module",
      client: `${format(ms, 1)}; ${share.toFixed(3)} of official`,
      official: officialMs && format(officialMs, 1),
      goal: `≤ ${GOAL.ofOfficial} of official`,
      met: share <= GOAL.ofOfficial,
      spentOn: "Node's loader, which looks up, reads and compiles the client.",
    },
    {
      figure: "Import: MB over an empty module",
      client: format(megabytes, 1),
      official: official && format(compare("official", getMegabytes), 1),
      goal: `≤ ${GOAL.megabytes}`,
      met: megabytes.median <= GOAL.megabytes,
    },
  ];
};
