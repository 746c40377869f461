import openapiTS, { astToString } from "openapi-typescript";
import { docComment } from "./doc-comment.js";
import type { Model, Schema } from "./model.js";

/** schema.ts: the paths and models, by openapi-typescript, and each model under its own name. */
export async function emitTypes({ spec }: Model): Promise<string> {
  // openapi-typescript resolves references in place, so it gets a copy of its own.
  const ast = await openapiTS(JSON.stringify(spec), { alphabetize: false });
  const aliases = Object.entries(spec.components.schemas).map(
    ([name, schema]) =>
      `${docComment(asPage(schema))}\nexport type ${name} = components["schemas"]["${name}"];`,
  );
  return `${astToString(ast)}\n${aliases.join("\n\n")}\n`;
}

/** What the API docs show: typedoc lists the fields of an alias only where it is told that it is an interface. */
function asPage({ description = "", properties }: Schema): string {
  return properties ? `${description.trim()}\n\n@interface` : description;
}
