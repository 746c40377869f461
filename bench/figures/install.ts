import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure } from "../figure.js";
import type { Project } from "../workspace.js";

const GOAL = { packages: 5, megabytes: 3 };

/** What `npm install` brings: the client and the command. */
export const install: Figure = async ({ packed, official }) => {
  const own = await installedIn(packed);
  const other = official && (await installedIn(official));
  return [
    {
      figure: "Install: packages",
      client: String(own.packages),
      official: other && String(other.packages),
      goal: `≤ ${GOAL.packages}`,
      met: own.packages <= GOAL.packages,
    },
    {
      figure: "Install: MB",
      client: own.megabytes.toFixed(2),
      official: other?.megabytes.toFixed(2),
      goal: `≤ ${GOAL.megabytes}`,
      met: own.megabytes <= GOAL.megabytes,
    },
  ];
};

async function installedIn({ folder }: Project): Promise<{ packages: number; megabytes: number }> {
  const modules = join(folder, "node_modules");
  const lock: { packages: object } = JSON.parse(await readFile(join(modules, ".package-lock.json"), "utf8"));
  const entries = await readdir(modules, { recursive: true });
  const sizes = await Promise.all(entries.map(async (name) => lstat(join(modules, name))));
  const bytes = sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  return { packages: Object.keys(lock.packages).length, megabytes: bytes / 1e6 };
}
