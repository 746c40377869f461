import {
  type Verification,
  type VerifyOptions,
  type VerifyReport,
  verifyInterviews,
} from "../../../src/importer/index.js";
import { inputFromBodies } from "../../../src/importer/input/from-bodies.js";
import type { ClientOptions, ExternalInterviewCreate } from "../../../src/index.js";
import type { TestFeishu, TestFeishuOptions } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { toStream } from "../support/interviews.js";
import { reserveJobDirectory } from "../support/job-directory.js";
import { createClient, runImport } from "../support/run.js";

const APPLICATION = "6960663240925956437";

/** Interviews with a time, assessments and dimensions. */
export function fullInterviews(count: number): ExternalInterviewCreate[] {
  return Array.from({ length: count }, (_, index) => ({
    external_id: `i${index + 1}`,
    external_application_id: APPLICATION,
    participate_status: 2 as const,
    begin_time: 1_618_500_278_638 + index,
    interview_assessments: [
      {
        username: "张三",
        conclusion: 2 as const,
        content: `第 ${index} 场`,
        assessment_dimension_list: [
          { assessment_type: 1 as const, title: "代码", score: 0 },
          { assessment_type: 4 as const, title: "语言", options: ["Go", "TypeScript"] },
        ],
      },
      { username: "李四", conclusion: 3 as const },
    ],
  }));
}

export async function verify(
  feishu: TestFeishu,
  jobDir: string,
  rows: readonly ExternalInterviewCreate[],
  { clientOptions, ...options }: Partial<VerifyOptions> & { clientOptions?: ClientOptions } = {},
): Promise<{ results: Verification[]; report: VerifyReport }> {
  const input = inputFromBodies(toStream(rows));
  const { clock } = feishu;
  const client = createClient(feishu, clientOptions);
  const run = verifyInterviews(input, { client, jobDir, clock, ...options });
  const results: Verification[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { results, report: value };
    results.push(value);
  }
}

export async function importAll(
  options: TestFeishuOptions,
  rows: readonly ExternalInterviewCreate[],
): Promise<{ feishu: TestFeishu; job: string }> {
  const feishu = await startTestFeishu({ rateLimit: false, ...options });
  const job = await reserveJobDirectory();
  await runImport(feishu, job, rows);
  return { feishu, job };
}
