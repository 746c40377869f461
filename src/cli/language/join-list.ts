import { programMessages } from "../messages/program.js";
import { translate } from "./translate.js";

/** Items as a list, which each language separates in its own way. */
export function joinList(items: readonly string[]): string {
  return items.join(translate(programMessages.listSeparator));
}
