export type { Fault, FaultKind } from "./faults.js";
export type { StoredInterview } from "./interviews.js";
export type { DuplicateResponse, FailureResponse, RateLimit, TestFeishuOptions } from "./options.js";
export type { OperationId, ReceivedRequest } from "./request-log.js";
export type { TestClock } from "./test-clock.js";
export { startFeishu, type TestFeishu } from "./test-feishu.js";
export type { IssuedToken } from "./tokens.js";
