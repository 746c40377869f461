import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure } from "../figure.js";
import type { Project } from "../workspace.js";

/** The budget, with workbooks and mappings included. */
const GOAL = { packages: 5, megabytes: 3.5 };

const SPENT_ON =
  "yaml for mappings, yauzl and saxen for workbooks, https-proxy-agent and proxy-from-env for proxies (five packages), commander and get-east-asian-width for the command.";

/** Measures what `npm install` installs: the client and the command. */
export const install: Figure = async ({ packed, official }) => {
  const own = await measureInstall(packed);
  const other = official && (await measureInstall(official));
  return [
    {
      figure: "Install: packages",
      client: String(own.packages),
      official: other && String(other.packages),
      goal: `≤ ${GOAL.packages}`,
      met: own.packages <= GOAL.packages,
      spentOn: SPENT_ON,
    },
    {
      figure: "Install: MB",
      client: own.megabytes.toFixed(2),
      official: other?.megabytes.toFixed(2),
      goal: `≤ ${GOAL.megabytes}`,
      met: own.megabytes <= GOAL.megabytes,
      spentOn: SPENT_ON,
    },
  ];
};

async function measureInstall({ folder }: Project): Promise<{ packages: number; megabytes: number }> {
  const modules = join(folder, "node_modules");
  const lock: { packages: object } = JSON.parse(await readFile(join(modules, ".package-lock.json"), "utf8"));
  const entries = await readdir(modules, { recursive: true });
  const sizes = await Promise.all(entries.map(async (name) => lstat(join(modules, name))));
  const bytes = sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  return { packages: Object.keys(lock.packages).length, megabytes: bytes / 1e6 };
}
