import type { Model } from "../model/model.js";
import type { Schema } from "../model/spec.js";
import { formatDocComment } from "./doc-comment.js";

/** Emits enums.ts: the named constants of each enum, and the Chinese labels of Feishu's page. */
export function emitEnums({ enums }: Model): string {
  return enums.map(([name, schema]) => emitEnum(name, schema)).join("\n");
}

function emitEnum(name: string, schema: Schema): string {
  const {
    enum: values = [],
    "x-enum-varnames": names = [],
    "x-enum-descriptions": descriptions = [],
    "x-enum-labels-zh": labels = [],
    "x-enum-value-fields": fields,
  } = schema;
  const members = values.map((value, i) => `  /** ${value}: ${descriptions[i]} */\n  ${names[i]}: ${value},`);
  const emitTable = (texts: readonly string[]) =>
    `{ ${values.map((value, i) => `${value}: ${JSON.stringify(texts[i])}`).join(", ")} } as const`;
  return `
${formatDocComment(schema.description)}
export const ${name} = {
${members.join("\n")}
} as const;
export type ${name} = ${values.join(" | ")};

/** The Chinese label of each \`${name}\`, as on Feishu's page. */
export const ${name}Label = ${emitTable(labels)};
${fields ? `\n/** The dimension's field that holds the value of each \`${name}\`. */\nexport const ${name}ValueField = ${emitTable(fields)};\n` : ""}`;
}
