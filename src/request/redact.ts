/** A text of others, without what no error may repeat. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "[hidden]"), text);
}
