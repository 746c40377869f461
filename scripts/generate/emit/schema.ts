import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Model } from "../model/model.js";
import type { Schema } from "../model/spec.js";
import { formatDocComment } from "./doc-comment.js";
import { nameSchemas } from "./name-schemas.js";
import { isProperty, setType } from "./property.js";
import { findReachableSchemas } from "./reachable-schemas.js";

/** Emits schema.ts: the paths and models, by openapi-typescript, and a type for each model. */
export async function emitSchema(model: Model): Promise<string> {
  const { spec, operations, enums } = model;
  const sent = findReachableSchemas(
    model,
    operations.flatMap(({ body }) => (body ? [body.schema] : [])),
  ).map((name) => `#/components/schemas/${name}/`);
  // openapi-typescript resolves references in place, so it gets a copy.
  const ast = await openapiTS(JSON.stringify(spec), {
    alphabetize: false,
    transformProperty: (property, _, { path = "" }) =>
      allowUndefined(sent.some((prefix) => path.startsWith(prefix)) ? takeReadonly(property) : property),
  });
  const { nodes, schemas } = nameSchemas(ast.map(allowUndefinedInQueries));
  const models = Object.entries(spec.components.schemas)
    .filter(([, schema]) => !schema.enum)
    .map(([name, schema]) => {
      const type = schemas.get(name);
      if (!type) throw new Error(`openapi-typescript emits no type for ${name}`);
      return `${formatDocComment(describeSchema(schema))}\nexport type ${name} = ${astToString(type)};`;
    });
  return `
import type { ${enums.map(([name]) => name).join(", ")} } from "./enums.js";

${astToString(nodes)}
${models.join("\n\n")}
`;
}

/**
 * Lets an optional property be `undefined` under `exactOptionalPropertyTypes` too, since JSON leaves it out.
 */
function allowUndefined(property: ts.PropertySignature): ts.PropertySignature {
  const { questionToken, type } = property;
  if (!questionToken || !type) return property;
  const missing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  return setType(property, ts.factory.createUnionTypeNode([type, missing]));
}

/** Lets a list that is sent be readonly. */
function takeReadonly(property: ts.PropertySignature): ts.PropertySignature {
  const { type } = property;
  if (!type || !ts.isArrayTypeNode(type)) return property;
  return setType(property, ts.factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, type));
}

/** Lets the query's optional parameters be `undefined`, which openapi-typescript does not transform. */
function allowUndefinedInQueries(root: ts.Node): ts.Node {
  const visit = (node: ts.Node): ts.Node => {
    const isQuery = isProperty(node, "query") && ts.isTypeLiteralNode(node.type);
    return ts.visitEachChild(node, isQuery ? allowInMembers : visit, undefined);
  };
  const allowInMembers = (node: ts.Node): ts.Node => {
    if (ts.isPropertySignature(node)) return allowUndefined(node);
    return ts.isTypeLiteralNode(node) ? ts.visitEachChild(node, allowInMembers, undefined) : node;
  };
  return visit(root);
}

/**
 * Describes a model for the API docs: typedoc lists the fields of an alias only
 * if it is marked as an interface.
 */
function describeSchema({ description = "", properties }: Schema): string {
  return properties ? `${description.trim()}\n\n@interface\n@group Models` : description;
}
