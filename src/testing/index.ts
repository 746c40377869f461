/**
 * A Feishu to test against. Start with `startFeishu`.
 *
 * @module feishu-hire/testing
 */

export type { OperationId } from "../../generated/operations.js";
export type { Fault, FaultKind } from "./faults.js";
export type { IssuedToken } from "./gateway/tokens.js";
export type {
  DuplicateResponse,
  FailureResponse,
  RateLimit,
  TestFeishuOptions,
  UndocumentedBehavior,
  UnknownIdResponse,
} from "./options.js";
export type { ReceivedRequest } from "./request-log.js";
export type { StoredApplication, StoredInterview } from "./store/store.js";
export type { TestClock } from "./test-clock.js";
export { startFeishu, type TestFeishu } from "./test-feishu.js";
