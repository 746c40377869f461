import { createRequire } from "node:module";
import { ConfigurationError } from "../index.js";

/** A mock that is listening. */
export interface Mock {
  /** Its address, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a mock of the API: Prism on the spec, in this process, on 127.0.0.1. Port 0 takes one that is free.
 *
 * @throws ConfigurationError if Prism is not installed: it is far larger than this package, so it comes on its own
 */
export async function startMock({ port }: { port: number }): Promise<Mock> {
  const { createLogger, getHttpOperationsFromSpec, createServer } = await loadPrism();
  const spec = createRequire(import.meta.url).resolve("feishu-hire/openapi.yaml");
  const server = createServer(await getHttpOperationsFromSpec(spec), {
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

async function loadPrism() {
  try {
    const { createLogger } = await import("@stoplight/prism-core");
    const { getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
    const { createServer } = await import("@stoplight/prism-http-server");
    return { createLogger, getHttpOperationsFromSpec, createServer };
  } catch {
    throw new ConfigurationError("The mock needs Prism: npm install --save-dev @stoplight/prism-cli");
  }
}
