/** Formats a description as a doc comment; one line stays one line. */
export function formatDocComment(description = ""): string {
  const lines = description.trim().split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
}
