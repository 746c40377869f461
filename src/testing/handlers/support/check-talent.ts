import { ErrorCode } from "../../../../generated/error-codes.js";
import { Rejection } from "../../gateway/rejection.js";
import type { ResolvedTestOptions } from "../../options.js";

/** @throws Rejection with 1002102 if the talent does not exist */
export function checkTalent(talentId: string, { talents }: ResolvedTestOptions): void {
  if (talents !== "any" && !talents.includes(talentId))
    throw new Rejection({ code: ErrorCode.TalentNotFound });
}
