/** The options that a `fetch` is called with. */
export interface FetchInit {
  method: string;
  /** By lower-case name. */
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

/** Sends one request. Any function with the signature of `fetch` will do. */
export type Fetch = (url: string, init: FetchInit) => Promise<TransportResponse>;

/** Ends a request early. */
export interface TransportScope {
  readonly hasEnded: boolean;
  /** Aborts when the scope ends; undefined if nothing can end it. */
  readonly signal: AbortSignal | undefined;
  /** Calls back when the scope ends, or at once if it has. */
  onEnd(callback: () => void): void;
  /** Whether it is certain that no byte of the request has been sent; set by a transport that knows. */
  neverSent: () => boolean;
}

/**
 * A request as plain data: on Node, `Headers` alone takes 50 ms to load, and creating an `AbortController`
 * half as long as all of the client's other work on a request.
 */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly scope: TransportScope;
}

/** Sends one request. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** A failure of the built-in transport, which knows whether anything was sent. */
export class NetworkError extends Error {
  readonly code: string | undefined;
  /** True only if it is certain that no byte of the request was sent. */
  readonly neverSent: boolean;
  /** Whether the same request would fail again, apart from what its code says. */
  readonly isPermanent: boolean;

  constructor(message: string, code: string | undefined, neverSent: boolean, isPermanent = false) {
    super(message);
    this.code = code;
    this.neverSent = neverSent;
    this.isPermanent = isPermanent;
  }
}
