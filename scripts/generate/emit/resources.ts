import type { Method, Model } from "../model/model.js";
import type { Spec } from "../model/spec.js";
import { emitMethod, takesQueryAndBody } from "./method.js";
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
    ["resources.ts", emitAllResources(resources, spec)],
    ...[...resources].map(([name, members]): [string, string] => [
      `resources/${kebabCase(name)}.ts`,
      emitResource(name, members, spec),
    ]),
  ];
}

function emitAllResources(resources: ReadonlyMap<string, readonly Method[]>, spec: Spec): string {
  const names = [...resources.keys()];
  return `
${names.map((name) => `import { ${capitalize(name)} } from "./resources/${kebabCase(name)}.js";`).join("\n")}
import type { Caller } from "./runtime/caller.js";

/** Every resource, wired to one client. */
export class Resources<Options> {
${[...resources].map(([name, members]) => `  /** ${describeResource(members, spec)} */\n  readonly ${name}: ${capitalize(name)}<Options>;`).join("\n")}

  constructor(caller: Caller<Options>) {
${names.map((name) => `    this.${name} = new ${capitalize(name)}(caller);`).join("\n")}
  }
}
`;
}

/** Describes a resource as the spec describes the tag of its operations. */
function describeResource([first]: readonly Method[], { tags = [] }: Spec): string {
  return (
    tags.find(({ name }) => name === first?.tag)?.description ?? `The calls of \`${first?.sdk.resource}\`.`
  );
}

function emitResource(name: string, methods: readonly Method[], spec: Spec): string {
  const isPaged = methods.some(({ pagination }) => pagination);
  const isSplit = methods.some(takesQueryAndBody);
  const models = methods.flatMap(({ body, resultSchema, pagination }) =>
    [body?.schema, resultSchema, pagination?.itemSchema].filter((schema) => schema !== undefined),
  );
  const usesQuery = methods.some(({ parameters }) =>
    parameters.some((parameter) => parameter.in === "query"),
  );
  const types = [...new Set(models), ...(usesQuery ? ["operations as schema"] : [])].sort();
  const imports = [
    `import { operations } from "../operations.js";`,
    `import { bindMethods } from "../runtime/bind-methods.js";`,
    `import type { Caller } from "../runtime/caller.js";`,
    ...(isPaged ? [`import { iterateItems, toCalls } from "../runtime/paginate.js";`] : []),
    `import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";`,
    ...(isSplit ? [`import { splitParams } from "../runtime/split-params.js";`] : []),
    `import type { ${types.join(", ")} } from "../schema.js";`,
    ...methods.filter(isValidated).map(({ id }) => `import { ${id} } from "../validators/${id}.js";`),
  ];
  return `
${imports.join("\n")}

/**
 * ${describeResource(methods, spec)}
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

function isValidated({ body, parameters }: Method): boolean {
  return body !== undefined || parameters.length > 0;
}
