import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type CodeSample, createCodeSamples } from "../../scripts/generate/docs/code-samples.js";
import { readModel } from "../../scripts/generate/model/read-model.js";
import { readSpecFile } from "../../scripts/generate.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const model = readModel(readSpecFile);
const samples = model.operations.map((operation) => ({
  operation,
  samples: createCodeSamples(model, operation),
}));

const sourceIn = (language: string, of: readonly CodeSample[]) =>
  of.find(({ lang }) => lang === language)?.source;

describe("the code samples", () => {
  it.each(samples)(
    "of $operation.id are TypeScript, if the client has a method for it, and curl",
    (given) => {
      const languages = given.samples.map(({ lang }) => lang);
      expect(languages).toEqual(given.operation.sdk ? ["TypeScript", "Shell"] : ["Shell"]);
    },
  );

  it("compile, if they are TypeScript", () => {
    const sources = new Map(
      samples.flatMap(({ operation, samples: of }) => {
        const source = sourceIn("TypeScript", of);
        return source === undefined ? [] : [[join(ROOT, `test/samples/${operation.id}.ts`), source]];
      }),
    );
    expect(sources.size).toBe(model.methods.length);
    expect(compile(sources)).toEqual([]);
  });

  it.each(samples)(
    "of $operation.id send its first example, if they are curl",
    ({ operation, samples: of }) => {
      const source = sourceIn("Shell", of) ?? "";
      const [, method, url = ""] = /^curl -X (\w+) '([^']+)'/.exec(source) ?? [];
      const filled = operation.path.replaceAll(/\{\w+\}/g, "\\d+");
      expect(method).toBe(operation.method);
      expect(new URL(url).pathname).toMatch(new RegExp(`^${filled}$`));
      const body = /-d '([^']*)'/.exec(source)?.[1];
      const example = operation.requestExamples[0]?.split("/").at(-1) ?? "";
      expect(body && JSON.parse(body)).toEqual(model.spec.components.examples[example]?.value);
    },
  );
});

/** Compiles sources that are not on disk, with the package's own settings, and lists the errors. */
function compile(sources: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  const paths = { "feishu-hire": [join(ROOT, "src/index.ts")] };
  const host = ts.createCompilerHost({ ...options, paths });
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const text = sources.get(name);
    return text === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, text, languageVersion);
  };
  const program = ts.createProgram([...sources.keys()], { ...options, paths }, host);
  return [...sources.keys()].flatMap((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  );
}
