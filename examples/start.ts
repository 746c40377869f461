/**
 * `npm start`: creates the interviews of interviews.jsonl on a mock in this process, and prints what became of each.
 *
 * Two lines of the file are wrong on purpose. It ends 0 only if those two are refused, for that reason, and no other.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { startMock } from "../scripts/mock.js";
import {
  type BodyViolation,
  type ExternalInterviewAssessmentCreate,
  type ExternalInterviewCreate,
  FeishuHire,
  InvalidRequestError,
  ParticipateStatus,
} from "../src/index.js";
import { formatTable } from "./table.js";

/** The lines that are wrong, by external_id, and the place that is wrong in each. */
const WRONG_ON_PURPOSE: Readonly<Record<string, string>> = {
  "greenhouse:8830": "/participate_status",
  "greenhouse:8831": "/begin_tme",
};

const HEADINGS = ["#", "external_id", "candidate", "began", "interviewers", "result"];

interface Outcome {
  readonly interview: ExternalInterviewCreate;
  /** The id that Feishu gave, or the violations for which it was refused. */
  readonly result: string | readonly BodyViolation[];
}

const outcomes = await createAll(readInterviews());
const refused = outcomes.flatMap(({ interview, result }) =>
  typeof result === "string" ? [] : [[interview.external_id, result.map(({ pointer }) => pointer).join()]],
);
const expected = isDeepStrictEqual(Object.fromEntries(refused), WRONG_ON_PURPOSE);

process.stdout.write(`${formatTable([HEADINGS, ...outcomes.map(cellsOf)])}\n
The mock gives every interview the id of its example.
${outcomes.length - refused.length} created, ${refused.length} refused before they were sent${
  expected ? ", as they should be." : ". That is not what this file should give."
}\n`);
process.exitCode = expected ? 0 : 1;

/** The file's lines. Two of them are not what their type says: the client finds out. */
function readInterviews(): ExternalInterviewCreate[] {
  const lines = readFileSync(new URL("interviews.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** Sends them all at once: the client keeps Feishu's pace of 10 a second. */
async function createAll(interviews: readonly ExternalInterviewCreate[]): Promise<Outcome[]> {
  const mock = await startMock({ port: 0 });
  try {
    const hire = new FeishuHire({ appId: "cli_example", appSecret: "example", baseUrl: mock.url });
    return await Promise.all(interviews.map((interview) => create(hire, interview)));
  } finally {
    await mock.close();
  }
}

async function create(hire: FeishuHire, interview: ExternalInterviewCreate): Promise<Outcome> {
  try {
    const { id } = await hire.externalInterviews.create(interview);
    return { interview, result: id };
  } catch (error) {
    if (error instanceof InvalidRequestError) return { interview, result: error.violations };
    throw error;
  }
}

function cellsOf({ interview, result }: Outcome, index: number): string[] {
  const { external_id, participate_status, begin_time, interview_assessments = [] } = interview;
  const status = Object.entries(ParticipateStatus).find(([, value]) => value === participate_status);
  return [
    String(index + 1),
    external_id ?? "-",
    status?.[0] ?? String(participate_status ?? "-"),
    begin_time === undefined ? "-" : new Date(begin_time).toISOString().slice(0, 10),
    interviewersOf(interview_assessments),
    typeof result === "string" ? `created as ${result}` : `refused: ${result.map(inWords).join("; ")}`,
  ];
}

function inWords({ pointer, expected, received }: BodyViolation): string {
  return `${pointer}: expected ${expected}, received ${received}`;
}

/** The first interviewer, and how many there are besides. */
function interviewersOf([first, ...others]: ExternalInterviewAssessmentCreate[]): string {
  if (!first) return "-";
  return `${first.username ?? "(no name)"}${others.length ? ` +${others.length}` : ""}`;
}
