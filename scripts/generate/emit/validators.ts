import type { Model, Operation } from "../model/model.js";
import { getRefName } from "../model/references.js";
import type { Schema } from "../model/spec.js";
import { uncapitalize } from "../names.js";

const CHECKS = ["array", "boolean", "integer", "number", "object", "oneOf", "pattern", "segment", "string"];

/**
 * Emits validators/<operationId>.ts and validators/models.ts, by name: the checks of requests, as
 * calls of the runtime's checks.
 */
export function emitValidators(model: Model): [name: string, source: string][] {
  const sent = model.operations.filter(({ body, parameters }) => body || parameters.length > 0);
  return [
    ["validators/models.ts", emitModels(model)],
    ...sent.map((operation): [string, string] => [
      `validators/${operation.id}.ts`,
      emitOperationValidator(operation),
    ]),
  ];
}

/** Emits a constant for each schema that a body is made of, after those that it refers to. */
function emitModels({ spec, operations }: Model): string {
  const constants = new Map<string, string>();
  const visit = (name: string): void => {
    if (constants.has(name)) return;
    const schema = spec.components.schemas[name];
    if (!schema) throw new Error(`#/components/schemas/${name} does not exist`);
    for (const inner of listReferences(schema)) visit(inner);
    constants.set(name, `export const ${uncapitalize(name)}: Check = ${emitCheck(schema, name)};`);
  };
  for (const { body } of operations) if (body) visit(body.schema);
  const code = [...constants.values()].join("\n\n");
  return `${importChecks(code, "Check")}\n${code}\n`;
}

function emitOperationValidator(operation: Operation): string {
  const { id, body, parameters } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const members = [
    ...(inPath.length ? [{ key: "path", type: "", check: emitParameters(inPath, emitSegment) }] : []),
    ...(inQuery.length ? [{ key: "query", type: "", check: emitParameters(inQuery) }] : []),
    ...(body ? [{ key: "body", type: `<${body.schema}>`, check: uncapitalize(body.schema) }] : []),
  ];
  const checks = members.map(({ check }) => check).join();
  const imports = [
    ...(body ? [`import type { ${body.schema} } from "../schema.js";`] : []),
    ...(/\w+\(/.test(checks) ? [importChecks(checks)] : []),
    `import { createValidator, type Validator } from "../runtime/validator.js";`,
    ...(body ? [`import { ${uncapitalize(body.schema)} } from "./models.js";`] : []),
  ];
  return `
${imports.join("\n")}

/** Validates the request of \`${id}\`. */
export const ${id}: { ${members.map(({ key, type }) => `readonly ${key}: Validator${type};`).join(" ")} } = {
${members.map(({ key, type, check }) => `  ${key}: /* @__PURE__ */ createValidator${type}(${check}),`).join("\n")}
};
`;
}

type EmitCheck = (schema: Schema, label: string) => string;

function emitParameters(parameters: Operation["parameters"], emitMember: EmitCheck = emitCheck): string {
  return emitObject(
    {
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    },
    "parameters",
    emitMember,
  );
}

function emitSegment(schema: Schema, label: string): string {
  return emitCall("segment", [emitCheck(schema, label)]);
}

/** Emits a schema as a call of its check; that there is one for all of it has been checked. */
function emitCheck(schema: Schema, label: string): string {
  const name = getRefName(schema.$ref);
  if (name !== undefined) return uncapitalize(name);
  if (schema.enum) return emitCall("oneOf", [JSON.stringify(schema.enum)]);
  switch (schema.type) {
    case "string": {
      const check = emitCall("string", [schema.minLength, schema.maxLength]);
      if (schema.pattern === undefined) return check;
      return emitCall("pattern", [check, `/${new RegExp(schema.pattern).source}/`]);
    }
    case "integer":
    case "number":
      return emitCall(schema.type, [schema.minimum, schema.maximum]);
    case "boolean":
      return "boolean";
    case "array":
      return emitCall("array", [emitCheck(schema.items ?? {}, label), schema.minItems, schema.maxItems]);
    case "object":
      return emitObject(schema, label);
    default:
      throw new Error(`${label} is of type ${schema.type}, which requests cannot have yet`);
  }
}

function emitObject(
  { properties = {}, required = [] }: Schema,
  label: string,
  emitMember: EmitCheck = emitCheck,
): string {
  const members = Object.entries(properties).map(
    ([key, member]) => `${key}: ${emitMember(member, `${label}.${key}`)}`,
  );
  return emitCall("object", [
    `{ ${members.join(", ")} }`,
    required.length ? JSON.stringify(required) : undefined,
  ]);
}

/** Emits a call, marked so that a bundler drops it if nothing uses its result. */
function emitCall(check: string, args: readonly (string | number | undefined)[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return `/* @__PURE__ */ ${check}(${args
    .slice(0, last + 1)
    .map(String)
    .join(", ")})`;
}

function listReferences(schema: Schema): string[] {
  const name = getRefName(schema.$ref);
  if (name !== undefined) return [name];
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return inner.flatMap(listReferences);
}

function importChecks(code: string, type?: string): string {
  const used = CHECKS.filter((check) => usesCheck(code, check));
  const types = type ? `import type { ${type} } from "../runtime/validator.js";\n` : "";
  return `${used.length ? `import { ${used.join(", ")} } from "../runtime/checks.js";\n` : ""}${types}`;
}

function usesCheck(code: string, check: string): boolean {
  return check === "boolean" ? /: boolean\b/.test(code) : new RegExp(`\\b${check}\\(`).test(code);
}
