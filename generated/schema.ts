// Generated from spec/ by `npm run generate`; do not edit.
export interface paths {
  "/open-apis/hire/v1/external_interviews": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create external interview (创建外部面试)
     * @description Creates one past interview under an external application (创建外部面试，可用于导入来自其他系统的面试信息).
     *
     *     - **Permission**: `hire:external_application`, "update external applications" (更新外部投递). Self-built apps only (自建应用).
     *     - **Rate limit**: 10 requests a second (10 次/秒), per app and tenant.
     *     - **Idempotency**: with `external_id`, an interview is created at most once within 24 hours
     *       (同一 external_id 24 小时内仅可创建一次). Without it there is no such check. Feishu does not document what
     *       a second create with the same `external_id` answers.
     */
    post: operations["createExternalInterview"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/auth/v3/tenant_access_token/internal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get tenant_access_token, self-built app (自建应用获取 tenant_access_token)
     * @description Exchanges the self-built app's credentials for a `tenant_access_token`, which lives two hours at most.
     *
     *     While 30 minutes or more remain the call returns the **same** token; below 30 minutes it returns a **new** one,
     *     and then both are valid. The client does this by itself.
     */
    post: operations["getTenantAccessToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A past interview, as it is created (外部面试). Only `external_application_id` is required. */
    ExternalInterviewCreate: {
      /**
       * @description The interview's primary key in the other system, used for idempotency only: within 24 hours one
       *     `external_id` creates one interview. Without it there is no such check, and a repeated request may
       *     create a second interview.
       *     (外部系统面试主键，仅用于幂等。若不传此值，则不进行幂等校验；若传此值，则用于幂等校验，同一 external_id 24 小时内仅可创建一次)
       * @example 7396034232747641133
       */
      external_id?: string | undefined;
      /**
       * @description The id of the external application that the interview belongs to, from
       *     [list external applications](https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/list).
       *     (外部投递 ID，可通过查询外部投递列表接口获取)
       * @example 6960663240925956437
       */
      external_application_id: string;
      /** @description Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
      participate_status?: components["schemas"]["ParticipateStatus"] | undefined;
      /**
       * Format: int64
       * @description When the interview began, in milliseconds since 1970-01-01 UTC (开始时间，毫秒时间戳).
       * @example 1618500278638
       */
      begin_time?: number | undefined;
      /**
       * Format: int64
       * @description When the interview ended, in milliseconds since 1970-01-01 UTC (结束时间，毫秒时间戳).
       * @example 1618500278639
       */
      end_time?: number | undefined;
      /** @description The interviewers' assessments (面试评价列表). */
      interview_assessments?: components["schemas"]["ExternalInterviewAssessmentCreate"][] | undefined;
    };
    /** @description One interviewer's assessment of the interview (面试评价). */
    ExternalInterviewAssessmentCreate: {
      /**
       * @description The interviewer's name (面试官姓名).
       * @example 张三
       */
      username?: string | undefined;
      /** @description The interviewer's conclusion (面试结论): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
      conclusion?: components["schemas"]["Conclusion"] | undefined;
      /** @description The dimensions that the interviewer assessed (评价维度列表). */
      assessment_dimension_list?:
        | components["schemas"]["ExternalInterviewAssessmentDimensionCreate"][]
        | undefined;
      /**
       * @description The overall comment (综合评价).
       * @example 第一次面试
       */
      content?: string | undefined;
    };
    /**
     * @description One assessed dimension (评价维度). `assessment_type` says which one of the value fields counts: `score` for 1,
     *     `option` for 2, `content` for 3, `options` for 4. Feishu's own example fills all four at once, so the
     *     others are accepted; they have no documented effect.
     */
    ExternalInterviewAssessmentDimensionCreate: {
      /**
       * Format: int32
       * @description The score; used when `assessment_type` is 1, score (打分题分数，当维度类型为「打分题」时使用).
       * @example 99
       */
      score?: number | undefined;
      /**
       * @description The chosen option; used when `assessment_type` is 2, single choice (单选选项，当维度类型为「单选题」时使用).
       * @example 选项1
       */
      option?: string | undefined;
      /**
       * @description The chosen options; used when `assessment_type` is 4, multiple choice (多选选项，当维度类型为「多选题」时使用).
       * @example [
       *       "选项1"
       *     ]
       */
      options?: string[] | undefined;
      /**
       * @description The text; used when `assessment_type` is 3, description (描述内容，当维度类型为「描述题」时使用).
       * @example 不错的面试内容
       */
      content?: string | undefined;
      /** @description The dimension's type, which decides the value field that counts (维度类型): 1 score (打分题), 2 single choice (单选题), 3 description (描述题), 4 multiple choice (多选题). */
      assessment_type?: components["schemas"]["AssessmentType"] | undefined;
      /**
       * @description The dimension's title (维度标题).
       * @example 面试测试
       */
      title?: string | undefined;
      /**
       * @description The dimension's description (维度描述).
       * @example 这是一次测试
       */
      description?: string | undefined;
    };
    /** @description The envelope of the answer. `data` is there when `code` is 0. */
    ExternalInterviewCreateResponse: {
      code: components["schemas"]["Code"];
      msg: components["schemas"]["Msg"];
      error?: components["schemas"]["FailureDetail"] | undefined;
      /** @description The payload of a success. */
      data?:
        | {
            external_interview?: components["schemas"]["ExternalInterview"] | undefined;
          }
        | undefined;
    };
    /** @description The interview as Feishu Hire keeps it (外部面试信息). It does not hold the `external_id`. */
    ExternalInterview: {
      /**
       * @description The id of the external application that the interview belongs to (外部投递 ID).
       * @example 6960663240925956437
       */
      external_application_id?: string | undefined;
      /**
       * @description The external interview's id, made by Feishu Hire (外部面试 ID，由飞书招聘系统生成).
       * @example 6960663240925956436
       */
      id: string;
      /** @description Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
      participate_status?: components["schemas"]["ParticipateStatus"] | undefined;
      /**
       * Format: int64
       * @description When the interview began, in milliseconds since 1970-01-01 UTC (开始时间，毫秒时间戳).
       * @example 1618500278638
       */
      begin_time?: number | undefined;
      /**
       * Format: int64
       * @description When the interview ended, in milliseconds since 1970-01-01 UTC (结束时间，毫秒时间戳).
       * @example 1618500278639
       */
      end_time?: number | undefined;
      /** @description The interviewers' assessments (面试评价列表). */
      interview_assessments?: components["schemas"]["ExternalInterviewAssessment"][] | undefined;
    };
    /** @description One interviewer's assessment, as Feishu Hire keeps it (面试评价). */
    ExternalInterviewAssessment: {
      /**
       * @description The external assessment's id (外部面评 ID).
       * @example 6989181065243969836
       */
      id?: string | undefined;
      /**
       * @description The interviewer's name (面试官姓名).
       * @example 张三
       */
      username?: string | undefined;
      /** @description The interviewer's conclusion (面试结果): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
      conclusion?: components["schemas"]["Conclusion"] | undefined;
      /** @description The dimensions that the interviewer assessed (评价维度列表). */
      assessment_dimension_list?: components["schemas"]["ExternalInterviewAssessmentDimension"][] | undefined;
      /**
       * @description The overall comment (综合评价).
       * @example 内容输出
       */
      content?: string | undefined;
    };
    /** @description One assessed dimension, as Feishu Hire keeps it (评价维度). */
    ExternalInterviewAssessmentDimension: {
      /**
       * Format: int32
       * @description The score; used when `assessment_type` is 1, score (打分题分数，当维度类型为「打分题」时使用).
       * @example 99
       */
      score?: number | undefined;
      /**
       * @description The chosen option; used when `assessment_type` is 2, single choice (单选选项，当维度类型为「单选题」时使用).
       * @example 选项1
       */
      option?: string | undefined;
      /**
       * @description The chosen options; used when `assessment_type` is 4, multiple choice (多选选项，当维度类型为「多选题」时使用).
       * @example [
       *       "选项1"
       *     ]
       */
      options?: string[] | undefined;
      /**
       * @description The text; used when `assessment_type` is 3, description (描述内容，当维度类型为「描述题」时使用).
       * @example 第一次面试记录
       */
      content?: string | undefined;
      /** @description The dimension's type, which decides the value field that counts (维度类型): 1 score (打分题), 2 single choice (单选题), 3 description (描述题), 4 multiple choice (多选题). */
      assessment_type?: components["schemas"]["AssessmentType"] | undefined;
      /**
       * @description The dimension's title (维度标题).
       * @example 性格测试
       */
      title?: string | undefined;
      /**
       * @description The dimension's description (维度描述).
       * @example 这是性格测试相关的
       */
      description?: string | undefined;
    };
    /**
     * Format: int32
     * @description Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约).
     * @example 1
     * @enum {integer}
     */
    ParticipateStatus: 1 | 2 | 3;
    /**
     * Format: int32
     * @description The conclusion (面试结论): 1 failed (不通过), 2 passed (通过), 3 pending (待定).
     * @example 1
     * @enum {integer}
     */
    Conclusion: 1 | 2 | 3;
    /**
     * Format: int32
     * @description The type of a dimension (维度类型), and with it the field that holds its value: 1 score (打分题, `score`), 2 single choice
     *     (单选题, `option`), 3 description (描述题, `content`), 4 multiple choice (多选题, `options`).
     * @example 1
     * @enum {integer}
     */
    AssessmentType: 1 | 2 | 3 | 4;
    /** @description The credentials of a self-built app (自建应用的凭证). */
    TenantAccessTokenRequest: {
      /**
       * @description The app's id, from the developer console (应用唯一标识).
       * @example cli_slkdjalasdkjasd
       */
      app_id: string;
      /**
       * @description The app's secret, from the developer console (应用密钥).
       * @example dskLLdkasdjlasdKK
       */
      app_secret: string;
    };
    /** @description The token, at the top level of the envelope. It is there when `code` is 0. */
    TenantAccessTokenResponse: {
      code: components["schemas"]["Code"];
      msg: components["schemas"]["Msg"];
      error?: components["schemas"]["FailureDetail"] | undefined;
      /**
       * @description The token (租户访问凭证). It starts with `t-` and can be long; allow 4 KB.
       * @example t-caecc734c2e3328a62489fe0648c4b98779515d3
       */
      tenant_access_token?: string | undefined;
      /**
       * Format: int32
       * @description The seconds that the token still lives, 7200 at most (过期时间，单位为秒).
       * @example 7200
       */
      expire?: number | undefined;
    };
    /** @description The envelope of a failure. */
    Failure: {
      code: components["schemas"]["Code"];
      msg: components["schemas"]["Msg"];
      error?: components["schemas"]["FailureDetail"] | undefined;
    };
    /** @description What Feishu adds to some failures. */
    FailureDetail: {
      /**
       * @description The answer's log id. Feishu's support asks for it.
       * @example 20260401120000010203040506ABCDEF
       */
      log_id?: string | undefined;
      /** @description More about the failure. */
      message?: string | undefined;
      /**
       * Format: uri
       * @description A link to Feishu's page that helps with this failure.
       */
      troubleshooter?: string | undefined;
      /** @description The permissions that are missing, where that is the failure. */
      permission_violations?: Record<string, never>[] | undefined;
      /** @description Links to Feishu's documentation. */
      helps?: Record<string, never>[] | undefined;
    };
    /**
     * Format: int32
     * @description The error code (错误码); 0 is success, anything else is failure whatever the HTTP status (非 0 表示失败).
     * @example 0
     */
    Code: number;
    /**
     * @description What the code means (错误描述).
     * @example ok
     */
    Msg: string;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description The answer's log id. Feishu's support asks for it. */
    LogId: string;
    /** @description How many requests a period allows. */
    RateLimitLimit: number;
    /** @description How many seconds to wait before the next request. */
    RateLimitReset: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createExternalInterview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The interview (外部面试). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ExternalInterviewCreate"];
      };
    };
    responses: {
      /** @description The interview was created (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ExternalInterviewCreateResponse"];
        };
      };
      /** @description Feishu refused the request; nothing was created. */
      400: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
          "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The access token was refused; nothing was created. */
      401: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description More than 10 requests in a second; nothing was created. Wait the seconds of `x-ogw-ratelimit-reset`. */
      429: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
          "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description A system error (系统错误). Whether the interview was created is not known. */
      500: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description A platform-wide refusal; nothing was created. Feishu documents these codes, but not the HTTP status they come with. */
      "4XX": {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description An internal error, often under load. Whether the interview was created is not known. The HTTP status is not documented. */
      "5XX": {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
  getTenantAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The self-built app's credentials (应用凭证). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["TenantAccessTokenRequest"];
      };
    };
    responses: {
      /** @description The token (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TenantAccessTokenResponse"];
        };
      };
      /** @description Feishu refused the credentials. */
      400: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description Too many requests. Wait the seconds of `x-ogw-ratelimit-reset`. */
      429: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
          "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description A refusal. Feishu documents these codes, but not the HTTP status they come with. */
      "4XX": {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description An internal error, often under load. The HTTP status is not documented. */
      "5XX": {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
}

/**
 * A past interview, as it is created (外部面试). Only `external_application_id` is required.
 *
 * @interface
 */
export type ExternalInterviewCreate = components["schemas"]["ExternalInterviewCreate"];

/**
 * One interviewer's assessment of the interview (面试评价).
 *
 * @interface
 */
export type ExternalInterviewAssessmentCreate = components["schemas"]["ExternalInterviewAssessmentCreate"];

/**
 * One assessed dimension (评价维度). `assessment_type` says which one of the value fields counts: `score` for 1,
 * `option` for 2, `content` for 3, `options` for 4. Feishu's own example fills all four at once, so the
 * others are accepted; they have no documented effect.
 *
 * @interface
 */
export type ExternalInterviewAssessmentDimensionCreate =
  components["schemas"]["ExternalInterviewAssessmentDimensionCreate"];

/**
 * The envelope of the answer. `data` is there when `code` is 0.
 *
 * @interface
 */
export type ExternalInterviewCreateResponse = components["schemas"]["ExternalInterviewCreateResponse"];

/**
 * The interview as Feishu Hire keeps it (外部面试信息). It does not hold the `external_id`.
 *
 * @interface
 */
export type ExternalInterview = components["schemas"]["ExternalInterview"];

/**
 * One interviewer's assessment, as Feishu Hire keeps it (面试评价).
 *
 * @interface
 */
export type ExternalInterviewAssessment = components["schemas"]["ExternalInterviewAssessment"];

/**
 * One assessed dimension, as Feishu Hire keeps it (评价维度).
 *
 * @interface
 */
export type ExternalInterviewAssessmentDimension =
  components["schemas"]["ExternalInterviewAssessmentDimension"];

/** Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
export type ParticipateStatus = components["schemas"]["ParticipateStatus"];

/** The conclusion (面试结论): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
export type Conclusion = components["schemas"]["Conclusion"];

/**
 * The type of a dimension (维度类型), and with it the field that holds its value: 1 score (打分题, `score`), 2 single choice
 * (单选题, `option`), 3 description (描述题, `content`), 4 multiple choice (多选题, `options`).
 */
export type AssessmentType = components["schemas"]["AssessmentType"];

/**
 * The credentials of a self-built app (自建应用的凭证).
 *
 * @interface
 */
export type TenantAccessTokenRequest = components["schemas"]["TenantAccessTokenRequest"];

/**
 * The token, at the top level of the envelope. It is there when `code` is 0.
 *
 * @interface
 */
export type TenantAccessTokenResponse = components["schemas"]["TenantAccessTokenResponse"];

/**
 * The envelope of a failure.
 *
 * @interface
 */
export type Failure = components["schemas"]["Failure"];

/**
 * What Feishu adds to some failures.
 *
 * @interface
 */
export type FailureDetail = components["schemas"]["FailureDetail"];

/** The error code (错误码); 0 is success, anything else is failure whatever the HTTP status (非 0 表示失败). */
export type Code = components["schemas"]["Code"];

/** What the code means (错误描述). */
export type Msg = components["schemas"]["Msg"];
