import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { specOperations } from "../contract/spec.js";
import { openInEditor } from "./open-in-editor.js";

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

/** The functions whose path has parameters. */
const functions: Piece[] = specOperations.flatMap(({ operationId, parameters }) =>
  parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ description }) => ({ code: `;${operationId}`, description })),
);

const program: Piece[] = [
  {
    code: `import { FeishuHire, ${functions.map(({ code }) => code.slice(1))}, ${enums.map(([name]) => name)}, ${models.map((name) => `type ${name}`)} } from "../../src/index.js";`,
  },
  ...models.flatMap((name) => [
    { code: `;const ${name.toLowerCase()}: ${name} = ` },
    ...buildLiteral(schemas[name] ?? {}),
  ]),
  ...constants,
  { code: ";const hire = new FeishuHire()" },
  ...resources,
  ...calls,
  ...functions,
];

const editor = openInEditor(program.map(({ code }) => code).join(""));

/** Returns what the editor shows for the name that ends before the position, tags included. */
function hoverBefore(position: number): string {
  const info = editor.hover(position - 1);
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

  test("for each field of every model, its assessments and their dimensions, for each constant and each function", () => {
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
        "deleteExternalInterview",
      ]),
    );
  });

  test.each(hovered)("$name", ({ description, end }) => {
    expect(description).not.toBe("");
    expect(hoverBefore(end)).toContain(oneLine(description));
  });
});

describe("an editor calls a model by its name", () => {
  test("as the type of a result", () => {
    const code = `import { FeishuHire } from "../../src/index.js";
      const page = await new FeishuHire().externalInterviews.query();`;
    const info = openInEditor(code).hover(code.indexOf("page ="));
    const shown = (info?.displayParts ?? []).map(({ text }) => text).join("");
    expect(shown).toBe("const page: ExternalInterviewPage");
  });

  test("in a message about a body", () => {
    const code = `import { FeishuHire } from "../../src/index.js";
      new FeishuHire().externalInterviews.create({ external_application_id: "1", begin: 1 });`;
    const [message] = openInEditor(code).listErrors();
    expect(message).toContain("'ExternalInterviewCreate'");
  });
});
