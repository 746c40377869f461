import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { specOperations } from "../contract/spec.js";

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: { $ref?: string };
  "x-enum-varnames"?: string[];
  "x-enum-descriptions"?: string[];
}

const specUrl = new URL("../../generated/openapi.yaml", import.meta.url);
interface Spec {
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, Schema> };
}

const spec: Spec = parse(readFileSync(specUrl, "utf8"));
const { schemas } = spec.components;

/** A piece of a program; an editor shows `description` where the name at its end is hovered over. */
interface Piece {
  readonly code: string;
  readonly description?: string | undefined;
}

/** Builds a literal with every field of a model and of the models in it. */
function buildLiteral({ properties = {} }: Schema): Piece[] {
  const fields = Object.entries(properties).flatMap(([name, { description = "", items }]) => {
    const nested = schemas[items?.$ref?.split("/").at(-1) ?? ""];
    const value = nested
      ? [{ code: ": [" }, ...buildLiteral(nested), { code: "]," }]
      : [{ code: ": null!," }];
    return [{ code: name, description }, ...value];
  });
  return [{ code: "{" }, ...fields, { code: "}" }];
}

/** The models of requests and of results. */
const models = Object.keys(schemas).filter((name) =>
  /^External(Interview|Application|InterviewAssessment)(Create|Update|Query|Page)?$/.test(name),
);
const enums = Object.entries(schemas).filter(([, schema]) => schema["x-enum-varnames"]);
const constants = enums.flatMap(([type, schema]) =>
  (schema["x-enum-varnames"] ?? []).map((name, i) => ({
    code: `;${type}.${name}`,
    description: schema["x-enum-descriptions"]?.[i] ?? "",
  })),
);

/** Calls with every parameter of the query. */
const calls: Piece[] = specOperations.flatMap(({ sdk: { resource, method }, parameters }) => {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const fields = inQuery.flatMap(({ name, description }) => [
    { code: name, description },
    { code: ": null!," },
  ]);
  const call = { code: `;hire.${resource}.${method}(${inPath.map(() => "null!,").join("")}{` };
  return fields.length > 0 ? [call, ...fields, { code: "})" }] : [];
});

/** The client's resources, each with the description of the tag that has the same words. */
const resources: Piece[] = [...new Set(specOperations.flatMap(({ sdk }) => sdk.resource ?? []))].map(
  (name) => {
    const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
    return {
      code: `;hire.${name}`,
      description: spec.tags.find((tag) => tag.name.toLowerCase() === words)?.description ?? "",
    };
  },
);

const program: Piece[] = [
  {
    code: `import { FeishuHire, ${enums.map(([name]) => name)}, ${models.map((name) => `type ${name}`)} } from "../../src/index.js";`,
  },
  ...models.flatMap((name) => [
    { code: `;const ${name.toLowerCase()}: ${name} = ` },
    ...buildLiteral(schemas[name] ?? {}),
  ]),
  ...constants,
  { code: ";const hire = new FeishuHire()" },
  ...resources,
  ...calls,
];

/** The program, as a file that is open in an editor but not on disk. */
const fileName = fileURLToPath(new URL("open-in-an-editor.ts", import.meta.url));
const source = program.map(({ code }) => code).join("");
const editor = ts.createLanguageService({
  getScriptFileNames: () => [fileName],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === fileName ? source : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, types: [] }),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});

/** Returns what the editor shows for the name that ends before the position, tags included. */
function hoverBefore(position: number): string {
  const info = editor.getQuickInfoAtPosition(fileName, position - 1);
  const tags = info?.tags?.flatMap(({ text = [] }) => text) ?? [];
  return oneLine([...(info?.documentation ?? []), ...tags].map(({ text }) => text).join(" "));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe("an editor shows the spec's descriptions", () => {
  const ends = program.map((_, i) => program.slice(0, i + 1).reduce((end, { code }) => end + code.length, 0));
  const hovered = program.flatMap(({ code, description }, i) =>
    description === undefined ? [] : [{ name: code.replace(";", ""), description, end: ends[i] ?? 0 }],
  );

  test("for each field of every model, its assessments and their dimensions, and for each constant", () => {
    expect(hovered.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "external_id",
        "username",
        "talent_id",
        "external_interview_id_list",
        "has_more",
        "page_size",
        "hire.externalInterviewAssessments",
        "Conclusion.Passed",
      ]),
    );
  });

  test.each(hovered)("$name", ({ description, end }) => {
    expect(description).not.toBe("");
    expect(hoverBefore(end)).toContain(oneLine(description));
  });
});
