import { isObject } from "../runtime/checks.js";

/** Creates an error that names the place of a value in the spec, or of one of its keys. */
export type CreateError = (message: string, at: unknown, key?: string) => Error;

type Kind = "string" | "number" | "boolean" | "object" | "array" | "any";
type ValueOf = {
  string: string;
  number: number;
  boolean: boolean;
  object: Record<string, unknown>;
  array: unknown[];
  any: unknown;
};

/** What an object may hold: the type of each key, followed by `?` if the key is optional. */
type Shape = Readonly<Record<string, Kind | `${Kind}?`>>;

type Fields<S extends Shape> = {
  [Key in keyof S]: S[Key] extends Kind
    ? ValueOf[S[Key]]
    : S[Key] extends `${infer K extends Kind}?`
      ? ValueOf[K] | undefined
      : never;
};

/** Reads an object of the spec strictly: a key that is missing, unknown or of another type is an error. */
export function readFields<const S extends Shape>(
  value: unknown,
  shape: S,
  label: string,
  error: CreateError,
): Fields<S> {
  if (!isObject(value)) throw error(`${label} is not an object`, value);
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined)
    throw error(
      `${label} has an unknown key ${unknown}; it takes ${Object.keys(shape).join(", ")}`,
      value,
      unknown,
    );
  for (const [key, kind] of Object.entries(shape)) {
    const member = value[key];
    const optional = kind.endsWith("?");
    if (member === undefined && optional) continue;
    if (member === undefined) throw error(`${label} has no ${key}`, value);
    const type = kind.replace("?", "");
    if (type !== "any" && describe(member) !== type)
      throw error(`${label}'s ${key} is not of type ${type}`, value, key);
  }
  return value as Fields<S>;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
