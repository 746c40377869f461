import { FeishuHireError } from "./base.js";

/** One value of a request that does not match the spec. */
export interface ValidationIssue {
  /** Which part of the request it is in; `"params"` for a field that neither its query nor its body has. */
  readonly in: "path" | "query" | "body" | "params" | "headers";
  /** A JSON pointer into that part; empty for the part itself. */
  readonly pointer: string;
  /** What the spec expects there. */
  readonly expected: string;
  /** What was found. Texts are described by their length, since they may be about people. */
  readonly received: string;
}

/** The request does not match the spec. Nothing was sent. */
export class InvalidRequestError extends FeishuHireError {
  static override readonly name: string = "InvalidRequestError";
  /** Every issue, not just the first. */
  readonly issues: readonly ValidationIssue[];

  constructor(operationId: string, issues: readonly ValidationIssue[]) {
    const list = issues.map(
      ({ in: location, pointer, expected, received }) =>
        `\n  ${location}${pointer && " "}${pointer}: expected ${expected}, received ${received}`,
    );
    super(`The request of ${operationId} does not match the spec:${list.join("")}`, operationId);
    this.issues = issues;
  }
}
