import type { Client } from "openapi-fetch";
import { describe, expectTypeOf, it } from "vitest";
import type { OperationId } from "../../generated/operations.js";
import type { Resources } from "../../generated/resources.js";
import type { CallContext } from "../../src/errors/base.js";
import type * as api from "../../src/index.js";
import type { createRawClient } from "../../src/raw-client.js";

/** What every error has. */
interface ErrorFacts {
  readonly operationId: string | undefined;
  readonly mayHaveSucceeded: boolean;
  readonly attempts: number;
  toJSON(): object;
}

/** The functions of the operations, and of their pages. */
type Functions =
  | Exclude<OperationId, "getTenantAccessToken">
  | Extract<keyof typeof api, `${string}All${string}`>;

describe("the package's values", () => {
  it("are these, and no others", () => {
    type Errors =
      | "AbortError"
      | "AuthenticationError"
      | "BadParameterError"
      | "ConfigurationError"
      | "ConnectionError"
      | "FeishuApiError"
      | "FeishuHireError"
      | "InvalidRequestError"
      | "InvalidResponseError"
      | "PermissionError"
      | "QuotaError"
      | "RateLimitError"
      | "ServerError"
      | "TimeoutError"
      | "TransportError";
    type Constants =
      | "errorMeanings"
      | "AssessmentType"
      | "Conclusion"
      | "DeliveryType"
      | "JobRecruitmentType"
      | "ErrorCode"
      | "ParticipateStatus"
      | "errorCodes";
    type Tools = "FeishuHire" | "createClient" | "InMemoryRateLimiter" | "dimension" | "toUpdate";
    expectTypeOf<keyof typeof api>().toEqualTypeOf<Errors | Constants | Tools | Functions>();
    expectTypeOf<"queryAllExternalInterviews" | "listAllExternalApplications">().toExtend<Functions>();
  });
});

describe("a client", () => {
  it("takes options, all of which have a default", () => {
    expectTypeOf<typeof api.FeishuHire>().constructorParameters.toEqualTypeOf<
      [options?: api.ClientOptions]
    >();
    expectTypeOf<Record<never, never>>().toExtend<api.ClientOptions>();
    expectTypeOf<keyof api.Hooks>().toEqualTypeOf<"onRequest" | "onResponse" | "onRetry" | "onWait">();
    expectTypeOf<keyof api.ClientOptions>().toEqualTypeOf<
      | keyof api.Hooks
      | ("appId" | "appSecret" | "baseUrl" | "clock" | "totalTimeoutMs" | "fetch" | "logger")
      | (
          | "maxRateLimitWaitMs"
          | "maxResponseBytes"
          | "maxRetries"
          | "rateLimiter"
          | "timeoutMs"
          | "tokenStore"
          | "validate"
        )
    >();
  });

  it("has its app, its host and its resources, and can be turned into a raw client", () => {
    expectTypeOf<Omit<api.FeishuHire, keyof Resources>>().toEqualTypeOf<{
      readonly appId: string;
      readonly baseUrl: string;
    }>();
    expectTypeOf<api.FeishuHire>().toExtend<Resources>();
    expectTypeOf<ReturnType<typeof createRawClient>>().toExtend<
      Pick<Client<Record<never, never>>, "use" | "eject">
    >();
  });

  it("creates interviews", () => {
    type Create = api.FeishuHire["externalInterviews"]["create"];
    type Parameters = [body: api.ExternalInterviewCreate, options?: api.CallOptions | undefined];
    expectTypeOf<Create>().toEqualTypeOf<
      (...args: Parameters) => api.ResponsePromise<api.ExternalInterview>
    >();
  });
});

describe("a client for the functions", () => {
  it("takes the same options", () => {
    expectTypeOf<typeof api.createClient>().toEqualTypeOf<(options?: api.ClientOptions) => api.Client>();
  });

  it("is the first argument of each", () => {
    type Arguments = { [Name in Functions]: Parameters<(typeof api)[Name]>[0] }[Functions];
    expectTypeOf<Arguments>().toEqualTypeOf<api.Client>();
  });

  it("is not a FeishuHire", () => {
    expectTypeOf<api.FeishuHire>().not.toExtend<api.Client>();
  });
});

describe("one call's options", () => {
  it("are its own limits, headers and signal", () => {
    expectTypeOf<Required<api.CallOptions>>().toEqualTypeOf<{
      signal: AbortSignal | undefined;
      timeoutMs: number | undefined;
      totalTimeoutMs: number | undefined;
      maxRetries: number | false | undefined;
      idempotent: boolean | undefined;
      headers: Record<string, string | undefined> | undefined;
      beforeSend: (() => Promise<void> | void) | undefined;
      onRetry: ((event: api.RetryEvent) => void) | undefined;
    }>();
  });
});

describe("dimension", () => {
  it("asks for the one value that the type calls for, and gives a dimension", () => {
    type Of<Name extends keyof typeof api.dimension> = Parameters<(typeof api.dimension)[Name]>[0];
    type Texts = { title?: string; description?: string };
    expectTypeOf<Of<"score">>().branded.toEqualTypeOf<Texts & { score: number }>();
    expectTypeOf<Of<"singleChoice">>().branded.toEqualTypeOf<Texts & { option: string }>();
    expectTypeOf<Of<"description">>().branded.toEqualTypeOf<Texts & { content: string }>();
    expectTypeOf<Of<"multipleChoice">>().branded.toEqualTypeOf<Texts & { options: readonly string[] }>();
    expectTypeOf<
      ReturnType<(typeof api.dimension)[keyof typeof api.dimension]>
    >().toExtend<api.ExternalInterviewAssessmentDimensionInput>();
  });
});

describe("the catalogue of error codes", () => {
  it("describes every code", () => {
    expectTypeOf<typeof api.errorCodes>().toEqualTypeOf<{
      readonly [Code in api.KnownErrorCode]: api.ErrorCodeInfo;
    }>();
    expectTypeOf<api.ErrorCodeInfo["kind"]>().toEqualTypeOf<api.ErrorKind>();
    expectTypeOf<api.ErrorKind>().toEqualTypeOf<
      "authentication" | "badParameter" | "permission" | "quota" | "rateLimit" | "server"
    >();
  });
});

describe("the errors", () => {
  it("all state what happened to the request", () => {
    expectTypeOf<api.FeishuHireError>().toExtend<Error & ErrorFacts>();
    expectTypeOf<
      | api.AbortError
      | api.ConfigurationError
      | api.ConnectionError
      | api.FeishuApiError
      | api.InvalidRequestError
      | api.InvalidResponseError
      | api.TimeoutError
    >().toExtend<api.FeishuHireError>();
  });

  it("have Feishu's code, message and log id if Feishu rejected the request", () => {
    expectTypeOf<
      | api.AuthenticationError
      | api.BadParameterError
      | api.PermissionError
      | api.QuotaError
      | api.RateLimitError
      | api.ServerError
    >().toExtend<api.FeishuApiError>();
    expectTypeOf<api.FeishuApiError>().toExtend<{
      readonly msg: string;
      readonly status: number;
      readonly logId: string | undefined;
      readonly advice: api.Advice | undefined;
      readonly docUrl: string;
      readonly detail: unknown;
    }>();
    expectTypeOf<api.ApiFailure["retryAfterMs"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<api.RateLimitError["retryAfterMs"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<typeof api.PermissionError>().constructorParameters.toEqualTypeOf<
      [failure: api.ApiFailure, context?: Partial<CallContext>]
    >();
    expectTypeOf<keyof api.MissingScopes>().toEqualTypeOf<"grantUrl" | "scopes">();
    expectTypeOf<api.PermissionError["grantUrl"]>().toEqualTypeOf<string | undefined>();
  });

  it("state what is wrong with the body, the response, the connection or the time", () => {
    expectTypeOf<api.InvalidRequestError["issues"]>().toEqualTypeOf<readonly api.ValidationIssue[]>();
    expectTypeOf<keyof api.ValidationIssue>().toEqualTypeOf<"in" | "pointer" | "expected" | "received">();
    expectTypeOf<api.InvalidResponseError["reason"]>().toEqualTypeOf<string>();
    expectTypeOf<api.ConnectionError>().toExtend<{ neverOpened: boolean; systemCode: string | undefined }>();
    expectTypeOf<api.TimeoutError["limit"]>().toEqualTypeOf<"timeoutMs" | "totalTimeoutMs">();
    expectTypeOf<api.TimeoutError>().toExtend<api.Timings>();
    expectTypeOf<keyof api.Timings>().toEqualTypeOf<"queueMs" | "tokenMs" | "responseMs">();
  });
});

describe("what a user may replace", () => {
  it("is a transport: the global fetch fits", () => {
    expectTypeOf<typeof fetch>().toExtend<api.Fetch>();
    expectTypeOf<api.Fetch>().toEqualTypeOf<
      (url: string, init: api.FetchInit) => Promise<api.TransportResponse>
    >();
    expectTypeOf<Response>().toExtend<api.TransportResponse>();
    expectTypeOf<api.FetchInit>().toExtend<RequestInit>();
  });

  it("is a logger: console fits", () => {
    expectTypeOf<Console>().toExtend<api.Logger>();
    expectTypeOf<keyof api.Logger>().toEqualTypeOf<"debug" | "info" | "warn" | "error">();
  });

  it("is a hook at each step", () => {
    expectTypeOf<NonNullable<api.Hooks["onRequest"]>>().toEqualTypeOf<(event: api.RequestEvent) => void>();
    expectTypeOf<NonNullable<api.Hooks["onResponse"]>>().toEqualTypeOf<(event: api.ResponseEvent) => void>();
    expectTypeOf<NonNullable<api.Hooks["onRetry"]>>().toEqualTypeOf<(event: api.RetryEvent) => void>();
    expectTypeOf<api.RetryEvent>().toExtend<api.ResponseEvent>();
    expectTypeOf<api.ResponseEvent>().toExtend<api.RequestEvent>();
  });

  it("is a store in which processes share a token", () => {
    expectTypeOf<api.TokenStore["get"]>().returns.resolves.toEqualTypeOf<api.StoredToken | undefined>();
    expectTypeOf<api.TokenStore["set"]>().parameters.toEqualTypeOf<[key: string, token: api.StoredToken]>();
    expectTypeOf<api.StoredToken>().toEqualTypeOf<{ readonly token: string; readonly expiresAtMs: number }>();
  });

  it("is a rate limiter, and a clock", () => {
    expectTypeOf<api.InMemoryRateLimiter>().toExtend<api.RateLimiter>();
    expectTypeOf<typeof api.InMemoryRateLimiter>().constructorParameters.toEqualTypeOf<[clock?: api.Clock]>();
    expectTypeOf<api.RateLimiter["acquire"]>().parameters.toEqualTypeOf<[request: api.PermitRequest]>();
    expectTypeOf<keyof api.Clock>().toEqualTypeOf<"monotonicNow" | "now" | "setTimer" | "wait">();
  });
});
