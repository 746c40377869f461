import type { Requirement } from "../runtime/operation.js";
import { readFields } from "./fields.js";
import type { Operation } from "./model.js";
import { findSchema, getJsonType, parsePointer, resolveResponse } from "./references.js";
import { JSON_MEDIA_TYPE, type OperationSource, requireName, requireValue } from "./source.js";

type Sdk = Pick<Operation, "sdk" | "result" | "resultSchema" | "resultOptional" | "requires">;

export function readSdk(source: OperationSource): Sdk {
  const { raw, spec, error } = source;
  const fields = readFields(
    raw["x-sdk"],
    {
      resource: "string?",
      method: "string?",
      result: "string?",
      resultOptional: "boolean?",
      requires: "array?",
    },
    "x-sdk",
    error,
  );
  const { resource, method, resultOptional = false } = fields;
  if ((resource === undefined) !== (method === undefined))
    throw error("x-sdk names a resource and a method, or neither", raw["x-sdk"]);
  for (const name of [resource, method]) {
    if (name !== undefined && (!/^[a-z][A-Za-z0-9]*$/.test(name) || name in Object.prototype))
      throw error(`${name} cannot be the name of a resource or a method`, raw["x-sdk"]);
  }
  if (fields.resultOptional !== undefined && fields.result === undefined)
    throw error("x-sdk has resultOptional without result", raw["x-sdk"], "resultOptional");
  const response = resolveResponse(spec, requireValue(source, raw.responses["200"], "response 200"));
  const { schema: success } = requireValue(
    source,
    response.content?.[JSON_MEDIA_TYPE],
    `${JSON_MEDIA_TYPE} response`,
  );
  const find = (pointer: unknown) => {
    const keys = parsePointer(pointer);
    const schema = keys && findSchema(spec, success, keys);
    if (!schema) throw error(`The response has no ${pointer}, which x-sdk names`, raw["x-sdk"]);
    return { keys, schema };
  };
  const result = fields.result === undefined ? undefined : find(fields.result);
  const inner = (fields.requires ?? []).map((pointer): Requirement => {
    const { keys, schema } = find(pointer);
    return { path: keys, type: getJsonType(spec, schema, error) };
  });
  const implied = inner.some(({ path }) => result?.keys.every((key, i) => path[i] === key));
  if (implied && resultOptional)
    throw error("x-sdk requires a part of its result, which cannot be optional then", raw["x-sdk"]);
  const whole: Requirement[] =
    result && result.keys.length > 0 && !implied
      ? [
          {
            path: result.keys,
            type: getJsonType(spec, result.schema, error),
            ...(resultOptional ? { optional: true } : {}),
          },
        ]
      : [];
  return {
    sdk: resource !== undefined && method !== undefined ? { resource, method } : undefined,
    result: result?.keys,
    resultSchema: result && requireName(source, result.schema, "its result"),
    resultOptional,
    requires: [...whole, ...inner],
  };
}
