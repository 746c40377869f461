import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/index.js";
import { createEmptyDirectory } from "../../support/job-directory.js";
import { readAll } from "../reading.js";

it.each([
  ["\n", false],
  ["\r\n", false],
  ["\r", false],
  ["", true],
])("a CSV whose last line ends with %j is warned of before the first row: %s", async (end, isCut) => {
  const path = join(await createEmptyDirectory(), "rows.csv");
  await writeFile(path, `external_application_id,comment\n6960663240925956437,她很${end}`);
  const input = readInterviews(path, { format: "csv" });
  const rows = input[Symbol.asyncIterator]();
  await rows.next();
  const warned = input.warnings.filter(({ key }) => key === "endsWithinLine");
  expect(warned).toHaveLength(isCut ? 1 : 0);
  await readAll(input);
  expect(input.warnings).toHaveLength(isCut ? 1 : 0);
});
