/// <reference path="./proxy-from-env.d.ts" />
import type { Agent, AgentOptions, RequestOptions } from "node:http";

const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/** A request through a proxy. Node keeps `signal` to itself, but hands an unknown option to the agent. */
export interface ProxiedRequestOptions extends RequestOptions {
  readonly connectSignal: AbortSignal | undefined;
}

/** An agent for each proxy. */
const agents = new Map<string, Promise<Agent>>();

/**
 * The agent that goes through the proxy of `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; undefined if none applies. The
 * libraries are loaded only if one is set.
 */
export function findProxyAgent(url: string, options: AgentOptions): Promise<Agent | undefined> | undefined {
  return hasProxy() ? connectThroughProxy(url, options) : undefined;
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
  const agent = new HttpsProxyAgent(proxy, options);
  const { connectOpts } = agent;
  const connect = agent.connect.bind(agent);
  // The library keeps a connection that the proxy never answers, even after its request has ended.
  agent.connect = (request, target) => {
    const { connectSignal: signal } = target as Partial<ProxiedRequestOptions>;
    agent.connectOpts = { ...connectOpts, ...(signal && { signal }) };
    return connect(request, target);
  };
  return agent;
}
