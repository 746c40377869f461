/** `npm run mock`: serves the spec's examples with Prism, on 127.0.0.1. */
import { parseArgs } from "node:util";

const USAGE = `Serve the examples of generated/openapi.yaml on 127.0.0.1.

Usage
  npm run mock -- [--port <number>]

Options
  --port <number>  port to listen on [4010]; 0 for a free one
  --help           print this help

Every request is checked against the spec: an invalid one gets 1002002, one without a token 99991661.
Pick a response with the Prefer header: -H 'Prefer: code=400, example=badParameter'
`;

try {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "4010" }, help: { type: "boolean" } },
  });
  if (values.help) process.stdout.write(USAGE);
  else await serve(parsePort(values.port));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}

async function serve(port: number): Promise<void> {
  process.stdout.write("Starting the mock ...\n");
  // Prism takes seconds to load.
  const [{ startMock }, { formatCurls }] = await Promise.all([
    import("./mock/start-mock.js"),
    import("./mock/format-curls.js"),
  ]);
  const { url } = await startMock({ port });
  process.stdout.write(`Feishu Hire mock on ${url}\n\nTry:\n\n${formatCurls(url).join("\n\n")}\n`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new RangeError(`--port: expected a number from 0 to 65535, got ${JSON.stringify(text)}`);
}
