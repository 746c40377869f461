import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Creates a folder inside the package for the programs that tests build; it is removed after the run. */
export default function createTemporaryFolder(): () => void {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".tmp", "run-"));
  process.env.FEISHU_HIRE_TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
