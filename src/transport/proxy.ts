/// <reference path="./proxy-from-env.d.ts" />
import type { Agent } from "node:http";

const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/** An agent for each proxy. */
const agents = new Map<string, Promise<Agent>>();

/**
 * The agent that goes through the proxy of `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; undefined if none applies. The
 * libraries are loaded only if one is set.
 */
export function findProxyAgent(url: string): Promise<Agent | undefined> | undefined {
  return hasProxy() ? connectThroughProxy(url) : undefined;
}

function hasProxy(): boolean {
  try {
    return VARIABLES.some((name) => process.env[name]);
  } catch {
    return false; // Deno forbids reading the environment unless it is allowed
  }
}

async function connectThroughProxy(url: string): Promise<Agent | undefined> {
  const { getProxyForUrl } = await import("proxy-from-env");
  const proxy = getProxyForUrl(url);
  if (proxy === "") return undefined;
  const agent = agents.get(proxy) ?? createAgent(proxy);
  agents.set(proxy, agent);
  return agent;
}

async function createAgent(proxy: string): Promise<Agent> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  return new HttpsProxyAgent(proxy, { keepAlive: true });
}
