export type { Api, ExternalInterviews } from "../generated/client.js";
export { AssessmentType, Conclusion, ParticipateStatus } from "../generated/enums.js";
export {
  ErrorCode,
  type ErrorCodeFacts,
  type ErrorCodeMeaning,
  type ErrorKind,
  errorCodeMeanings,
  errorCodes,
  type KnownErrorCode,
} from "../generated/error-codes.js";
export type {
  ExternalInterview,
  ExternalInterviewAssessment,
  ExternalInterviewAssessmentCreate,
  ExternalInterviewAssessmentDimension,
  ExternalInterviewAssessmentDimensionCreate,
  ExternalInterviewCreate,
} from "../generated/schema.js";
export {
  type ApiFailure,
  AuthenticationError,
  BadParameterError,
  FeishuApiError,
  type MissingScopes,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "./api-errors.js";
export type { StoredToken, TokenStore } from "./auth.js";
export { FeishuHire } from "./client.js";
export type { Clock } from "./clock.js";
export { dimension } from "./dimension.js";
export {
  AbortError,
  type BodyViolation,
  ConfigurationError,
  ConnectionError,
  FeishuHireError,
  InvalidRequestError,
  InvalidResponseError,
  TimeoutError,
  type TimeSpent,
} from "./errors.js";
export type { Fetch, FetchInit } from "./exchange.js";
export type { Hooks, Logger, RequestFacts, ResponseFacts, RetryFacts } from "./observer.js";
export type { CallOptions, ClientOptions } from "./options.js";
export { LaneRateLimiter, type Place, type RateLimiter, type TakenPlace } from "./rate-limiter.js";
