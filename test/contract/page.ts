import { readFileSync } from "node:fs";
import type { ExternalInterview, ExternalInterviewCreate } from "../../src/index.js";

/**
 * Feishu's documented example of the operation, verbatim: the spec is tested against it.
 *
 * @see
 * https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3
 */
export const documentedRequest: ExternalInterviewCreate = {
  external_id: "7396034232747641133",
  external_application_id: "6960663240925956437",
  participate_status: 1,
  begin_time: 1618500278638,
  end_time: 1618500278639,
  interview_assessments: [
    {
      username: "张三",
      conclusion: 1,
      assessment_dimension_list: [
        {
          score: 99,
          option: "选项1",
          options: ["选项1"],
          content: "不错的面试内容",
          assessment_type: 1,
          title: "面试测试",
          description: "这是一次测试",
        },
      ],
      content: "第一次面试",
    },
  ],
};

export const documentedResponse: {
  code: number;
  msg: string;
  data: { external_interview: ExternalInterview };
} = {
  code: 0,
  msg: "ok",
  data: {
    external_interview: {
      external_application_id: "6960663240925956437",
      id: "6960663240925956436",
      participate_status: 1,
      begin_time: 1618500278638,
      end_time: 1618500278639,
      interview_assessments: [
        {
          id: "6989181065243969836",
          username: "张三",
          conclusion: 1,
          assessment_dimension_list: [
            {
              score: 99,
              option: "选项1",
              options: ["选项1"],
              content: "第一次面试记录",
              assessment_type: 1,
              title: "性格测试",
              description: "这是性格测试相关的",
            },
          ],
          content: "内容输出",
        },
      ],
    },
  },
};

/** Feishu's documented examples of one operation, verbatim. */
interface PageExamples {
  readonly operationId: string;
  readonly request?: unknown;
  readonly response: unknown;
}

/** The examples of every page: those of the other operations are in pages.jsonl, one a line. */
export const documentedExamples: readonly PageExamples[] = [
  { operationId: "createExternalInterview", request: documentedRequest, response: documentedResponse },
  ...readFileSync(new URL("pages.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): PageExamples => JSON.parse(line)),
];
