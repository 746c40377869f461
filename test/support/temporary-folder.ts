import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A folder inside the package for what tests build, which goes with the run. Its path is in the environment. */
export default function makeTemporaryFolder(): () => void {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".tmp", "run-"));
  process.env.FEISHU_HIRE_TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
