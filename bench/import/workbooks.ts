import { readFile, rm, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { Child } from "../child.js";
import { format, summarize } from "../statistics.js";
import type { ValidateMeasurement, ValidateTask } from "./programs/validate.program.js";
import type { Part } from "./row.js";
import { writeSample } from "./sample.js";

const ROWS = 100_000;
const ROWS_PER_INTERVIEW = 3;
const INTERVIEWS = Math.ceil(ROWS / ROWS_PER_INTERVIEW);
const ROUNDS = 3;
const GOAL_S = 15;
const GOAL_BYTES = 250e6;

const WHY = "a workbook is read twice, and its shared strings are held in memory";

/** Measures reading and checking a workbook in a fresh process. Another library writes the workbook. */
export const workbooks: Part = async (stage) => {
  const csv = stage.path("workbook.csv");
  await writeSample(csv, { format: "csv", interviews: INTERVIEWS });
  const rows = (await readFile(csv, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const file = stage.path("workbook.xlsx");
  await writeFile(file, await writeXlsx({ sheets: [{ name: "Interviews", rows }] }));
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [child] = await Child.start(stage.program("validate"), []);
    const task: ValidateTask = { file, format: "xlsx" };
    const { valid, wallMs, peakBytes } = await child.request<ValidateMeasurement>(task);
    await child.stop();
    if (valid !== INTERVIEWS) throw new Error(`Only ${valid} interviews of ${file} are valid.`);
    seconds.push(wallMs / 1000);
    megabytes.push(peakBytes / 1e6);
  }
  await Promise.all([csv, file].map((path) => rm(path)));
  const wall = summarize(seconds);
  const peak = summarize(megabytes);
  return [
    {
      figure: "Validating a workbook of 100,000 rows of 12 columns: seconds",
      measured: format(wall, 1),
      goal: `≤ ${GOAL_S}`,
      why: WHY,
      met: wall.median <= GOAL_S,
    },
    {
      figure: "The same: highest resident memory, MB",
      measured: format(peak, 0),
      goal: `≤ ${GOAL_BYTES / 1e6}`,
      why: WHY,
      met: peak.median * 1e6 <= GOAL_BYTES,
    },
  ];
};
