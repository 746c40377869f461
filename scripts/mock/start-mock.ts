import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createLogger } from "@stoplight/prism-core";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpRequest,
  ProblemJsonError,
} from "@stoplight/prism-http";
import { rejectInvalid } from "./reject-invalid.js";

/** A running mock. */
export interface Mock {
  /** Its base URL, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const SPEC = fileURLToPath(new URL("../../generated/openapi.yaml", import.meta.url));

const CONFIG = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} satisfies IHttpConfig;

/** Starts Prism on the spec, in this process, on 127.0.0.1. With port 0, the system picks a free one. */
export async function startMock({ port }: { port: number }): Promise<Mock> {
  const operations = await getHttpOperationsFromSpec(SPEC);
  const prism = createInstance(CONFIG, { logger: createLogger("mock", { level: "silent" }) });

  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = toPrismRequest(incoming, await text(incoming));
    const config = { ...CONFIG, mock: { ...CONFIG.mock, ...parsePrefer(incoming.headers.prefer) } };
    const result = await prism.request(request, operations, config)();
    if (result._tag === "Left") {
      const problem = ProblemJsonError.toProblemJson(result.left);
      return send(outgoing, { statusCode: problem.status, body: problem });
    }
    const { output, validations } = result.right;
    if (validations.input.length > 0)
      return send(outgoing, rejectInvalid(request.url.path, validations.input));
    if (validations.output.length > 0) return send(outgoing, { statusCode: 500, body: validations.output });
    send(outgoing, output);
  };

  const server = createServer((incoming, outgoing) => {
    // Prism throws on a path that it cannot decode.
    respond(incoming, outgoing).catch((error: unknown) =>
      send(outgoing, { statusCode: 400, body: { title: String(error) } }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const listeningPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${listeningPort}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function toPrismRequest(incoming: IncomingMessage, body: string): IHttpRequest {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const method = toPrismMethod(incoming.method);
  // Feishu's own SDK sends `{}` with a GET or a DELETE too, for which Prism accepts no body, by its length.
  const takesBody = method !== "get" && method !== "delete";
  return {
    method,
    url: { path: pathname, query: Object.fromEntries(searchParams) },
    headers: { ...flatten(incoming.headers), ...(!takesBody && { "content-length": "0" }) },
    body: body === "" || !takesBody ? undefined : parseJson(body),
  };
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

function toPrismMethod(method = "GET"): IHttpRequest["method"] {
  return METHODS.find((known) => known === method.toLowerCase()) ?? "get";
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = ""]) => [name, [value].flat().join(", ")]),
  );
}

/** Parses the body; if it is not JSON, returns its text, which Prism rejects. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Parses which response to pick, such as `code=400, example=badParameter`. */
function parsePrefer(header: string | string[] | undefined): { code?: number; exampleKey?: string } {
  const preferences = [header ?? ""].flat().join(",");
  const code = /\bcode=(\d{3})\b/.exec(preferences)?.[1];
  const exampleKey = /\bexample=([^,\s]+)/.exec(preferences)?.[1];
  return { ...(code && { code: Number(code) }), ...(exampleKey && { exampleKey }) };
}

interface MockResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

function send(outgoing: ServerResponse, { statusCode, headers = {}, body }: MockResponse): void {
  outgoing.statusCode = statusCode;
  outgoing.setHeader("content-type", "application/json; charset=utf-8");
  // One by one, since their names may differ in case only.
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.end(JSON.stringify(body));
}
