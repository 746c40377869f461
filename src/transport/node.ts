import type { Agent, ClientRequest, OutgoingHttpHeaders, request } from "node:http";
import type { Socket } from "node:net";
import { NodeResponse } from "./node-response.js";
import { findProxyAgent, setConnectSignal } from "./proxy.js";
import {
  NetworkError,
  type Transport,
  type TransportRequest,
  type TransportResponse,
  type TransportScope,
} from "./transport.js";

export { findProxy, UNSUPPORTED_PROXY } from "./proxy.js";

/** Closes an idle connection before a server or a load balancer does so in the middle of a request. */
const IDLE_MS = 4_000;
/** More than the 320 requests that an import has in flight by default, and no burden on a server. */
const MAX_SOCKETS = 512;

const AGENT_OPTIONS = { keepAlive: true, timeout: IDLE_MS, maxSockets: MAX_SOCKETS, maxFreeSockets: 64 };

/** The `request` function of `node:http` or `node:https`, and an agent for it. */
interface Sender {
  readonly request: typeof request;
  readonly agent: Agent;
}

/** By the URL's protocol. */
const senders = new Map<string, Sender>();

/**
 * Loads `node:http` or `node:https` on the first request: they take as long to load as the client itself, and
 * HTTPS pulls in Node's cryptography.
 */
async function loadSender(protocol: string): Promise<Sender> {
  const { request, Agent } = await (protocol === "https:" ? import("node:https") : import("node:http"));
  const sender = senders.get(protocol) ?? { request, agent: new Agent(AGENT_OPTIONS) };
  senders.set(protocol, sender);
  return sender;
}

/**
 * The transport for Node: `node:http` and `node:https` with connections that are kept alive. It costs about
 * half as much as `fetch`, has no timeouts of its own, and knows whether a request was ever sent. Idle
 * connections do not keep the process alive.
 */
export const defaultTransport: Transport = async ({ url, method, headers, body, scope }) => {
  scope.neverSent = () => true;
  const target = new URL(url);
  const sender = senders.get(target.protocol) ?? (await loadSender(target.protocol));
  const proxyAgent = findProxyAgent(url, AGENT_OPTIONS);
  const agent = (proxyAgent && (await proxyAgent)) ?? sender.agent;
  // It may have ended while modules were loaded: no connection is opened for it.
  if (scope.hasEnded) throw aborted();
  const request = sender.request(target, { method, agent, headers: toNodeHeaders(headers, body) });
  const isProxied = agent !== sender.agent;
  if (isProxied && scope.signal) setConnectSignal(request, scope.signal);
  return send(request, body, scope, isProxied);
};

function toNodeHeaders(headers: TransportRequest["headers"], body: string | undefined): OutgoingHttpHeaders {
  const nodeHeaders: OutgoingHttpHeaders = { "accept-encoding": "identity", ...headers };
  if (body !== undefined) nodeHeaders["content-length"] = Buffer.byteLength(body);
  return nodeHeaders;
}

function send(
  request: ClientRequest,
  body: string | undefined,
  scope: TransportScope,
  isProxied: boolean,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    scope.neverSent = watchConnection(request);
    const hasProxyResponded = watchProxy(request);
    request.once("response", (message) => {
      // A server that responds early and reads no further would hold the connection, and the process.
      message.once("end", () => {
        if (!request.writableFinished) request.destroy();
      });
      resolve(new NodeResponse(message));
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      const neverSent = scope.neverSent();
      const isOfProxy = isProxied && neverSent && !hasProxyResponded();
      reject(error instanceof NetworkError ? error : toNetworkError(error, neverSent, isOfProxy));
    });
    // Without a listener, Node would close the connection silently.
    request.once("upgrade", (_, socket) => {
      socket.destroy();
      reject(new NetworkError("the server switched to another protocol", "EPROTO", false));
    });
    scope.onEnd(() => request.destroy(aborted()));
    request.end(body);
  });
}

function aborted(): Error {
  return new Error("the request was aborted");
}

/**
 * Watches whether the request's connection was ever open, TLS included: before that,
 * nothing of the request is sent.
 */
function watchConnection(request: ClientRequest): () => boolean {
  let isOpen = false;
  const open = () => {
    isOpen = true;
  };
  request.once("socket", (socket) => {
    if (request.reusedSocket || !isConnecting(socket)) open();
    else socket.once("encrypted" in socket ? "secureConnect" : "connect", open);
  });
  return () => !isOpen;
}

/**
 * Whether nothing can have been sent yet. Behind a proxy, the connection opens long
 * before its TLS handshake ends.
 */
function isConnecting(socket: Socket): boolean {
  if (!("encrypted" in socket)) return socket.connecting;
  return "secureConnecting" in socket && socket.secureConnecting === true;
}

/**
 * Fails a request whose proxy did not connect it; otherwise the proxy's response would pass for the server's.
 *
 * @returns whether the proxy has responded: an error before that is the proxy's, not the server's
 */
function watchProxy(request: ClientRequest): () => boolean {
  let hasResponded = false;
  request.once("proxyConnect", (response: { statusCode: number }) => {
    hasResponded = true;
    const { statusCode } = response;
    if (statusCode >= 200 && statusCode < 300) {
      response.statusCode = 200; // the only one that the library takes for a tunnel
      return;
    }
    const message =
      statusCode >= 100 ? `the proxy responded HTTP ${statusCode}` : "the proxy's response is not HTTP";
    const isPermanent = statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
    request.destroy(new NetworkError(message, "EPROXY", true, isPermanent));
  });
  return () => hasResponded;
}

/** OpenSSL's reason for a failure of TLS, of which Node makes a code only if nothing was being written. */
const TLS_REASON = /:SSL routines:[^:]*:([\w ]+):/;

function toNetworkError(error: NodeJS.ErrnoException, neverSent: boolean, isOfProxy: boolean): NetworkError {
  const reason = error.code === "EPROTO" ? TLS_REASON.exec(error.message)?.[1] : undefined;
  const code = reason ? `ERR_SSL_${reason.toUpperCase().replaceAll(" ", "_")}` : error.code;
  const message = isOfProxy ? `${describe(error)} (the proxy set in the environment)` : describe(error);
  return new NetworkError(message, code, neverSent);
}

/** Returns the error's message, or one for each address that was tried. */
function describe(error: Error): string {
  if (error instanceof AggregateError && error.message === "")
    return error.errors
      .map((member) => (member instanceof Error ? member.message : String(member)))
      .join("; ");
  return error.message;
}
