import { type Operation, type OperationId, operations } from "../../generated/operations.js";
import { isOperationId } from "./operation-id.js";

/** The operation that a request is for, and its parameters as they were sent. */
export interface Route {
  readonly operationId: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Finds the operation of a request; undefined if the spec has none. */
export function findRoute(method = "", url = ""): Route | undefined {
  const [path = "", query = ""] = url.split("?", 2);
  const segments = path.split("/");
  const candidates = Object.values(operations)
    .filter((operation) => operation.method === method)
    .flatMap((operation) => matchPath(operation, segments));
  // A fixed segment wins over a parameter.
  const [best] = candidates.sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  return best && { ...best, query: Object.fromEntries(new URLSearchParams(query)) };
}

function matchPath({ id, path }: Operation, segments: readonly string[]): Omit<Route, "query">[] {
  const template = path.split("/");
  if (!isOperationId(id) || template.length !== segments.length) return [];
  const values: Record<string, string> = {};
  for (const [i, expected] of template.entries()) {
    const actual = segments[i] ?? "";
    const name = /^\{(.+)\}$/.exec(expected)?.[1];
    if (name !== undefined && actual !== "") values[name] = decodeSegment(actual);
    else if (actual !== expected) return [];
  }
  return [{ operationId: id, path: values }];
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
