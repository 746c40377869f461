import type { Method, Model } from "../../model/model.js";
import type { Spec } from "../../model/spec.js";
import { capitalize, kebabCase, nameFunctionOfAll } from "../../names.js";
import { listTypes } from "./arguments.js";
import { emitMethod } from "./method.js";

/**
 * Emits resources/<resource>.ts and resources.ts, by name: a class per resource, and one that holds them all.
 */
export function emitResources(model: Model): [name: string, source: string][] {
  const resources = new Map<string, Method[]>();
  for (const method of model.methods) {
    const { resource } = method.sdk;
    resources.set(resource, [...(resources.get(resource) ?? []), method]);
  }
  return [
    ["resources.ts", emitAllResources(resources, model.spec)],
    ...[...resources].map(([name, members]): [string, string] => [
      `resources/${kebabCase(name)}.ts`,
      emitResource(name, members, model),
    ]),
  ];
}

function emitAllResources(resources: ReadonlyMap<string, readonly Method[]>, spec: Spec): string {
  const names = [...resources.keys()];
  return `
${names.map((name) => `import { ${capitalize(name)} } from "./resources/${kebabCase(name)}.js";`).join("\n")}
import type { Client } from "./runtime/client.js";

/** Every resource, wired to one client. */
export class Resources {
${[...resources].map(([name, members]) => `  /** ${describeResource(members, spec)} */\n  readonly ${name}: ${capitalize(name)};`).join("\n")}

  constructor(client: Client) {
${names.map((name) => `    this.${name} = new ${capitalize(name)}(client);`).join("\n")}
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

function emitResource(name: string, methods: readonly Method[], model: Model): string {
  const imports = [
    ...methods.map(({ id, pagination, sdk }) => {
      const functions = pagination ? [id, nameFunctionOfAll({ sdk })] : [id];
      return `import { ${functions.join(", ")} } from "../operations/${id}.js";`;
    }),
    `import { bindMethods } from "../runtime/bind-methods.js";`,
    `import type { CallOptions } from "../runtime/call-options.js";`,
    `import type { Client } from "../runtime/client.js";`,
    `import type { ResponsePromise } from "../runtime/response-promise.js";`,
    `import type { ${listTypes(methods).join(", ")} } from "../schema.js";`,
  ];
  return `
${imports.join("\n")}

/**
 * ${describeResource(methods, model.spec)}
 *
 * @group Resources
 */
export class ${capitalize(name)} {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    bindMethods(this, ${capitalize(name)}.prototype);
  }
${methods.map((method) => emitMethod(method, model)).join("\n")}
}
`;
}
