/**
 * A mock of the API: Prism on spec/openapi.yaml, in this one process, on 127.0.0.1.
 *
 *   npm run mock -- --port 4010
 *
 * It answers with the spec's examples. `Prefer: code=400, example=badParameter` picks one that is not the first.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { operations } from "../generated/operations.js";
import { startMock } from "../src/cli/mock.js";

export { type Mock, startMock } from "../src/cli/mock.js";

const SPEC = fileURLToPath(new URL("../spec/openapi.yaml", import.meta.url));
const DEFAULT_PORT = 4010;

/** A call of the mock that can be pasted into a shell. */
function curlOf(url: string): string {
  const { method, path, contentType } = operations.createExternalInterview;
  const { CreateRequestMinimal } = parse(readFileSync(SPEC, "utf8")).components.examples;
  return [
    `curl -X ${method} ${url}${path}`,
    "-H 'Authorization: Bearer t-mock'",
    `-H 'Content-Type: ${contentType}'`,
    `-d '${JSON.stringify(CreateRequestMinimal.value)}'`,
  ].join(" ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", default: String(DEFAULT_PORT) } } });
    const { url } = await startMock({ port: Number(values.port) });
    process.stdout.write(`Feishu Hire mock on ${url}. Try: ${curlOf(url)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
