import { type Operation, operations } from "../../generated/operations.js";

const all: readonly Operation[] = Object.values(operations);
const byAddress = new Map(all.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/** Finds the operation of a method and a path. */
export function findOperation(method: string, path: string): Operation | undefined {
  const exact = byAddress.get(`${method} ${path}`);
  return exact ?? all.find((operation) => operation.method === method && matches(operation.path, path));
}

/** A parameter matches any segment but an empty one, `.` and `..`, which would lead elsewhere. */
function matches(template: string, path: string): boolean {
  const expected = template.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, i) =>
      part.startsWith("{") ? !/^\.{0,2}$/.test(actual[i] ?? "") : part === actual[i],
    )
  );
}
