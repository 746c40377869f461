import ts from "typescript";
import { isProperty } from "./property.js";

/**
 * Moves the schemas out of `components`, so that each can have a type of its own: in its messages, the compiler calls
 * a type by its name, and writes out what it finds by `components["schemas"]["…"]`.
 */
export function nameSchemas(nodes: readonly ts.Node[]): {
  nodes: ts.Node[];
  schemas: ReadonlyMap<string, ts.TypeNode>;
} {
  const schemas = new Map<string, ts.TypeNode>();
  const takeOut = (node: ts.Node): ts.Node | undefined => {
    if (!isProperty(node, "schemas") || !ts.isTypeLiteralNode(node.type))
      return ts.visitEachChild(node, takeOut, undefined);
    for (const { name, type } of node.type.members.filter(ts.isPropertySignature))
      if (type && ts.isIdentifier(name)) schemas.set(name.text, type);
    return undefined;
  };
  return { nodes: nodes.flatMap((node) => takeOut(nameReferences(node)) ?? []), schemas };
}

function nameReferences(node: ts.Node): ts.Node {
  const name = findSchemaName(node);
  if (name !== undefined) return ts.factory.createTypeReferenceNode(name);
  return ts.visitEachChild(node, nameReferences, undefined);
}

/** Returns the name in `components["schemas"]["…"]`. */
function findSchemaName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  return getText(node.objectType.indexType) === "schemas" ? getText(node.indexType) : undefined;
}

function getText(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}
