import type { Answer } from "../transport/fetch-once.js";

/** Hands on the body that has been read and checked already. */
export function withParsedBody({ response, text }: Answer, envelope: Record<string, unknown>): Response {
  response.json = () => Promise.resolve(envelope);
  response.text = () => Promise.resolve(text);
  return response;
}
