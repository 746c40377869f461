import { type Operation, operations } from "../../generated/operations.js";

const known: readonly Operation[] = Object.values(operations);
const byAddress = new Map(known.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/** The operation that a method and a path belong to. */
export function findOperation(method: string, path: string): Operation | undefined {
  const exact = byAddress.get(`${method} ${path}`);
  return exact ?? known.find((operation) => operation.method === method && matches(operation.path, path));
}

function matches(template: string, path: string): boolean {
  const expected = template.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, i) => part.startsWith("{") || part === actual[i])
  );
}
