import { posix } from "node:path";
import { isObject } from "../runtime/checks.js";
import { type Lines, parseYaml } from "./parse-yaml.js";

/** Returns the text of a file in spec/, by its path from there. */
export type ReadFile = (file: string) => string;

export interface LoadedSpec {
  /** The whole document; its references stay within it. */
  readonly document: unknown;
  /** The comment at the head of openapi.yaml. */
  readonly head: string;
  /** Returns the file and line of an object or a list of the document, or of a key in it. */
  locate(value: unknown, key?: string): string;
}

const ROOT = "openapi.yaml";

/** A reference to a file in one of these folders becomes one to a component; any other is inlined. */
const COMPONENTS = ["schemas", "examples", "responses", "parameters", "headers"];

/**
 * Loads spec/openapi.yaml and the files it refers to as one document, and keeps the line of everything in it.
 */
export function loadSpec(readFile: ReadFile): LoadedSpec {
  const bundler = new Bundler(readFile);
  const document = bundler.bundle();
  const head = /^(#.*\n)*/.exec(readFile(ROOT))?.[0] ?? "";
  return {
    document,
    head,
    locate: (value, key = "") => {
      const place = typeof value === "object" && value !== null ? bundler.lines.get(value) : undefined;
      return place?.keys.get(key) ?? place?.line ?? `spec/${ROOT}`;
    },
  };
}

class Bundler {
  readonly lines: Lines = new WeakMap();
  readonly #readFile: ReadFile;
  readonly #files = new Map<string, unknown>();
  readonly #components = new Map<string, Record<string, unknown>>();
  /** References that are written as they are in the bundled document. */
  readonly #references: [ref: string, at: object][] = [];

  constructor(readFile: ReadFile) {
    this.#readFile = readFile;
  }

  bundle(): unknown {
    const root = this.#inline(this.#load(ROOT), ROOT);
    if (!isObject(root)) throw new Error(`spec/${ROOT} holds no document`);
    const own = isObject(root.components) ? root.components : {};
    const components = this.#keepLine(own, { ...own });
    for (const [section, members] of this.#components) {
      const stated = own[section];
      components[section] = isObject(stated) ? { ...stated, ...members } : members;
    }
    for (const [ref, at] of this.#references) {
      const [, , section = "", name = "", ...deeper] = ref.split("/");
      const members = components[section];
      if (!isObject(members) || !Object.hasOwn(members, name) || deeper.length > 0)
        throw this.#missing(ref, at);
    }
    return this.#keepLine(root, { ...root, components });
  }

  #missing(ref: string, at: object): Error {
    return new Error(`${this.lines.get(at)?.line}: ${ref} is not in the spec`);
  }

  #load(file: string): unknown {
    if (!this.#files.has(file)) {
      this.#files.set(file, parseYaml(this.#readFile(file), `spec/${file}`, this.lines));
    }
    return this.#files.get(file);
  }

  /** Copies a value of a file, with references that hold in the bundled document. */
  #inline(value: unknown, file: string): unknown {
    if (Array.isArray(value))
      return this.#keepLine(
        value,
        value.map((item) => this.#inline(item, file)),
      );
    if (!isObject(value)) return value;
    const { $ref } = value;
    if (typeof $ref === "string") {
      if (!$ref.startsWith("#/components/")) return this.#follow($ref, value, file);
      this.#references.push([$ref, value]);
    }
    const entries = Object.entries(value).map(([key, member]) => [key, this.#inline(member, file)]);
    return this.#keepLine(value, Object.fromEntries(entries));
  }

  #follow(ref: string, at: Record<string, unknown>, from: string): unknown {
    const [name = "", pointer = ""] = ref.split("#", 2);
    const file = name === "" ? from : posix.join(posix.dirname(from), name);
    const key = pointer.slice(1);
    const whole = this.#load(file);
    const found = key === "" ? whole : isObject(whole) ? whole[key] : undefined;
    if (found === undefined) throw this.#missing(ref, at);
    const section = posix.dirname(file);
    if (!COMPONENTS.includes(section)) return this.#inline(found, file);
    const members = this.#components.get(section) ?? {};
    this.#components.set(section, members);
    if (!Object.hasOwn(members, key)) {
      members[key] = undefined; // keeps the order, and ends circular references
      members[key] = this.#inline(found, file);
    }
    const { $ref: _, ...siblings } = at;
    return this.#keepLine(at, { $ref: `#/components/${section}/${key}`, ...siblings });
  }

  #keepLine<Copy extends object>(source: object, copy: Copy): Copy {
    this.lines.set(copy, this.lines.get(source) ?? { line: `spec/${ROOT}`, keys: new Map() });
    return copy;
  }
}
