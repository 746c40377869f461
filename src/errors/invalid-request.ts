import { FeishuHireError } from "./base.js";

/** One place where a request body does not match the spec. */
export interface ValidationIssue {
  /** The part of the request. */
  readonly in: "path" | "query" | "body";
  /** A JSON pointer into that part; empty for the part itself. */
  readonly pointer: string;
  /** What the spec asks for at that place. */
  readonly expected: string;
  /** What came. Texts are told by their length, since they may be about people. */
  readonly received: string;
}

/** The body does not match the spec. Nothing was sent. */
export class InvalidRequestError extends FeishuHireError {
  /** Every violation, not just the first. */
  readonly issues: readonly ValidationIssue[];

  constructor(operationId: string, violations: readonly ValidationIssue[]) {
    const list = violations.map(
      ({ in: location, pointer, expected, received }) =>
        `\n  ${location}${pointer && " "}${pointer}: expected ${expected}, received ${received}`,
    );
    super(`The request of ${operationId} does not match the spec:${list.join("")}`, operationId);
    this.issues = violations;
  }
}
