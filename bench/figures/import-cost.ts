import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import type { LoadMeasurement } from "../programs/import.program.js";
import { differences, format, inRounds, type Summary } from "../statistics.js";

const ROUNDS = 9;
const GOAL = { ofOfficial: 0.03, megabytes: 6 };

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
    return (await runOnce<LoadMeasurement>(project?.program("import") ?? "", [MODULES[name]])).said;
  });

  const over = (name: Module, of: (facts: LoadMeasurement) => number): Summary =>
    differences(measured[name].map(of), measured.empty.map(of));
  const getMs = ({ tookMs }: LoadMeasurement) => tookMs;
  const getMegabytes = ({ bytes }: LoadMeasurement) => bytes / 1e6;
  const [ms, megabytes] = [over("client", getMs), over("client", getMegabytes)];
  const officialMs = official && over("official", getMs);
  const share = ms.median / (officialMs?.median ?? Number.NaN);
  return [
    {
      figure: "Import: ms over an empty module",
      client: `${format(ms, 1)}; ${share.toFixed(3)} of official`,
      official: officialMs && format(officialMs, 1),
      goal: `≤ ${GOAL.ofOfficial} of official`,
      met: share <= GOAL.ofOfficial,
      spentOn: "Node's loader, which looks up, reads and compiles the client, and node:http.",
    },
    {
      figure: "Import: MB over an empty module",
      client: format(megabytes, 1),
      official: official && format(over("official", getMegabytes), 1),
      goal: `≤ ${GOAL.megabytes}`,
      met: megabytes.median <= GOAL.megabytes,
    },
  ];
};
