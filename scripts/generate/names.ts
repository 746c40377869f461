import type { Method } from "./model/model.js";

/** Names the function that iterates over all pages: `externalInterviews.query` → `queryAllExternalInterviews`. */
export function nameFunctionOfAll({ sdk }: Pick<Method, "sdk">): string {
  return `${sdk.method}All${capitalize(sdk.resource)}`;
}

/** `external_id` → `externalId`. */
export function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `externalInterviews` → `external-interviews`. */
export function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `externalInterviews` → `ExternalInterviews`. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `ExternalInterview` → `externalInterview`. */
export function uncapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
