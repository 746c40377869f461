import { type Operation, operations } from "../../generated/operations.js";

const all: readonly Operation[] = Object.values(operations);
const byAddress = new Map(all.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/** The operation that a method and a path belong to. */
export function findOperation(method: string, path: string): Operation | undefined {
  const exact = byAddress.get(`${method} ${path}`);
  return exact ?? all.find((operation) => operation.method === method && matches(operation.path, path));
}

/** A segment of `.` or `..` leads elsewhere, so it is no parameter. */
function matches(template: string, path: string): boolean {
  const expected = template.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, i) =>
      part.startsWith("{") ? !/^(\.|%2e){0,2}$/i.test(actual[i] ?? "") : part === actual[i],
    )
  );
}
