import type { Method, Model, Operation } from "../model/model.js";
import { getRefName } from "../model/references.js";
import { camelCase } from "../names.js";

/**
 * An entry of `x-codeSamples`.
 *
 * @see https://redocly.com/docs-legacy/api-reference-docs/specification-extensions/x-code-samples
 */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** Creates the code samples of an operation, with the values of its first example. */
export function createCodeSamples(model: Model, operation: Operation): CodeSample[] {
  const curl = { lang: "Shell", label: "curl", source: formatCurl(model, operation) };
  const method = model.methods.find(({ id }) => id === operation.id);
  if (!method) return [curl];
  return [{ lang: "TypeScript", label: "TypeScript", source: formatTypeScript(model, method) }, curl];
}

function formatTypeScript(model: Model, method: Method): string {
  const { sdk, pagination, result } = method;
  const body = findBody(model, method);
  const query = readQuery(method, body);
  const hasInput =
    method.body !== undefined || method.parameters.some((parameter) => parameter.in === "query");
  const fields = { ...query, ...body };
  const args = [
    ...listExamples(method, "path").map(([, value]) => JSON.stringify(value)),
    ...(hasInput && Object.keys(fields).length > 0 ? [formatLiteral(fields)] : []),
  ].join(", ");
  const call = `hire.${sdk.resource}.${sdk.method}`;
  const name = camelCase(result?.at(-1) ?? "");
  const statement = pagination
    ? `const items = ${call}All(${args});\nfor await (const item of items) console.log(item.id);`
    : `${result ? `const ${name} = ` : ""}await ${call}(${args});${result ? `\nconsole.log(${name});` : ""}`;
  return `import { FeishuHire } from "feishu-hire";

const hire = new FeishuHire(); // reads FEISHU_APP_ID and FEISHU_APP_SECRET
${statement}
`;
}

function formatCurl(model: Model, operation: Operation): string {
  const { method, path, contentType, authenticated } = operation;
  const body = findBody(model, operation);
  const query = new URLSearchParams(
    Object.entries(readQuery(operation, body)).map(([name, value]) => [name, String(value)]),
  ).toString();
  const filled = listExamples(operation, "path").reduce(
    (url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
  return `${[
    `curl -X ${method} '${model.hosts[0]}${filled}${query && `?${query}`}'`,
    ...(authenticated ? [`-H "Authorization: Bearer $TENANT_ACCESS_TOKEN"`] : []),
    ...(contentType === undefined ? [] : [`-H 'Content-Type: ${contentType}'`]),
    ...(body ? [`-d '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'`] : []),
  ].join(" \\\n  ")}\n`;
}

/** Finds the value of the request's first example, which is that of Feishu's page. */
function findBody({ spec }: Model, { requestExamples }: Operation): Record<string, unknown> | undefined {
  const value = spec.components.examples[getRefName(requestExamples[0]) ?? ""]?.value;
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

/** Reads the query's required parameters; its first one, if the request would have no input otherwise. */
function readQuery(operation: Operation, body: object | undefined): Record<string, unknown> {
  const values = listExamples(operation, "query");
  const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const needed = values.filter(([name]) => required.includes(name));
  const isEmpty = needed.length === 0 && body === undefined && operation.method === "GET";
  return Object.fromEntries(isEmpty ? values.slice(0, 1) : needed);
}

function listExamples(
  { parameters }: Operation,
  location: "path" | "query",
): [name: string, value: unknown][] {
  return parameters
    .filter((parameter) => parameter.in === location)
    .map(({ name, example }) => [name, example]);
}

/** Formats an object literal as a person would write it, with unquoted keys. */
function formatLiteral(value: object): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(/^( *)"(\w+)":/gm, "$1$2:")
    .replaceAll(/\[\s+("[^"]*"|\d+)\s+\]/g, "[$1]");
}
