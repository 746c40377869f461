// Generated from spec/ by `npm run generate`; do not edit.

import type {
  ParticipateStatus,
  Conclusion,
  AssessmentType,
  JobRecruitmentType,
  DeliveryType,
} from "./enums.js";

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
     *     With `external_id`, an interview is created at most once within 24 hours (同一 external_id 24 小时内仅可创建一次).
     *     Without it there is no such check.
     */
    post: operations["createExternalInterview"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_interviews/batch_query": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Query external interviews (查询外部面试列表)
     * @description Queries external interviews by their external application or by their ids (可根据外部投递 ID 或外部面试 ID 列表查询外部面试信息).
     *
     *     With ids, no other condition has an effect. Whether ids that Feishu does not know are left out or fail the call, whether
     *     `page_size` cuts what ids find (follow `has_more`), and what no condition at all finds, is not documented. An interview that
     *     was just created may not be found at once.
     */
    post: operations["queryExternalInterviews"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_interviews/{external_interview_id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
         * @example 6960663240925956660
         */
        external_interview_id: components["parameters"]["ExternalInterviewId"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Update external interview (更新外部面试)
     * @description Overwrites an interview and all its assessments (更新外部面试信息。该接口会对原面试以及面试评价内容进行全量覆盖更新).
     *
     *     Send every field that the interview should have: read it, change it, send it back. Whether assessments keep their ids is
     *     not documented; take them from the response. Nor is whether another `external_application_id` moves the interview.
     */
    put: operations["updateExternalInterview"];
    post?: never;
    /**
     * Delete external interview (删除外部面试)
     * @description Deletes an interview (根据外部面试 ID 删除外部面试).
     *
     *     Feishu's response for an interview that does not exist is not documented.
     */
    delete: operations["deleteExternalInterview"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_applications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List external applications (查询外部投递列表)
     * @description Lists the external applications of a talent (可根据人才 ID 获取人才外部投递列表).
     */
    get: operations["listExternalApplications"];
    put?: never;
    /**
     * Create external application (创建外部投递)
     * @description Creates one past application of a talent (创建外部投递，可用于导入来自其他系统的投递信息).
     *
     *     With `external_id`, an application is created at most once within 24 hours (同一 external_id 24小时内仅可创建一次).
     *     Without it there is no such check.
     */
    post: operations["createExternalApplication"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_applications/{external_application_id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
         * @example 6960663240925956660
         */
        external_application_id: components["parameters"]["ExternalApplicationId"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Update external application (更新外部投递)
     * @description Overwrites an application (更新外部投递信息。该接口会对原投递内容进行全量覆盖更新).
     *
     *     Send every field that the application should have: read it, change it, send it back. Whether it can be given another
     *     `talent_id` is not documented.
     */
    put: operations["updateExternalApplication"];
    post?: never;
    /**
     * Delete external application (删除外部投递)
     * @description Deletes an application (根据外部投递 ID 删除外部投递), and responds with what was deleted.
     *
     *     Whether its interviews are deleted with it, and what Feishu responds for an application that does not exist, is not
     *     documented.
     */
    delete: operations["deleteExternalApplication"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_interview_assessments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create external assessment (创建外部面评)
     * @description Adds one assessment to an external interview (导入来自其他系统的面评信息，创建为外部面评).
     *
     *     `external_id` is "for idempotency only" (仅用于幂等); unlike the other creates, the page does not say for how long.
     */
    post: operations["createExternalInterviewAssessment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/open-apis/hire/v1/external_interview_assessments/{external_interview_assessment_id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external assessment's id (外部面评 ID).
         * @example 6930815272790114324
         */
        external_interview_assessment_id: components["parameters"]["ExternalInterviewAssessmentId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update external assessment (更新外部面评)
     * @description Changes the fields of an assessment that are sent, and no others (更新外部面评部分字段，没有填写的字段不会被更新).
     *
     *     Whether an `assessment_dimension_list` replaces the old one or is merged with it, and how to clear a field, is
     *     not documented.
     */
    patch: operations["updateExternalInterviewAssessment"];
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
     * @description Exchanges the self-built app's credentials for a `tenant_access_token`, which is valid for two hours at most.
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
  responses: {
    /** @description Feishu rejected the request; nothing was applied. */
    Rejected: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
        "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description The access token was rejected; nothing was applied. */
    TokenRejected: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description More requests than the operation's limit; nothing was applied. Wait for the seconds in `x-ogw-ratelimit-reset`. */
    RateLimited: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
        "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description A system error (系统错误). Whether the request was applied is not known. */
    SystemError: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description A platform-wide rejection; nothing was applied. Feishu documents these codes, but not the HTTP status they come with. */
    PlatformRejection: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description An internal error, often under load. Whether the request was applied is not known. The HTTP status is not documented. */
    InternalError: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description Feishu rejected the request; nothing was applied. */
    RejectedOrTalentNotFound: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        "x-ogw-ratelimit-limit": components["headers"]["RateLimitLimit"];
        "x-ogw-ratelimit-reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description Feishu rejected the credentials. */
    CredentialsRejected: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** @description A rejection. Feishu documents these codes, but not the HTTP status they come with. */
    TokenCallRejected: {
      headers: {
        "X-Tt-Logid": components["headers"]["LogId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
  };
  parameters: {
    /**
     * @description The number of items per page (分页大小); 10 by default, 20 at most.
     * @example 10
     */
    PageSize: number;
    /**
     * @description The token of the page, from the page before it; leave it out for the first (分页标记，第一次请求不填，表示从头开始遍历；分页查询结果还有更多项时会同时返回新的 page_token，下次遍历可采用该 page_token 获取查询结果).
     * @example eyJvZmZzZXQiOjEwLCJ0aW1lc3RhbXAiOjE2Mjc1NTUyMjM2NzIsImlkIjpudWxsfQ==
     */
    PageToken: string;
    /**
     * @description The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
     * @example 6960663240925956660
     */
    ExternalInterviewId: string;
    /**
     * @description The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
     * @example 6960663240925956660
     */
    ExternalApplicationId: string;
    /**
     * @description The external assessment's id (外部面评 ID).
     * @example 6930815272790114324
     */
    ExternalInterviewAssessmentId: string;
  };
  requestBodies: never;
  headers: {
    /** @description The response's log id. Feishu's support asks for it. */
    LogId: string;
    /** @description The number of requests that a period allows. */
    RateLimitLimit: number;
    /** @description The number of seconds to wait before the next request. */
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
        "application/json": ExternalInterviewCreate;
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
          "application/json": ExternalInterviewResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  queryExternalInterviews: {
    parameters: {
      query?: {
        /**
         * @description The id of the external application whose interviews to return (外部投递 ID，可通过查询外部投递列表接口获取).
         * @example 6960663240925956660
         */
        external_application_id?: string | undefined;
        /**
         * @description The number of items per page (分页大小); 10 by default, 20 at most.
         * @example 10
         */
        page_size?: components["parameters"]["PageSize"] | undefined;
        /**
         * @description The token of the page, from the page before it; leave it out for the first (分页标记，第一次请求不填，表示从头开始遍历；分页查询结果还有更多项时会同时返回新的 page_token，下次遍历可采用该 page_token 获取查询结果).
         * @example eyJvZmZzZXQiOjEwLCJ0aW1lc3RhbXAiOjE2Mjc1NTUyMjM2NzIsImlkIjpudWxsfQ==
         */
        page_token?: components["parameters"]["PageToken"] | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The ids (外部面试 ID 列表). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody?: {
      content: {
        "application/json": ExternalInterviewQuery;
      };
    };
    responses: {
      /** @description A page of interviews (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalInterviewPageResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  updateExternalInterview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
         * @example 6960663240925956660
         */
        external_interview_id: components["parameters"]["ExternalInterviewId"];
      };
      cookie?: never;
    };
    /** @description The interview with its assessments (外部面试). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": ExternalInterviewUpdate;
      };
    };
    responses: {
      /** @description The interview was updated (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalInterviewResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  deleteExternalInterview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
         * @example 6960663240925956660
         */
        external_interview_id: components["parameters"]["ExternalInterviewId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The interview was deleted (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": EmptyResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  listExternalApplications: {
    parameters: {
      query: {
        /**
         * @description The id of the talent, the person who applied (人才 ID，可通过获取人才列表接口获取).
         * @example 6960663240925956660
         */
        talent_id: string;
        /**
         * @description The number of items per page (分页大小); 10 by default, 20 at most.
         * @example 10
         */
        page_size?: components["parameters"]["PageSize"] | undefined;
        /**
         * @description The token of the page, from the page before it; leave it out for the first (分页标记，第一次请求不填，表示从头开始遍历；分页查询结果还有更多项时会同时返回新的 page_token，下次遍历可采用该 page_token 获取查询结果).
         * @example eyJvZmZzZXQiOjEwLCJ0aW1lc3RhbXAiOjE2Mjc1NTUyMjM2NzIsImlkIjpudWxsfQ==
         */
        page_token?: components["parameters"]["PageToken"] | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of applications (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalApplicationPageResponse;
        };
      };
      400: components["responses"]["RejectedOrTalentNotFound"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  createExternalApplication: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The application (外部投递). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": ExternalApplicationCreate;
      };
    };
    responses: {
      /** @description The application was created (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalApplicationResponse;
        };
      };
      400: components["responses"]["RejectedOrTalentNotFound"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  updateExternalApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
         * @example 6960663240925956660
         */
        external_application_id: components["parameters"]["ExternalApplicationId"];
      };
      cookie?: never;
    };
    /** @description The application (外部投递). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": ExternalApplicationUpdate;
      };
    };
    responses: {
      /** @description The application was updated (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalApplicationResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  deleteExternalApplication: {
    parameters: {
      query?: {
        /**
         * @description The id of the talent (人才 ID，可通过获取人才列表接口获取). What it does is not documented.
         * @example 6960663240925956660
         */
        talent_id?: string | undefined;
      };
      header?: never;
      path: {
        /**
         * @description The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
         * @example 6960663240925956660
         */
        external_application_id: components["parameters"]["ExternalApplicationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The application was deleted (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalApplicationResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  createExternalInterviewAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The assessment (外部面评). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": ExternalInterviewAssessmentCreate;
      };
    };
    responses: {
      /** @description The assessment was created (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalInterviewAssessmentResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
    };
  };
  updateExternalInterviewAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The external assessment's id (外部面评 ID).
         * @example 6930815272790114324
         */
        external_interview_assessment_id: components["parameters"]["ExternalInterviewAssessmentId"];
      };
      cookie?: never;
    };
    /** @description The fields to change (外部面评). The `Content-Type` is `application/json; charset=utf-8`. */
    requestBody: {
      content: {
        "application/json": ExternalInterviewAssessmentUpdate;
      };
    };
    responses: {
      /** @description The assessment was updated (`code` 0), or a failure that arrives inside HTTP 200 (`code` other than 0). */
      200: {
        headers: {
          "X-Tt-Logid": components["headers"]["LogId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ExternalInterviewAssessmentResponse;
        };
      };
      400: components["responses"]["Rejected"];
      401: components["responses"]["TokenRejected"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["SystemError"];
      "4XX": components["responses"]["PlatformRejection"];
      "5XX": components["responses"]["InternalError"];
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
        "application/json": TenantAccessTokenRequest;
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
          "application/json": TenantAccessTokenResponse;
        };
      };
      400: components["responses"]["CredentialsRejected"];
      429: components["responses"]["RateLimited"];
      "4XX": components["responses"]["TokenCallRejected"];
      "5XX": components["responses"]["InternalError"];
    };
  };
}

/**
 * A past interview to create (外部面试). Only `external_application_id` is required.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewCreate = {
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
  participate_status?: ParticipateStatus | undefined;
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
  interview_assessments?: readonly ExternalInterviewAssessmentInput[] | undefined;
};

/**
 * One interviewer's assessment, as part of an interview (面试评价).
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentInput = {
  /**
   * @description The interviewer's name (面试官姓名).
   * @example 张三
   */
  username?: string | undefined;
  /** @description The interviewer's conclusion (面试结论；更新外部面试时称面试结果): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
  conclusion?: Conclusion | undefined;
  /** @description The dimensions that the interviewer assessed (评价维度列表). */
  assessment_dimension_list?: readonly ExternalInterviewAssessmentDimensionInput[] | undefined;
  /**
   * @description The overall comment (综合评价).
   * @example 第一次面试
   * @example 面试内容结果补充
   */
  content?: string | undefined;
};

/**
 * One assessed dimension (评价维度). `assessment_type` says which one of the value fields counts: `score` for 1,
 * `option` for 2, `content` for 3, `options` for 4. Feishu's own example fills all four at once, so the
 * others are accepted; they have no documented effect.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentDimensionInput = {
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
  /** @description The chosen options; used when `assessment_type` is 4, multiple choice (多选选项，当维度类型为「多选题」时使用). */
  options?: readonly string[] | undefined;
  /**
   * @description The text; used when `assessment_type` is 3, description (描述内容，当维度类型为「描述题」时使用).
   * @example 不错的面试内容
   * @example 测试内容
   */
  content?: string | undefined;
  /** @description The dimension's type, which decides the value field that counts (维度类型): 1 score (打分题), 2 single choice (单选题), 3 description (描述题), 4 multiple choice (多选题). */
  assessment_type?: AssessmentType | undefined;
  /**
   * @description The dimension's title (维度标题).
   * @example 面试测试
   * @example 心理测试
   */
  title?: string | undefined;
  /**
   * @description The dimension's description (维度描述).
   * @example 这是一次测试
   * @example 心理测试描述
   */
  description?: string | undefined;
};

/**
 * The envelope of the response. `data` is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  /** @description The payload of a success. */
  data?:
    | {
        external_interview?: ExternalInterview | undefined;
      }
    | undefined;
};

/** The error code (错误码); 0 is success, anything else is failure whatever the HTTP status (非 0 表示失败). */
export type Code = number;

/** What the code means (错误描述). */
export type Msg = string;

/**
 * Details that Feishu adds to some failures.
 *
 * @interface
 * @group Models
 */
export type FailureDetail = {
  /**
   * @description The response's log id. Feishu's support asks for it.
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
  /** @description The missing permissions, if that is the failure. */
  permission_violations?: Record<string, never>[] | undefined;
  /** @description Links to Feishu's documentation. */
  helps?: Record<string, never>[] | undefined;
};

/**
 * The interview as stored in Feishu Hire (外部面试信息). It does not include the `external_id`.
 *
 * Feishu's page promises no `id`, only `external_application_id`. A success of a create that holds none is an invalid
 * response, and there is no other way to refer to an interview, so `id` is required here.
 *
 * @interface
 * @group Models
 */
export type ExternalInterview = {
  /**
   * @description The id of the external application that the interview belongs to (外部投递 ID).
   * @example 6960663240925956437
   */
  external_application_id: string;
  /**
   * @description The external interview's id, assigned by Feishu Hire (外部面试 ID，由飞书招聘系统生成).
   * @example 6960663240925956436
   */
  id: string;
  /** @description Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
  participate_status?: ParticipateStatus | undefined;
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
  interview_assessments?: ExternalInterviewAssessment[] | undefined;
};

/**
 * One interviewer's assessment, as stored in Feishu Hire (外部面评信息).
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessment = {
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
  conclusion?: Conclusion | undefined;
  /** @description The dimensions that the interviewer assessed (评价维度列表). */
  assessment_dimension_list?: ExternalInterviewAssessmentDimension[] | undefined;
  /**
   * @description The overall comment (综合评价；创建、更新外部面评时称综合记录).
   * @example 内容输出
   */
  content?: string | undefined;
  /**
   * @description The external interview that it belongs to (外部面试 ID). Only the operations on assessments return it.
   * @example 6986199832494934316
   */
  external_interview_id?: string | undefined;
};

/**
 * One assessed dimension, as stored in Feishu Hire (评价维度；创建、更新外部面评时，各字段描述中的「维度」称「题目」).
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentDimension = {
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
  /** @description The chosen options; used when `assessment_type` is 4, multiple choice (多选选项，当维度类型为「多选题」时使用). */
  options?: string[] | undefined;
  /**
   * @description The text; used when `assessment_type` is 3, description (描述内容，当维度类型为「描述题」时使用).
   * @example 不错的面试内容
   */
  content?: string | undefined;
  /** @description The dimension's type, which decides the value field that counts (维度类型): 1 score (打分题), 2 single choice (单选题), 3 description (描述题), 4 multiple choice (多选题). */
  assessment_type?: AssessmentType | undefined;
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

/**
 * The envelope of a failure.
 *
 * @interface
 * @group Models
 */
export type Failure = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
};

/**
 * Which interviews to query (查询条件).
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewQuery = {
  /**
   * @description The ids of external interviews. If given, it is the only condition; any other one has no effect
   *     (外部面试 ID 列表，当传此值时，仅以此值作为条件查询，其他查询条件不生效).
   */
  external_interview_id_list?: readonly string[] | undefined;
};

/**
 * The envelope of the response. `data` is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewPageResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  data?: ExternalInterviewPage | undefined;
};

/**
 * A page of external interviews.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewPage = {
  /** @description The interviews (外部面试列表). Their order is not documented. */
  items?: ExternalInterview[] | undefined;
  /**
   * @description The token of the next page, while `has_more` is true (分页标记，当 has_more 为 true 时，会同时返回新的 page_token，否则不返回 page_token).
   * @example eVQrYzJBNDNONlk4VFZBZVlSdzlKdFJ4bVVHVExENDNKVHoxaVdiVnViQT0=
   */
  page_token?: string | undefined;
  /**
   * @description Whether there are more pages (是否还有更多项).
   * @example true
   */
  has_more: boolean;
};

/**
 * An interview with its assessments, which replaces the one in Feishu Hire (对原面试以及面试评价内容进行全量覆盖更新).
 * Whether fields left out are kept is not documented.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewUpdate = {
  /**
   * @description The id of the external application that the interview belongs to, from
   *     [list external applications](https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/list).
   *     (外部投递 ID，可通过查询外部投递列表接口获取)
   * @example 6960663240925956437
   */
  external_application_id: string;
  /** @description Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
  participate_status?: ParticipateStatus | undefined;
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
  interview_assessments?: readonly ExternalInterviewAssessmentInput[] | undefined;
};

/**
 * The envelope of a response without a result.
 *
 * @interface
 * @group Models
 */
export type EmptyResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  /** @description Empty. */
  data?: Record<string, never> | undefined;
};

/**
 * The envelope of the response. `data` is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type ExternalApplicationPageResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  data?: ExternalApplicationPage | undefined;
};

/**
 * A page of external applications.
 *
 * @interface
 * @group Models
 */
export type ExternalApplicationPage = {
  /** @description The applications (外部投递列表). Their order is not documented. */
  items?: ExternalApplication[] | undefined;
  /**
   * @description Whether there are more pages (是否还有更多项).
   * @example true
   */
  has_more: boolean;
  /**
   * @description The token of the next page, while `has_more` is true (分页标记，当 has_more 为 true 时，会同时返回新的 page_token，否则不返回 page_token).
   * @example eyJvZmZzZXQiOjEwLCJ0aW1lc3RhbXAiOjE2Mjc1NTUyMjM2NzIsImlkIjpudWxsfQ==
   */
  page_token?: string | undefined;
};

/**
 * The application as stored in Feishu Hire (外部投递信息).
 *
 * Feishu's page promises no field. A success of a create without an `id` is an invalid response, and every application
 * has a talent, so `id` and `talent_id` are required here.
 *
 * @interface
 * @group Models
 */
export type ExternalApplication = {
  /**
   * @description The external application's id, assigned by Feishu Hire (外部投递 ID，由飞书招聘系统生成).
   * @example 6989202908470446380
   */
  id: string;
  /** @description How the job recruits (职位招聘类型): 1 social recruitment (社招), 2 campus recruitment (校招). */
  job_recruitment_type?: JobRecruitmentType | undefined;
  /**
   * @description The job's title (职位名称).
   * @example 高级Java
   */
  job_title?: string | undefined;
  /**
   * @description Where the résumé came from (简历来源).
   * @example lagou
   */
  resume_source?: string | undefined;
  /**
   * @description The name of the stage that the application reached (阶段名称).
   * @example 简历初筛
   */
  stage?: string | undefined;
  /**
   * @description The id of the talent, the person who applied (人才 ID，详情请查看：获取人才信息).
   * @example 6960663240925956459
   */
  talent_id: string;
  /**
   * @description Why the application ended (终止原因).
   * @example 不合适
   */
  termination_reason?: string | undefined;
  /** @description How the application came in (投递类型): 1 HR visit (HR 寻访), 2 candidate delivery (候选人主动投递), 3 talent recommendation (人才推荐), 4 others (其他). */
  delivery_type?: DeliveryType | undefined;
  /**
   * Format: int64
   * @description When the application ended in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统终止时间，毫秒时间戳).
   * @example 1618500278645
   */
  modify_time?: number | undefined;
  /**
   * Format: int64
   * @description When the application was created in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统创建时间，毫秒时间戳).
   * @example 1618500278644
   */
  create_time?: number | undefined;
  /**
   * @description How the application ended (终止类型).
   * @example HR 主动终止
   */
  termination_type?: string | undefined;
};

/**
 * A past application to create (外部投递). Only `talent_id` is required.
 *
 * @interface
 * @group Models
 */
export type ExternalApplicationCreate = {
  /**
   * @description The application's primary key in the other system, used for idempotency only: within 24 hours one
   *     `external_id` creates one application. Without it there is no such check.
   *     (外部系统投递主键，仅用于幂等。若不传此值，则不进行幂等校验；若传此值，则用于幂等校验，同一 external_id 24小时内仅可创建一次)
   * @example 729557715718
   */
  external_id?: string | undefined;
  /** @description How the job recruits (职位招聘类型): 1 social recruitment (社招), 2 campus recruitment (校招). */
  job_recruitment_type?: JobRecruitmentType | undefined;
  /**
   * @description The job's title (职位名称).
   * @example 高级 Java
   */
  job_title?: string | undefined;
  /**
   * @description Where the résumé came from (简历来源).
   * @example 内推
   */
  resume_source?: string | undefined;
  /**
   * @description The name of the stage that the application reached (阶段名称).
   * @example 简历初筛
   */
  stage?: string | undefined;
  /**
   * @description The id of the talent, the person who applied (人才 ID，可通过获取人才列表接口获取).
   * @example 6960663240925956459
   */
  talent_id: string;
  /**
   * @description Why the application ended (终止原因).
   * @example 不合适
   */
  termination_reason?: string | undefined;
  /** @description How the application came in (投递类型): 1 HR visit (HR 寻访), 2 candidate delivery (候选人主动投递), 3 talent recommendation (人才推荐), 4 others (其他). */
  delivery_type?: DeliveryType | undefined;
  /**
   * Format: int64
   * @description When the application ended in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统终止时间，毫秒时间戳).
   * @example 1618500278645
   */
  modify_time?: number | undefined;
  /**
   * Format: int64
   * @description When the application was created in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统创建时间，毫秒时间戳).
   * @example 1618500278644
   */
  create_time?: number | undefined;
  /**
   * @description How the application ended (终止类型).
   * @example HR 主动终止
   */
  termination_type?: string | undefined;
};

/**
 * The envelope of the response. `data` is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type ExternalApplicationResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  /** @description The payload of a success. */
  data?:
    | {
        external_application?: ExternalApplication | undefined;
      }
    | undefined;
};

/**
 * An application, which replaces the one in Feishu Hire (对原投递内容进行全量覆盖更新). Whether fields left out are
 * kept is not documented.
 *
 * @interface
 * @group Models
 */
export type ExternalApplicationUpdate = {
  /** @description How the job recruits (职位招聘类型): 1 social recruitment (社招), 2 campus recruitment (校招). The default is none (默认值为空). */
  job_recruitment_type?: JobRecruitmentType | undefined;
  /**
   * @description The job's title (职位名称).
   * @example 高级Java
   */
  job_title?: string | undefined;
  /**
   * @description Where the résumé came from (简历来源).
   * @example 内推
   */
  resume_source?: string | undefined;
  /**
   * @description The name of the stage that the application reached (阶段名称).
   * @example 简历初筛
   */
  stage?: string | undefined;
  /**
   * @description The id of the talent, the person who applied (人才 ID，详情请查看：获取人才信息).
   * @example 6960663240925956459
   */
  talent_id: string;
  /**
   * @description Why the application ended (终止原因).
   * @example 不合适
   */
  termination_reason?: string | undefined;
  /** @description How the application came in (投递类型): 1 HR visit (HR 寻访), 2 candidate delivery (候选人主动投递), 3 talent recommendation (人才推荐), 4 others (其他). The default is none (默认值为空). */
  delivery_type?: DeliveryType | undefined;
  /**
   * Format: int64
   * @description When the application ended in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统终止时间，毫秒时间戳).
   * @example 1618500278645
   */
  modify_time?: number | undefined;
  /**
   * Format: int64
   * @description When the application was created in the other system, in milliseconds since 1970-01-01 UTC (投递在外部系统创建时间，毫秒时间戳).
   * @example 1618500278644
   */
  create_time?: number | undefined;
  /**
   * @description How the application ended (终止类型).
   * @example HR 主动终止
   */
  termination_type?: string | undefined;
};

/**
 * One interviewer's assessment of an existing interview (外部面评). Only `external_interview_id` is required.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentCreate = {
  /**
   * @description The assessment's primary key in the other system, used for idempotency only. How long Feishu recognizes it is
   *     not documented.
   *     (外部系统面评主键，仅用于幂等)
   * @example 123
   */
  external_id?: string | undefined;
  /**
   * @description The interviewer's name (面试官姓名).
   * @example shaojiale
   */
  username?: string | undefined;
  /** @description The interviewer's conclusion (面试结果): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
  conclusion?: Conclusion | undefined;
  /** @description The dimensions that the interviewer assessed (评价维度列表). */
  assessment_dimension_list?: readonly ExternalInterviewAssessmentQuestionInput[] | undefined;
  /**
   * @description The overall comment (综合记录).
   * @example hello world
   */
  content?: string | undefined;
  /**
   * @description The external interview that the assessment belongs to (外部面试 ID).
   * @example 6986199832494934316
   */
  external_interview_id: string;
};

/**
 * One assessed dimension, in the words of the calls of assessments (评价维度), where it is a question (题目).
 * `assessment_type` says which one of the value fields counts: `score` for 1,
 * `option` for 2, `content` for 3, `options` for 4. Feishu's own example fills all four at once, so the
 * others are accepted; they have no documented effect.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentQuestionInput = {
  /**
   * Format: int32
   * @description The score; used when `assessment_type` is 1, score (打分题分数，当题目类型为「打分题」时使用).
   * @example 99
   */
  score?: number | undefined;
  /**
   * @description The chosen option; used when `assessment_type` is 2, single choice (单选选项，当题目类型为「单选题」时使用).
   * @example opt
   */
  option?: string | undefined;
  /** @description The chosen options; used when `assessment_type` is 4, multiple choice (多选选项，当题目类型为「多选题」时使用). */
  options?: readonly string[] | undefined;
  /**
   * @description The text; used when `assessment_type` is 3, description (描述内容，当题目类型为「描述题」时使用).
   * @example content
   */
  content?: string | undefined;
  /** @description The dimension's type, which decides the value field that counts (题目类型): 1 score (打分题), 2 single choice (单选题), 3 description (描述题), 4 multiple choice (多选题). */
  assessment_type?: AssessmentType | undefined;
  /**
   * @description The dimension's title (题目标题).
   * @example title
   */
  title?: string | undefined;
  /**
   * @description The dimension's description (题目描述).
   * @example desc
   */
  description?: string | undefined;
};

/**
 * The envelope of the response. `data` is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  /** @description The payload of a success. */
  data?:
    | {
        external_interview_assessment?: ExternalInterviewAssessment | undefined;
      }
    | undefined;
};

/**
 * The fields of an assessment to change (更新外部面评部分字段). A field that is left out stays as it is (没有填写的字段不会被更新).
 *
 * @interface
 * @group Models
 */
export type ExternalInterviewAssessmentUpdate = {
  /**
   * @description The interviewer's name (面试官姓名).
   * @example shaojiale
   */
  username?: string | undefined;
  /** @description The interviewer's conclusion (面试结果): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
  conclusion?: Conclusion | undefined;
  /** @description The dimensions that the interviewer assessed (评价维度列表). */
  assessment_dimension_list?: readonly ExternalInterviewAssessmentQuestionInput[] | undefined;
  /**
   * @description The overall comment (综合记录).
   * @example hello world
   */
  content?: string | undefined;
};

/**
 * The credentials of a self-built app (自建应用的凭证).
 *
 * @interface
 * @group Models
 */
export type TenantAccessTokenRequest = {
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

/**
 * The token, at the top level of the envelope. It is present when `code` is 0.
 *
 * @interface
 * @group Models
 */
export type TenantAccessTokenResponse = {
  code: Code;
  msg: Msg;
  error?: FailureDetail | undefined;
  /**
   * @description The token (租户访问凭证). It starts with `t-` and can be long; allow 4 KB.
   * @example t-caecc734c2e3328a62489fe0648c4b98779515d3
   */
  tenant_access_token?: string | undefined;
  /**
   * Format: int32
   * @description The token's remaining lifetime in seconds, 7200 at most (过期时间，单位为秒).
   * @example 7200
   */
  expire?: number | undefined;
};
