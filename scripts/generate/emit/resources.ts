import type { Method, Model } from "../model/model.js";
import { emitMethod } from "./method.js";
import { capitalize, kebabCase } from "./names.js";

/**
 * Emits resources/<resource>.ts and resources.ts, by name: a class per resource, and one that holds them all.
 */
export function emitResources({ methods, spec }: Model): [name: string, source: string][] {
  const resources = new Map<string, Method[]>();
  for (const method of methods) {
    const { resource } = method.sdk;
    resources.set(resource, [...(resources.get(resource) ?? []), method]);
  }
  return [
    ["resources.ts", emitAllResources([...resources.keys()])],
    ...[...resources].map(([name, members]): [string, string] => [
      `resources/${kebabCase(name)}.ts`,
      emitResource(name, members, spec),
    ]),
  ];
}

function emitAllResources(names: readonly string[]): string {
  return `
${names.map((name) => `import { ${capitalize(name)} } from "./resources/${kebabCase(name)}.js";`).join("\n")}
import type { Caller } from "./runtime/caller.js";

/** Every resource, wired to one client. */
export class Resources<Options> {
${names.map((name) => `  readonly ${name}: ${capitalize(name)}<Options>;`).join("\n")}

  constructor(caller: Caller<Options>) {
${names.map((name) => `    this.${name} = new ${capitalize(name)}(caller);`).join("\n")}
  }
}
`;
}

function emitResource(name: string, methods: readonly Method[], spec: Model["spec"]): string {
  const paged = methods.filter(({ pagination }) => pagination);
  const chunked = paged.filter(({ pagination }) => pagination?.chunks);
  const models = methods.flatMap(({ body, resultSchema, pagination }) =>
    [body?.schema, resultSchema, pagination?.itemSchema].filter((schema) => schema !== undefined),
  );
  const usesQuery = methods.some(({ parameters }) =>
    parameters.some((parameter) => parameter.in === "query"),
  );
  const types = [...new Set(models), ...(usesQuery ? ["operations as schema"] : [])].sort();
  return `
import { operations } from "../operations.js";
import { bindMethods } from "../runtime/bind-methods.js";
import type { Caller } from "../runtime/caller.js";
${paged.length ? `import { ${chunked.length ? "chunk, " : ""}iterateItems } from "../runtime/paginate.js";` : ""}
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ${types.join(", ")} } from "../schema.js";
${methods
  .filter(({ body, parameters }) => body || parameters.length > 0)
  .map(({ id }) => `import { ${id} } from "../validators/${id}.js";`)
  .join("\n")}

/**
 * The calls of \`${name}\`.
 *
 * @group Resources
 */
export class ${capitalize(name)}<Options> {
  readonly #caller: Caller<Options>;

  constructor(caller: Caller<Options>) {
    this.#caller = caller;
    bindMethods(this, ${capitalize(name)}.prototype);
  }
${methods.map((method) => emitMethod(method, spec)).join("\n")}
}
`;
}
