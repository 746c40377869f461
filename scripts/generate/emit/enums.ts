import type { Model } from "../model/model.js";
import type { Schema } from "../model/spec.js";
import { formatDocComment } from "./doc-comment.js";

/** Emits enums.ts: the named constants of each enum, and the Chinese labels of Feishu's page. */
export function emitEnums({ enums }: Model): string {
  return enums.map(([name, schema]) => emitEnum(name, schema)).join("\n");
}

function emitEnum(name: string, schema: Schema): string {
  const values = (schema.enum ?? []).map((value) => {
    if (typeof value === "number") return value;
    throw new Error(`${name} has ${JSON.stringify(value)}; an enum's values are numbers`);
  });
  const readList = (key: keyof Schema): string[] => {
    const list = schema[key];
    if (!Array.isArray(list) || list.length !== values.length) {
      throw new Error(`${name} needs ${values.length} entries in ${key}`);
    }
    return list.map(String);
  };
  const names = readList("x-enum-varnames");
  const descriptions = readList("x-enum-descriptions");
  const labels = readList("x-enum-labels-zh");
  const members = values.map((value, i) => `  /** ${value}: ${descriptions[i]} */\n  ${names[i]}: ${value},`);
  const fields = schema["x-enum-value-fields"] && readList("x-enum-value-fields");
  const emitTable = (texts: string[]) =>
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
