/** What a transport is called with. */
export interface FetchInit {
  method: string;
  headers: Headers;
  body?: string;
  redirect: "manual";
  signal: AbortSignal;
}

/** The least that a transport must return; a `Response` is more than enough. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Sends one request. Any function of `fetch`'s shape will do. */
export type Fetch = (url: string, init: FetchInit) => Promise<TransportResponse>;

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
