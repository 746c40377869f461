import ts from "typescript";

type Property = ts.PropertySignature & { readonly type: ts.TypeNode };

export function isProperty(node: ts.Node, name: string): node is Property {
  return (
    ts.isPropertySignature(node) &&
    node.type !== undefined &&
    ts.isIdentifier(node.name) &&
    node.name.text === name
  );
}

export function setType(property: ts.PropertySignature, type: ts.TypeNode): ts.PropertySignature {
  const { modifiers, name, questionToken } = property;
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, type);
}
