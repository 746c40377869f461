import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";
import type { ExternalInterviewCreate, TenantAccessTokenRequest } from "../../generated/schema.js";
import * as validators from "../../generated/validators.js";
import { describeViolations } from "../validation/describe-violations.js";
import { type ExternalIdUse, Interviews } from "./interviews.js";
import type { Refusal, ResolvedTestOptions } from "./options.js";
import { RateWindow } from "./rate-window.js";
import type { ReceivedRequest } from "./request-log.js";
import { limitAnswer, type Reply, refuse, success } from "./response.js";
import type { TestClock } from "./test-clock.js";
import { Tokens } from "./tokens.js";

/** What Feishu does when nothing goes wrong: it checks a request in its gateway's order, and carries it out. */
export class Backend {
  readonly tokens: Tokens;
  readonly interviews: Interviews;
  readonly #options: ResolvedTestOptions;
  readonly #clock: TestClock;
  readonly #window: RateWindow | undefined;

  constructor(options: ResolvedTestOptions, clock: TestClock) {
    const { tokenLifeSeconds, afterRevocation, rateLimit, keep } = options;
    this.#options = options;
    this.#clock = clock;
    this.tokens = new Tokens(clock, tokenLifeSeconds, afterRevocation === "sameToken");
    this.interviews = new Interviews(keep === "everything");
    this.#window = rateLimit
      ? new RateWindow(rateLimit, operations.createExternalInterview.rateLimit)
      : undefined;
  }

  carryOut(request: ReceivedRequest): Reply {
    const refused = this.#refuseContentType(request);
    if (refused) return refused;
    return request.operation === "getTenantAccessToken"
      ? this.#getTenantAccessToken(request)
      : this.#createExternalInterview(request);
  }

  get appId(): string {
    return this.#options.appId;
  }

  /** The request's external_id counts as used, though no interview came of it, unless one came of it before. */
  useUpExternalId(request: ReceivedRequest): void {
    const { externalId } = request;
    if (externalId !== undefined && !this.#useOf(request))
      this.interviews.useUp(externalId, this.#clock.now());
  }

  refuse(request: ReceivedRequest, refusal: Refusal): Reply {
    return refuse(request, refusal, this.#options.appId);
  }

  #refuseContentType(request: ReceivedRequest): Reply | undefined {
    const { contentType } = operations[request.operation];
    if (request.headers["content-type"] === contentType) return undefined;
    return this.refuse(request, { code: ErrorCode.BadRequest, msg: `Content-Type must be ${contentType}` });
  }

  #getTenantAccessToken(request: ReceivedRequest): Reply {
    const { body } = request;
    if (!isTokenRequest(body)) {
      const msg = violationsOf(validators.getTenantAccessToken, body);
      return this.refuse(request, { code: ErrorCode.InvalidTokenRequest, msg });
    }
    const { appId, appSecret, wrongCredentials } = this.#options;
    if (body.app_id !== appId || body.app_secret !== appSecret) return this.refuse(request, wrongCredentials);
    return success(request, this.tokens.hand());
  }

  #createExternalInterview(request: ReceivedRequest): Reply {
    const { body } = request;
    const refused = this.#refuseToken(request) ?? this.#refuseRate(request);
    if (refused) return refused;
    if (!isCreateRequest(body)) {
      const msg = violationsOf(validators.createExternalInterview, body);
      return this.refuse(request, { code: ErrorCode.BadParameter, msg });
    }
    const duplicate = this.#answerDuplicate(request);
    if (duplicate) return duplicate;
    const interview = this.interviews.create(body, this.#clock.now());
    return success(request, { data: { external_interview: interview } });
  }

  #refuseToken(request: ReceivedRequest): Reply | undefined {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) return this.refuse(request, { code: ErrorCode.MissingAccessToken });
    if (!/^[tu]-/.test(token)) return this.refuse(request, { code: ErrorCode.MalformedAccessToken });
    return this.tokens.accepts(token) ? undefined : this.refuse(request, this.#options.rejectedToken);
  }

  #refuseRate(request: ReceivedRequest): Reply | undefined {
    const { rateLimit } = this.#options;
    const reset = this.#window?.admit(this.#clock.monotonicNow());
    if (!this.#window || !rateLimit || reset === undefined) return undefined;
    const refusal = { code: ErrorCode.RateLimited, status: rateLimit.status ?? 429 };
    return limitAnswer(request, refusal, { limit: this.#window.limit, reset });
  }

  /** The use of the request's external_id that still counts. */
  #useOf({ operation, externalId }: ReceivedRequest): ExternalIdUse | undefined {
    const { idempotency } = operations[operation];
    if (externalId === undefined || typeof idempotency !== "object") return undefined;
    return this.interviews.useOf(externalId, this.#clock.now(), idempotency.windowMs);
  }

  #answerDuplicate(request: ReceivedRequest): Reply | undefined {
    const use = this.#useOf(request);
    if (!use) return undefined;
    const { duplicate } = this.#options;
    if (typeof duplicate === "object") return this.refuse(request, duplicate);
    if (duplicate === "successWithoutInterview") return success(request, { data: {} });
    if (use.interview) return success(request, { data: { external_interview: use.interview } });
    return this.refuse(request, { code: ErrorCode.BadParameter });
  }
}

function isCreateRequest(body: unknown): body is ExternalInterviewCreate {
  return validators.createExternalInterview(body);
}

function isTokenRequest(body: unknown): body is TenantAccessTokenRequest {
  return validators.getTenantAccessToken(body);
}

function violationsOf(validator: validators.Validator, body: unknown): string {
  return describeViolations(validator.errors ?? [], body)
    .map(
      ({ pointer, expected, received }) => `${pointer || "body"}: expected ${expected}, received ${received}`,
    )
    .join("; ");
}
