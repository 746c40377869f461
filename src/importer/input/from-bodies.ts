import type { ExternalInterviewCreate } from "../../index.js";
import { jsonRow } from "./json/json-row.js";
import { formatRejectedJson } from "./json/rejected-json.js";
import type { InterviewInput, InterviewRow } from "./rows/interview-row.js";

/** Request bodies that a program makes, read as if they stood in a JSONL file: checked alike, and counted by line. */
export function inputFromBodies(
  source: AsyncIterable<ExternalInterviewCreate> | InterviewInput,
): InterviewInput {
  if ("formatRejected" in source) return source;
  return {
    warnings: [],
    rejectedFormat: "jsonl",
    rejectedHeader: "",
    formatRejected: formatRejectedJson,
    [Symbol.asyncIterator]: () => rowsOf(source),
  };
}

async function* rowsOf(bodies: AsyncIterable<ExternalInterviewCreate>): AsyncGenerator<InterviewRow> {
  let line = 0;
  for await (const body of bodies) {
    const text = JSON.stringify(body);
    line++;
    yield jsonRow({ text, line, bytes: Buffer.byteLength(text) });
  }
}
