import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject } from "../../src/is-object.js";

const SPEC = new URL("../../generated/openapi.yaml", import.meta.url);

/** Formats a curl command for each operation of the spec, with the values of its examples. */
export function formatCurls(baseUrl: string): string[] {
  const spec: unknown = parse(readFileSync(SPEC, "utf8"));
  const resolve = createResolver(spec);
  return entries(read(spec, "paths")).flatMap(([path, item]) =>
    entries(item)
      .filter(([, operation]) => read(operation, "operationId") !== undefined)
      .map(([method, operation]) => {
        const parameters = [...list(read(item, "parameters")), ...list(read(operation, "parameters"))].map(
          resolve,
        );
        const body = resolve(read(operation, "requestBody"));
        const authenticated = list(read(operation, "security") ?? read(spec, "security")).length > 0;
        const content = read(body, "content");
        return formatCurl(baseUrl, { method, path, parameters, authenticated, content, resolve });
      }),
  );
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly unknown[];
  readonly authenticated: boolean;
  /** The body's media types; undefined without a body. */
  readonly content: unknown;
  readonly resolve: (value: unknown) => unknown;
}

function formatCurl(
  baseUrl: string,
  { method, path, parameters, authenticated, content, resolve }: Call,
): string {
  const query = new URLSearchParams();
  let url = `${baseUrl}${path}`;
  for (const parameter of parameters) {
    const name = String(read(parameter, "name"));
    const example = String(read(parameter, "example") ?? read(resolve(read(parameter, "schema")), "example"));
    if (read(parameter, "in") === "path") url = url.replace(`{${name}}`, encodeURIComponent(example));
    else if (read(parameter, "required") === true) query.set(name, example);
  }
  if (query.size > 0) url += `?${query}`;
  const [mediaType, media] = entries(content)[0] ?? [];
  const bodies = entries(read(media, "examples")).map(([, example]) =>
    JSON.stringify(read(resolve(example), "value")),
  );
  const body = bodies.toSorted((a, b) => a.length - b.length)[0];
  return [
    `curl -X ${method.toUpperCase()} '${url}'`,
    ...(authenticated ? ["-H 'Authorization: Bearer t-mock'"] : []),
    ...(mediaType === undefined ? [] : [`-H 'Content-Type: ${mediaType}; charset=utf-8'`]),
    ...(body === undefined ? [] : [`-d '${body.replaceAll("'", "'\\''")}'`]),
  ].join(" ");
}

/** Follows a `$ref` within the spec. */
function createResolver(spec: unknown): (value: unknown) => unknown {
  const resolve = (value: unknown): unknown => {
    const ref = read(value, "$ref");
    if (typeof ref !== "string") return value;
    return resolve(ref.split("/").slice(1).reduce(read, spec));
  };
  return resolve;
}

function read(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
