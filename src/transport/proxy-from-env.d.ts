// proxy-from-env has no types of its own.
declare module "proxy-from-env" {
  /** The URL of the proxy for a URL, by the environment's variables; empty for none. */
  export function getProxyForUrl(url: string): string;
}
