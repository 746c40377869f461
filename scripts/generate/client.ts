import type { Model, Operation } from "./model.js";

/** client.ts: the openapi-fetch client bound to the spec's types, and a method per operation. */
export function emitClient({ operations }: Model): string {
  const resources = groupByResource(operations.filter(isPublic));
  const names = [...resources.keys()].map((name) => ({ name, type: pascalCase(name) }));
  return `
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { CallOptions } from "../src/options.js";
import { assertResult } from "../src/validation/assert-result.js";
import { validateBody } from "../src/validation/validate-request.js";
import type { ${[...new Set(operations.filter(isPublic).flatMap(modelNames))].sort().join(", ")}, ${operations.some((operation) => operation.parameters.length) ? "operations, " : ""}paths } from "./schema.js";
import * as validators from "./validators.js";

/** The openapi-fetch client, typed by the spec. */
export type Api = Client<paths, "application/json">;

export function createApi(options: ClientOptions): Api {
  return createClient<paths, "application/json">(options);
}
${[...resources].map(([name, of]) => emitResource(pascalCase(name), of)).join("\n")}
/** Every resource, wired to one client. */
export class Resources {
${names.map(({ name, type }) => `  readonly ${name}: ${type};`).join("\n")}

  constructor(api: Api) {
${names.map(({ name, type }) => `    this.${name} = new ${type}(api);`).join("\n")}
  }
}
`;
}

type PublicOperation = Operation & { resource: string; methodName: string };

function isPublic(operation: Operation): operation is PublicOperation {
  return operation.resource !== undefined && operation.methodName !== undefined;
}

function groupByResource(operations: PublicOperation[]): Map<string, PublicOperation[]> {
  const groups = new Map<string, PublicOperation[]>();
  for (const operation of operations) {
    groups.set(operation.resource, [...(groups.get(operation.resource) ?? []), operation]);
  }
  return groups;
}

function modelNames({ bodySchema, resultSchema }: Operation): string[] {
  return [bodySchema, resultSchema].filter((name) => name !== undefined);
}

function emitResource(type: string, operations: PublicOperation[]): string {
  return `
/** The calls of \`${operations[0]?.resource}\`. */
export class ${type} {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }
${operations.map(emitMethod).join("\n")}
}
`;
}

function emitMethod(operation: PublicOperation): string {
  const { id, method, path, parameters, bodySchema, resultSchema, result } = operation;
  const optional = parameters.every(({ required }) => !required);
  const args = [
    ...(parameters.length ? [`params: ${parameterTypes(operation)}${optional ? " = {}" : ""}`] : []),
    ...(bodySchema ? [`body: ${bodySchema}`] : []),
    "options?: CallOptions",
  ];
  const checks = [
    ...(parameters.length ? [`validateBody("${id}", validators.${id}Parameters, params);`] : []),
    ...(bodySchema ? [`validateBody("${id}", validators.${id}, body);`] : []),
  ];
  const { prepare, init } = emitParameters(operation);
  const call = `await this.#api.${method}(${JSON.stringify(path)}, { ...options, ${[...init, ...(bodySchema ? ["body"] : [])].join(", ")} });`;
  const value = ["data", ...result].join("?.");
  const send = resultSchema ? [`const { data } = ${call}`, `return assertResult(${value});`] : [call];
  return `
  /**
   * ${operation.summary}
   *
${[...facts(operation).map((fact) => `- ${fact}`), ...throws(checks.length > 0)].map((line) => `   * ${line}`).join("\n")}
   * @see ${operation.docUrl}
   */
  async ${operation.methodName}(${args.join(", ")}): Promise<${resultSchema ?? "void"}> {
    ${[...checks, ...prepare, ...send].join("\n")}
  }`;
}

function throws(checked: boolean): string[] {
  return [
    ...(checked
      ? ["@throws InvalidRequestError before anything is sent, if the request does not match the spec."]
      : []),
    "@throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been carried out.",
  ];
}

function facts({ rateLimit, idempotency, scopes }: Operation): string[] {
  const list: string[] = [];
  if (rateLimit)
    list.push(`Rate limit: ${rateLimit.requests} requests in ${rateLimit.periodMs} ms, kept by the client.`);
  if (idempotency && "field" in idempotency) {
    list.push(
      `Idempotency: with \`${idempotency.field}\`, safe to repeat for ${idempotency.windowHours} hours.`,
    );
  }
  if (scopes.length) list.push(`Permission: ${scopes.map((scope) => `\`${scope}\``).join(" or ")}.`);
  return list;
}

function parameterTypes({ id, parameters }: Operation): string {
  return ["path", "query"]
    .filter((place) => parameters.some((parameter) => parameter.in === place))
    .map((place) => `NonNullable<operations["${id}"]["parameters"]["${place}"]>`)
    .join(" & ");
}

/** The parameters as openapi-fetch takes them: those of the path apart from those of the query. */
function emitParameters({ parameters }: Operation): { prepare: string[]; init: string[] } {
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  if (parameters.length === 0) return { prepare: [], init: [] };
  if (inPath.length === 0) return { prepare: [], init: ["params: { query: params }"] };
  if (inPath.length === parameters.length) return { prepare: [], init: ["params: { path: params }"] };
  const names = inPath.join(", ");
  return {
    prepare: [`const { ${names}, ...query } = params;`],
    init: [`params: { path: { ${names} }, query }`],
  };
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
