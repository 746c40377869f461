/// <reference path="./proxy-from-env.d.ts" />
import type { Agent, AgentOptions, ClientRequest } from "node:http";
import { NetworkError } from "./transport.js";

const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/** Node's code for a protocol that it does not support; a retry does not help. */
export const UNSUPPORTED_PROXY = "ERR_INVALID_PROTOCOL";

/** The signals that abort a request's connection to the proxy while it is being established. */
const connectSignals = new WeakMap<ClientRequest, AbortSignal>();

/** An agent for each proxy, by its URL. */
const agents = new Map<string, Promise<Agent>>();

/**
 * Finds the agent for the proxy that `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` names; undefined if there is
 * none or `NO_PROXY` excludes the host. The libraries are loaded only if a proxy is named.
 */
export function findProxyAgent(url: string, options: AgentOptions): Promise<Agent | undefined> | undefined {
  return hasProxy() ? loadProxyAgent(url, options) : undefined;
}

/**
 * Finds the proxy that requests to a URL go through; undefined if there is none. Its URL may hold credentials.
 *
 * @throws NetworkError with `UNSUPPORTED_PROXY` if it is not an HTTP proxy
 */
export async function findProxy(url: string): Promise<URL | undefined> {
  if (!hasProxy()) return undefined;
  const { getProxyForUrl } = await import("proxy-from-env");
  const found = getProxyForUrl(url);
  if (found === "") return undefined;
  // The library gives a proxy without a scheme that of the URL; like curl, take it for an HTTP proxy.
  const isStated = VARIABLES.some((name) => process.env[name] === found);
  const proxy = isStated ? found : found.replace(/^https:/, "http:");
  if (/^https?:/i.test(proxy) && URL.canParse(proxy)) return new URL(proxy);
  const named = proxy.replace(/\/\/.*@/s, "//");
  const message = `The proxy ${named} is not supported; use an http:// or https:// proxy`;
  throw new NetworkError(message, UNSUPPORTED_PROXY, true);
}

/** Aborts the request's proxy connection with this signal. */
export function setConnectSignal(request: ClientRequest, signal: AbortSignal): void {
  connectSignals.set(request, signal);
}

function hasProxy(): boolean {
  try {
    return VARIABLES.some((name) => process.env[name]);
  } catch {
    return false; // Deno needs permission to read the environment
  }
}

async function loadProxyAgent(url: string, options: AgentOptions): Promise<Agent | undefined> {
  const proxy = await findProxy(url);
  if (!proxy) return undefined;
  const agent = agents.get(proxy.href) ?? createAgent(proxy, options);
  agents.set(proxy.href, agent);
  return agent;
}

async function createAgent(proxy: URL, options: AgentOptions): Promise<Agent> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  // Unbounded, because requests queued in the agent would wait forever once the proxy is gone.
  const agent = new HttpsProxyAgent(proxy, { ...options, maxSockets: Infinity });
  const { connectOpts } = agent;
  const connect = agent.connect.bind(agent);
  // The library keeps a connection that the proxy never answers, even after its request has ended.
  agent.connect = (request, target) => {
    const signal = connectSignals.get(request);
    agent.connectOpts = { ...connectOpts, ...(signal && { signal }) };
    return connect(request, target);
  };
  return agent;
}
