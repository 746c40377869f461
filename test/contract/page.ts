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

/** What Feishu's page of one operation says: its examples, verbatim, and its facts. */
interface Page {
  readonly operationId: string;
  readonly url: string;
  /** In the page's own words. */
  readonly limit: string;
  /** The scopes, any one of which is enough. */
  readonly scopes: readonly string[];
  /** The parameters and the fields at the top of the body that are required. */
  readonly required: readonly string[];
  readonly codes: readonly number[];
  readonly request?: unknown;
  readonly response: unknown;
}

/** Every page: those of the other operations are in pages.jsonl, one a line. */
export const pages: readonly Page[] = [
  {
    operationId: "createExternalInterview",
    url: "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3",
    limit: "10 次/秒",
    scopes: ["hire:external_application"],
    required: ["external_application_id"],
    codes: [1002001, 1002002],
    request: documentedRequest,
    response: documentedResponse,
  },
  ...readFileSync(new URL("pages.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): Page => JSON.parse(line)),
];
