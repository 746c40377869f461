/** What means something else in YAML: where a text begins, and within it. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`~\s]|:(\s|$)|\s#|[,[\]{}\n\r\t]|\s$/;

/** A text as a plain YAML scalar, or in quotes if it needs them. */
export function quoteYaml(text: string): string {
  return text === "" || INDICATOR.test(text) ? JSON.stringify(text) : text;
}

/** Words as a list on one line. */
export function listYaml(words: readonly string[]): string {
  return `[${words.map(quoteYaml).join(", ")}]`;
}
