import type { ExternalInterviewCreate } from "../../index.js";
import { readJsonRow } from "./json/json-row.js";
import { formatRejectedJson } from "./json/rejected-json.js";
import { IdChecker } from "./rows/check-ids.js";
import type { InterviewInput, InterviewRow } from "./rows/interview-row.js";

/** Reads request bodies as if they came from a JSONL file: the same checks, numbered by line. */
export function inputFromBodies(
  source: AsyncIterable<ExternalInterviewCreate> | InterviewInput,
): InterviewInput {
  if ("formatRejected" in source) return source;
  return {
    warnings: [],
    rejectedFormat: "jsonl",
    rejectedHeader: "",
    formatRejected: formatRejectedJson,
    [Symbol.asyncIterator]: () => readBodies(source),
  };
}

async function* readBodies(bodies: AsyncIterable<ExternalInterviewCreate>): AsyncGenerator<InterviewRow> {
  const context = { ids: new IdChecker(), zone: undefined };
  let line = 0;
  for await (const body of bodies) {
    const text = JSON.stringify(body);
    line++;
    yield readJsonRow({ text, line, bytes: Buffer.byteLength(text) }, context);
  }
}
