import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Model } from "../model/model.js";
import type { Schema } from "../model/spec.js";
import { formatDocComment } from "./doc-comment.js";

/** Emits schema.ts: the paths and models, by openapi-typescript, and an alias for each model. */
export async function emitSchema({ spec }: Model): Promise<string> {
  // openapi-typescript resolves references in place, so it gets a copy.
  const ast = await openapiTS(JSON.stringify(spec), {
    alphabetize: false,
    transformProperty: (property) => allowUndefined(property),
  });
  const aliases = Object.entries(spec.components.schemas).map(
    ([name, schema]) =>
      `${formatDocComment(describeSchema(schema))}\nexport type ${name} = components["schemas"]["${name}"];`,
  );
  return `${astToString(ast)}\n${aliases.join("\n\n")}\n`;
}

/**
 * Lets an optional property be `undefined` under `exactOptionalPropertyTypes` too, since JSON leaves it out.
 */
function allowUndefined(property: ts.PropertySignature): ts.PropertySignature {
  const { questionToken, type } = property;
  if (!questionToken || !type) return property;
  const missing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  return ts.factory.updatePropertySignature(
    property,
    property.modifiers,
    property.name,
    questionToken,
    ts.factory.createUnionTypeNode([type, missing]),
  );
}

/**
 * Describes a model for the API docs: typedoc lists the fields of an alias only
 * if it is marked as an interface.
 */
function describeSchema({ description = "", properties }: Schema): string {
  return properties ? `${description.trim()}\n\n@interface\n@group Models` : description;
}
