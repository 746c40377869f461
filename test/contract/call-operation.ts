import { operations } from "../../generated/operations.js";
import type { CallOptions, FeishuHire } from "../../src/index.js";
import { isObject } from "../../src/is-object.js";
import { createRawClient } from "../../src/raw-client.js";
import { listExamples, resolve, type SpecOperation, type SpecParameter } from "./spec.js";

export const CREDENTIALS = { app_id: "cli_slkdjalasdkjasd", app_secret: "dskLLdkasdjlasdKK" };

/**
 * Calls an operation through the client: by the resource and method that the spec names, with the example
 * values of its parameters. The token call has no method, so it is sent through `createRawClient`.
 */
export async function callOperation(
  hire: FeishuHire,
  operation: SpecOperation,
  options: CallOptions = {},
): Promise<unknown> {
  const { resource, method } = operation.sdk;
  if (resource === undefined || method === undefined) {
    const { headers, signal, ...rest } = options;
    const { data } = await createRawClient(hire).POST(operations.getTenantAccessToken.path, {
      body: CREDENTIALS,
      ...rest,
      signal: signal ?? null,
      headers: headers ?? {},
    });
    return data;
  }
  const owner: unknown = Reflect.get(hire, resource);
  const call: unknown = isObject(owner) ? owner[method] : undefined;
  if (typeof call !== "function") throw new Error(`The client has no ${resource}.${method}`);
  return Reflect.apply(call, owner, [...listArguments(operation), options]);
}

/** Path parameters are arguments of their own; the query's and the body's fields share one. */
export function listArguments({ parameters, requestBody }: SpecOperation): unknown[] {
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(getExample);
  const inQuery = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map((parameter) => [parameter.name, getExample(parameter)]);
  const hasQuery = parameters.some((parameter) => parameter.in === "query");
  const fields =
    requestBody || hasQuery ? [{ ...Object.fromEntries(inQuery), ...getFirstBody(requestBody) }] : [];
  return [...inPath, ...fields];
}

function getFirstBody(requestBody: SpecOperation["requestBody"]): object {
  const [first] = requestBody ? listExamples(requestBody) : [];
  return first?.[1] ?? {};
}

export function getExample({ name, example, schema }: SpecParameter): unknown {
  const value = example ?? resolve(schema).example;
  if (value === undefined) throw new Error(`The parameter ${name} has no example`);
  return value;
}

/** Formats the path and query of a request, with the example values of the required parameters. */
export function formatPath({ path, parameters }: SpecOperation): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const parameter of parameters) {
    if (parameter.in === "path")
      filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(String(getExample(parameter))));
    else if (parameter.required) query.set(parameter.name, String(getExample(parameter)));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}
