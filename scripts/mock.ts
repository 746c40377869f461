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
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { parse } from "yaml";
import { operations } from "../generated/operations.js";

const SPEC = fileURLToPath(new URL("../spec/openapi.yaml", import.meta.url));
const DEFAULT_PORT = 4010;

/** A mock that is listening. */
export interface Mock {
  /** Its address, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the mock. Port 0 takes one that is free. */
export async function startMock({ port }: { port: number }): Promise<Mock> {
  const server = createServer(await getHttpOperationsFromSpec(SPEC), {
    cors: false,
    components: { logger: createLogger("mock", { level: "silent" }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  });
  const url = await server.listen(port, "127.0.0.1").catch((reason: unknown) => {
    throw new Error(`The mock cannot listen on port ${port}: ${String(reason)}`);
  });
  return { url, close: () => server.close() };
}

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
