/// <reference path="./proxy-from-env.d.ts" />
import type { Agent, AgentOptions, ClientRequest } from "node:http";

const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/** What ends a connection to a proxy before the agent hands it to its request. */
const connectSignals = new WeakMap<ClientRequest, AbortSignal>();

/** An agent for each proxy. */
const agents = new Map<string, Promise<Agent>>();

/**
 * Finds the agent for the proxy that `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` names; undefined if there is none or
 * `NO_PROXY` excludes the host. The libraries are loaded only if a proxy is named.
 */
export function findProxyAgent(url: string, options: AgentOptions): Promise<Agent | undefined> | undefined {
  return hasProxy() ? connectThroughProxy(url, options) : undefined;
}

/** Has the signal end a request's connection to the proxy while it is being made. */
export function abortConnect(request: ClientRequest, signal: AbortSignal): void {
  connectSignals.set(request, signal);
}

function hasProxy(): boolean {
  try {
    return VARIABLES.some((name) => process.env[name]);
  } catch {
    return false; // Deno forbids reading the environment unless it is allowed
  }
}

async function connectThroughProxy(url: string, options: AgentOptions): Promise<Agent | undefined> {
  const { getProxyForUrl } = await import("proxy-from-env");
  const proxy = getProxyForUrl(url);
  if (proxy === "") return undefined;
  const agent = agents.get(proxy) ?? createAgent(proxy, options);
  agents.set(proxy, agent);
  return agent;
}

async function createAgent(proxy: string, options: AgentOptions): Promise<Agent> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  // Without a bound: requests in the agent's queue would wait for ever once the proxy is gone.
  const agent = new HttpsProxyAgent(proxy, { ...options, maxSockets: Number.POSITIVE_INFINITY });
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
