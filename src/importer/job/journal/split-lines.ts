/**
 * Yields the complete lines. They end at line feeds only: node:readline also splits at U+2028, which a key may contain.
 * Text after the last line feed is dropped.
 */
export async function* splitCompleteLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
