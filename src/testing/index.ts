export type { Fault, Trouble } from "./faults.js";
export type { KeptInterview } from "./interviews.js";
export type { DuplicateAnswer, RateLimit, Refusal, TestFeishuOptions } from "./options.js";
export type { OperationId, ReceivedRequest } from "./request-log.js";
export type { TestClock } from "./test-clock.js";
export { startFeishu, type TestFeishu } from "./test-feishu.js";
export type { IssuedToken } from "./tokens.js";
