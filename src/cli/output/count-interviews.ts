import { translate } from "../language/translate.js";
import { programMessages } from "../messages/program.js";

/** A number of interviews, in words. */
export function countInterviews(count: number): string {
  return translate(programMessages.interviews, { count });
}
