import { ErrorCode } from "../../../../generated/error-codes.js";
import type { Validator } from "../../../../generated/runtime/validator.js";
import { describeViolations } from "../../../validation/describe-violations.js";
import { Rejection } from "../../gateway/rejection.js";
import type { ReceivedRequest } from "../../request-log.js";

/**
 * Reads a part of the request, its body for example.
 *
 * @throws Rejection with every violation if the spec does not accept it
 */
export function readPart<Value>(
  validator: Validator<Value>,
  value: unknown,
  invalidCode: number = ErrorCode.BadParameter,
): Value {
  if (validator.accepts(value)) return value;
  const problems = describeViolations(validator.explain(value), value).map(
    ({ pointer, expected, received }) => `${pointer || "body"}: expected ${expected}, received ${received}`,
  );
  throw new Rejection({ code: invalidCode, msg: problems.join("; ") });
}

/**
 * Reads an id out of the path.
 *
 * @throws Rejection with every violation if the spec does not accept the path
 */
export function readPathId(validator: Validator, path: ReceivedRequest["path"], name: string): string {
  readPart(validator, path);
  return path[name] ?? "";
}

/**
 * Checks the query, whose numbers arrive as text.
 *
 * @throws Rejection with every violation if the spec does not accept it
 */
export function checkQuery(validator: Validator, query: ReceivedRequest["query"]): void {
  const numeric = validator
    .explain(query)
    .filter(({ keyword, params }) => keyword === "type" && params.type === "integer")
    .map(({ instancePath }) => instancePath.slice(1));
  const entries = Object.entries(query).map(([name, text]): [string, unknown] =>
    numeric.includes(name) && /^-?\d+$/.test(text) ? [name, Number(text)] : [name, text],
  );
  readPart(validator, Object.fromEntries(entries));
}
