import type { Model, Operation } from "./model.js";

/** client.ts: the openapi-fetch client bound to the spec's types, and a method per operation. */
export function emitClient({ operations }: Model): string {
  const resources = groupByResource(operations.filter(isPublic));
  const names = [...resources.keys()].map((name) => ({ name, type: pascalCase(name) }));
  return `
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { CallOptions } from "../src/options.js";
import { present, validateBody } from "../src/validate.js";
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
  const args = [
    ...(parameters.length ? [`params: ${parameterTypes(operation)}`] : []),
    ...(bodySchema ? [`body: ${bodySchema}`] : []),
    "options?: CallOptions",
  ];
  const init = [
    "...options",
    ...(parameters.length ? [emitParameters(operation)] : []),
    ...(bodySchema ? ["body"] : []),
  ];
  const value = ["data", ...result].join("?.");
  return `
  /**
   * ${operation.summary}
   *
${facts(operation)
  .map((fact) => `   * - ${fact}`)
  .join("\n")}
   * @throws InvalidRequestError before anything is sent, if the body does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; \`mayHaveBeenCreated\` says whether it may have been carried out.
   * @see ${operation.docUrl}
   */
  async ${operation.methodName}(${args.join(", ")}): Promise<${resultSchema ?? "void"}> {
    ${bodySchema ? `validateBody(${JSON.stringify(id)}, validators.${id}, body);` : ""}
    ${resultSchema ? "const { data } = " : ""}await this.#api.${method}(${JSON.stringify(path)}, { ${init.join(", ")} });
    ${resultSchema ? `return present(${value});` : ""}
  }`;
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

function emitParameters({ parameters }: Operation): string {
  const places = ["path", "query"].flatMap((place) => {
    const names = parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    return names.length ? [`${place}: { ${names.map((name) => `${name}: params.${name}`).join(", ")} }`] : [];
  });
  return `params: { ${places.join(", ")} }`;
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
