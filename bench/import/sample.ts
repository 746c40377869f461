import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { ExternalInterviewCreate } from "../../generated/schema.js";

/** Creates an invented interview of about 600 bytes of JSON, like one of a company's history. */
export function createSampleInterview(number: number): ExternalInterviewCreate {
  const beginTime = 1_600_000_000_000 + number * 60_000;
  return {
    external_id: `old-system:${number}`,
    external_application_id: String(6_960_663_240_000_000_000n + BigInt(number)),
    participate_status: 2,
    begin_time: beginTime,
    end_time: beginTime + 3_600_000,
    interview_assessments: [
      {
        username: "张三",
        conclusion: 2,
        assessment_dimension_list: [
          { assessment_type: 1, title: "编程能力", score: number % 100, description: "Two problems" },
          { assessment_type: 2, title: "职级建议", option: "P6" },
          { assessment_type: 4, title: "擅长方向", options: ["后端", "数据库"] },
        ],
        content: "Talked through every step and found the off-by-one herself. 建议进入下一轮。",
      },
    ],
  };
}

const CSV_HEADER =
  "external_id,external_application_id,participate_status,begin_time,end_time,username,conclusion,comment,dimension_title,dimension_description,dimension_type,dimension_value";

function formatJsonLine(number: number): string {
  return `${JSON.stringify(createSampleInterview(number))}\n`;
}

/** Formats the same interview as CSV: a row for each dimension. */
function formatCsvRows(number: number): string {
  const { interview_assessments: [assessment] = [], ...interview } = createSampleInterview(number);
  const { assessment_dimension_list: dimensions = [], ...assessed } = assessment ?? {};
  const shared = [...Object.values(interview), assessed.username, assessed.conclusion, assessed.content];
  return dimensions
    .map(({ assessment_type, title, description = "", score, option, options }) =>
      [...shared, title, description, assessment_type, score ?? option ?? options?.join("|")].join(","),
    )
    .map((row) => `${row}\n`)
    .join("");
}

/** A file of interviews to write, until it has this many of them or this many bytes. */
export interface Sample {
  readonly format: "jsonl" | "csv";
  readonly interviews?: number;
  readonly bytes?: number;
  /** The number of the first interview. @default 1 */
  readonly from?: number;
}

const INTERVIEWS_PER_WRITE = 1000;

export async function writeSample(path: string, sample: Sample): Promise<void> {
  const { format, interviews = Infinity, bytes = Infinity, from = 1 } = sample;
  const file = createWriteStream(path);
  const formatText = format === "csv" ? formatCsvRows : formatJsonLine;
  if (format === "csv") file.write(`${CSV_HEADER}\n`);
  for (let written = 0; written < interviews && file.bytesWritten < bytes; ) {
    const length = Math.min(INTERVIEWS_PER_WRITE, interviews - written);
    const texts = Array.from({ length }, (_, i) => formatText(from + written + i));
    if (!file.write(texts.join(""))) await once(file, "drain");
    written += length;
  }
  file.end();
  await once(file, "close");
}
