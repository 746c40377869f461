import { isObject } from "../../../is-object.js";

const IDS = ["external_id", "external_application_id"];
const NAMES = new Set([...IDS, "username", "title", "option"]);

/**
 * Removes what carries no meaning, in place: fields that are null, and blanks around ids, names, titles and options.
 * With a trailing blank, a name would be another interviewer's.
 */
export function normalizeBody(body: Record<string, unknown>): void {
  for (const name of Object.keys(body)) {
    const value = body[name];
    if (value === null) delete body[name];
    else if (typeof value === "string") {
      if (NAMES.has(name)) body[name] = value.trim();
    } else if (Array.isArray(value)) {
      if (name === "options")
        body[name] = value.map((item) => (typeof item === "string" ? item.trim() : item));
      else for (const item of value) if (isObject(item)) normalizeBody(item);
    }
  }
}
