import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Import {
  from: string;
  to: string;
}

function sourcesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
  );
}

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** What a file imports: its neighbours by their path from the root, packages by their name. */
function importsOf(file: string): Import[] {
  const statements = read(file).matchAll(
    /^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? "";
    const path = target === "#transport" ? "src/transport/node.js" : target;
    const isFile = path !== target || path.startsWith(".");
    const to = isFile ? posix.join(path === target ? dirname(file) : "", path).replace(/\.js$/, ".ts") : path;
    return { from: file, to };
  });
}

const files = sourcesIn("src", "generated");
const scripts = sourcesIn("scripts");
const imports = files.flatMap(importsOf);

/**
 * The areas of the code, and what each may import:
 * `cli → importer → index → client → request → parts → errors → generated`.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: ["cli", "importer's index", "index", "testing's index", "zh", "messages", "transport", "facts"],
  importer: ["importer", "index", "validation", "messages", "clock", "facts"],
  "importer's index": ["importer", "messages"],
  zh: ["errors", "facts"],
  "testing's index": ["testing", "facts"],
  testing: ["testing", "request", "errors", "validation", "clock", "facts"],
  index: ["client", "auth", "errors", "facts", "options", "rate-limit", "telemetry", "transport", "clock"],
  "raw-client": ["client", "request", "options", "errors", "facts"],
  client: ["request", "auth", "options", "telemetry", "validation", "facts"],
  request: [
    "request",
    "auth",
    "clock",
    "options",
    "rate-limit",
    "telemetry",
    "transport",
    "errors",
    "validation",
    "facts",
  ],
  options: ["options", "auth", "clock", "errors", "rate-limit", "telemetry", "transport", "facts"],
  telemetry: ["errors", "facts"],
  auth: ["auth", "clock", "errors", "facts"],
  "rate-limit": ["rate-limit", "clock", "facts"],
  redis: ["redis", "auth", "rate-limit", "clock", "errors", "facts"],
  transport: ["transport"],
  validation: ["validation", "errors", "facts"],
  errors: ["errors", "facts"],
  clock: ["facts"],
  messages: ["messages"],
  facts: ["facts"],
};

function areaOf(file: string): string {
  if (/^(generated\/|src\/(call-safely|is-object|on-abort|wait-unless-aborted)\.ts)/.test(file))
    return "facts";
  if (file === "src/importer/index.ts") return "importer's index";
  if (file === "src/testing/index.ts") return "testing's index";
  if (/^src\/(check-options|resolve-options|read-credentials)\.ts$/.test(file)) return "options";
  const [, folder = "", rest] = file.split("/");
  return rest === undefined ? folder.replace(".ts", "") : folder;
}

describe("imports", () => {
  it("point one way", () => {
    const wrong = imports
      .filter(({ to }) => files.includes(to))
      .filter(({ from, to }) => !MAY_IMPORT[areaOf(from)]?.includes(areaOf(to)))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  it("name files that exist", () => {
    const lost = imports.filter(({ to }) => /^(src|generated)\//.test(to) && !files.includes(to));
    expect(lost).toEqual([]);
  });

  it("form no cycle, not even of types", () => {
    const edges = new Map([...files, ...scripts].map((file) => [file, [] as string[]]));
    // What an emitter writes may look like an import of itself.
    for (const { from, to } of [...imports, ...scripts.flatMap(importsOf)])
      if (from !== to) edges.get(from)?.push(to);
    const done = new Set<string>();
    const circleFrom = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path, file];
      if (done.has(file)) return undefined;
      for (const next of edges.get(file) ?? []) {
        const circle = circleFrom(next, [...path, file]);
        if (circle) return circle;
      }
      done.add(file);
      return undefined;
    };
    expect([...edges.keys()].map((file) => circleFrom(file, [])).find((circle) => circle)).toBeUndefined();
  });

  it("of each package are in one place, and of Node's modules outside the core", () => {
    const packages = imports
      .filter(({ to }) => !/^(src|generated)\//.test(to))
      .map(({ from, to }) => `${areaOf(from)}: ${to.startsWith("node:") ? "node" : to}`);
    expect(
      [...new Set(packages)]
        .filter((use) => !/^(cli|importer|redis|testing|transport): node$/.test(use))
        .sort(),
    ).toEqual([
      "cli: commander",
      "cli: get-east-asian-width",
      "importer: saxen",
      "importer: yaml",
      "importer: yauzl",
      "raw-client: openapi-fetch",
      "transport: https-proxy-agent",
      "transport: proxy-from-env",
    ]);
  });
});

describe("files", () => {
  it("have at most 250 lines, or state at their head why they are longer", () => {
    const long = sourcesIn("src", "scripts", "test", "examples").filter((file) => {
      const lines = read(file).trimEnd().split("\n");
      return lines.length > 250 && !/longer than 250 lines because/i.test(lines.slice(0, 15).join(" "));
    });
    expect(long).toEqual([]);
  });

  it("share a folder with at most 13 others", () => {
    const counts = new Map<string, number>();
    for (const file of sourcesIn("src", "scripts", "test", "examples", "bench"))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 14)).toEqual([]);
  });

  it("are named after what they hold, in kebab-case", () => {
    const names = sourcesIn("src", "scripts", "test", "examples").map((file) => posix.basename(file));
    expect(
      names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.test-d|\.spec|\.d)?\.ts$/.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => /^(utils?|helpers?|common|misc)\.ts$/.test(name))).toEqual([]);
  });

  it("spread no object literal, which only keeps properties on one line", () => {
    const spread = sourcesIn("src", "scripts", "test", "examples", "bench").filter((file) =>
      /\.\.\.\{/.test(read(file)),
    );
    expect(spread).toEqual([]);
  });

  it("that are generated say so", () => {
    const silent = sourcesIn("generated").filter((file) => !read(file).startsWith("// Generated"));
    expect(silent).toEqual([]);
  });
});

/** An idiom that reads like a translation; CONTRIBUTING.md has the words to use. */
const ODD_WORDS =
  /\b(told|tells?|mend(s|ed|ing)?|so many|go(es)? on|pass(es|ed)? over|stands?|comes? by|comes? to|lives? through)\b/i;

describe("words", () => {
  it("are today's technical English", () => {
    const docs = readdirSync(join(ROOT, "docs")).filter((name) => /^\w+\.md$/.test(name));
    const pages = ["README.md", "CONTRIBUTING.md", ...docs.map((name) => join("docs", name))];
    const spec = readdirSync(join(ROOT, "spec"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join("spec", name));
    const checked = [...sourcesIn("src", "scripts", "test", "examples", "bench"), ...spec, ...pages].filter(
      (file) => file !== "test/structure.test.ts",
    );
    const odd = checked.flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, i) => (ODD_WORDS.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(odd).toEqual([]);
  });

  it("make no object literal with a getter for each call or row: V8 keeps a shape for each", () => {
    const ONCE = ["src/cli/input-file.ts", "src/importer/input/rows/row-problem.ts"];
    const found = files.filter((file) => /^ {4,}get \w+\(\) \{/m.test(read(file)));
    expect(found.filter((file) => !ONCE.includes(file))).toEqual([]);
  });

  it("name functions by verbs", () => {
    const nouns = sourcesIn("src").flatMap((file) =>
      [...read(file).matchAll(/\b(?:function|const) (\w+Of)\b(?=\(| = \()/g)].map(
        ([, name]) => `${file}: ${name}`,
      ),
    );
    expect(nouns).toEqual([]);
  });
});
