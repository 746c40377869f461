import { describe, expectTypeOf, it } from "vitest";
import {
  type BadParameterError,
  ErrorCode,
  type FeishuApiError,
  FeishuHireError,
  InvalidRequestError,
  type KnownErrorCode,
  PermissionError,
  RateLimitError,
} from "../../src/index.js";

declare const error: unknown;

describe("the code of a failure", () => {
  it("offers the codes of the catalogue", () => {
    expectTypeOf<Extract<FeishuApiError["code"], KnownErrorCode>>().toEqualTypeOf<KnownErrorCode>();
    expectTypeOf(ErrorCode.RateLimited).toEqualTypeOf<99991400>();
    expectTypeOf<(typeof ErrorCode)[keyof typeof ErrorCode]>().toEqualTypeOf<KnownErrorCode>();
  });

  it("is open to codes that the catalogue does not have", () => {
    expectTypeOf<number>().toExtend<FeishuApiError["code"]>();
    expectTypeOf<FeishuApiError["code"]>().toExtend<number>();
    expectTypeOf<4711>().not.toExtend<KnownErrorCode>();
    // @ts-expect-error: no such name
    ErrorCode.NoSuchCode;
  });
});

describe("an error", () => {
  it("is narrowed by its class", () => {
    if (error instanceof InvalidRequestError) {
      expectTypeOf(error.issues).items.toEqualTypeOf<{
        readonly in: "path" | "query" | "body" | "params" | "headers";
        readonly pointer: string;
        readonly expected: string;
        readonly received: string;
      }>();
    }
    if (error instanceof RateLimitError) expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    if (error instanceof PermissionError) expectTypeOf(error.missingScopes).toExtend<readonly string[]>();
    if (error instanceof FeishuHireError) expectTypeOf(error.mayHaveSucceeded).toEqualTypeOf<boolean>();
  });

  it("has one base class, and one of its own for each kind", () => {
    expectTypeOf<FeishuApiError>().toExtend<FeishuHireError>();
    expectTypeOf<BadParameterError>().toExtend<FeishuApiError>();
    // @ts-expect-error: Feishu did not respond
    new InvalidRequestError("createExternalInterview", []).status;
  });
});
