import type { Model } from "../model/model.js";
import type { Schema } from "../model/spec.js";
import { docComment } from "./doc-comment.js";

/** enums.ts: named constants of each enum, with the page's Chinese labels. */
export function emitEnums({ enums }: Model): string {
  return enums.map(([name, schema]) => emitEnum(name, schema)).join("\n");
}

function emitEnum(name: string, schema: Schema): string {
  const values = (schema.enum ?? []).map((value) => {
    if (typeof value === "number") return value;
    throw new Error(`${name} has ${JSON.stringify(value)}; an enum's values are numbers`);
  });
  const listed = (key: keyof Schema): string[] => {
    const list = schema[key];
    if (!Array.isArray(list) || list.length !== values.length) {
      throw new Error(`${name} needs ${values.length} entries in ${key}`);
    }
    return list.map(String);
  };
  const names = listed("x-enum-varnames");
  const descriptions = listed("x-enum-descriptions");
  const labels = listed("x-enum-labels-zh");
  const members = values.map((value, i) => `  /** ${value}: ${descriptions[i]} */\n  ${names[i]}: ${value},`);
  const fields = schema["x-enum-value-fields"] && listed("x-enum-value-fields");
  const table = (of: string[]) =>
    `{ ${values.map((value, i) => `${value}: ${JSON.stringify(of[i])}`).join(", ")} } as const`;
  return `
${docComment(schema.description)}
export const ${name} = {
${members.join("\n")}
} as const;
export type ${name} = ${values.join(" | ")};

/** The Chinese label of each \`${name}\`, as Feishu's page has it. */
export const ${name}Label = ${table(labels)};
${fields ? `\n/** The dimension's field that holds the value of each \`${name}\`. */\nexport const ${name}ValueField = ${table(fields)};\n` : ""}`;
}
