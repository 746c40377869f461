import { Child } from "../child.js";
import { format, summarize } from "../statistics.js";
import type { ValidateMeasurement, ValidateTask } from "./programs/validate.program.js";
import type { Part } from "./row.js";
import { writeSample } from "./sample.js";

const INTERVIEWS = 200_000;
const ROUNDS = 5;
const GOAL = 50_000;
const CSV_GOAL = 25_000;

const WHY =
  "the time goes to parsing and checking, and to the digests of key and content that find duplicates";

const WHY_CSV =
  "a fifth of the time goes to a first pass, which determines what the columns hold, a sixth to splitting records into cells (half of it in the first pass), a tenth to the digests of key and content; the rest to decoding, cells, the body and its checks";

/** Measures how many interviews a second are read and checked, each file in a fresh process. */
export const validating: Part = async (stage) => {
  const rates = { jsonl: [] as number[], csv: [] as number[] };
  const formats = ["jsonl", "csv"] as const;
  for (const format of formats)
    await writeSample(stage.path(`validating.${format}`), { format, interviews: INTERVIEWS });
  for (let round = 0; round < ROUNDS; round++) {
    for (const format of formats) {
      const [child] = await Child.start(stage.program("validate"), []);
      const file = stage.path(`validating.${format}`);
      const { valid, wallMs } = await child.request<ValidateMeasurement>({
        file,
        format,
      } satisfies ValidateTask);
      await child.stop();
      if (valid !== INTERVIEWS) throw new Error(`Only ${valid} interviews of ${file} are valid.`);
      rates[format].push((1000 * INTERVIEWS) / wallMs);
    }
  }
  const jsonl = summarize(rates.jsonl);
  const csv = summarize(rates.csv);
  return [
    {
      figure: "Validating JSONL of 570 bytes each, interviews a second",
      measured: format(jsonl, 0),
      goal: `≥ ${GOAL}`,
      why: WHY,
      met: jsonl.median >= GOAL,
    },
    {
      figure: "Validating CSV, interviews a second",
      measured: `${format(csv, 0)}; of three rows each, so ${(3 * csv.median).toFixed(0)} rows`,
      goal: `≥ ${CSV_GOAL}`,
      why: WHY_CSV,
      met: csv.median >= CSV_GOAL,
    },
  ];
};
