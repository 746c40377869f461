import { ErrorCode } from "../../../../generated/error-codes.js";
import type { Validator } from "../../../../generated/runtime/validator.js";
import { describeViolations } from "../../../validation/describe-violations.js";
import { Rejection } from "../../gateway/rejection.js";

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
