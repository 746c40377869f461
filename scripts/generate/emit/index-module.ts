import type { Method, Model } from "../model/model.js";
import { capitalize, kebabCase, nameFunctionOfAll } from "../names.js";
import { findReachableSchemas } from "./reachable-schemas.js";

/** Emits index.ts: the names that the package exports. */
export function emitIndex(model: Model): string {
  const { methods, enums } = model;
  const resources = [...new Set(methods.map(({ sdk }) => sdk.resource))];
  const used = methods.flatMap(({ body, resultSchema }) => [body?.schema, resultSchema]);
  const enumNames = enums.map(([name]) => name);
  const models = findReachableSchemas(
    model,
    used.filter((name) => name !== undefined),
  ).filter((name) => !enumNames.includes(name));
  return `
export { type DimensionWith, dimension } from "./dimension.js";
export { ${enumNames.sort().join(", ")} } from "./enums.js";
export {
  ErrorCode,
  type ErrorCodeInfo,
  type ErrorKind,
  type ErrorMeaning,
  errorCodes,
  errorMeanings,
  type KnownErrorCode,
} from "./error-codes.js";
${methods.map(emitFunctions).join("\n")}
${resources.map((name) => `export type { ${capitalize(name)} } from "./resources/${kebabCase(name)}.js";`).join("\n")}
export { toUpdate } from "./to-update.js";
export type { CallOptions } from "./runtime/call-options.js";
export type { Client, ResultWithResponse } from "./runtime/client.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "./runtime/events.js";
export type { ResponsePromise } from "./runtime/response-promise.js";
export type { ${models.sort().join(", ")} } from "./schema.js";
`;
}

function emitFunctions(method: Method): string {
  const { id, pagination } = method;
  const names = pagination ? [id, nameFunctionOfAll(method)] : [id];
  return `export { ${names.join(", ")} } from "./operations/${id}.js";`;
}
