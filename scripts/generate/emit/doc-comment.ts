/** A description as a doc comment, on one line where it fits. */
export function docComment(description = ""): string {
  const lines = description.trim().split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
}
