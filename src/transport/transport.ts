/** What a `fetch` is called with. */
export interface FetchInit {
  method: string;
  /** By their names in lower case. */
  headers: Record<string, string>;
  body?: string;
  redirect: "manual";
  signal: AbortSignal;
}

/** The least that a `fetch` must return; a `Response` is more than enough. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Sends one request. Any function of `fetch`'s shape will do. */
export type Fetch = (url: string, init: FetchInit) => Promise<TransportResponse>;

/** When a request is to end, whatever has become of it. */
export interface TransportScope {
  readonly hasEnded: boolean;
  /** The same as a signal; undefined if it never ends. */
  readonly signal: AbortSignal | undefined;
  /** Calls back when it ends, or now if it has. */
  onEnd(callback: () => void): void;
}

/**
 * A request as the built-in transports take it: in plain data, since on Node `Headers` alone takes 50 ms to load, and an
 * `AbortController` as long as half of the client's other work.
 */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly scope: TransportScope;
}

/** Sends one request. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** A failure of the built-in transport, which knows whether anything was sent. */
export class NetworkError extends Error {
  readonly code: string | undefined;
  /** True only if it is certain that not one byte of the request was sent. */
  readonly neverSent: boolean;

  constructor(message: string, code: string | undefined, neverSent: boolean) {
    super(message);
    this.code = code;
    this.neverSent = neverSent;
  }
}
