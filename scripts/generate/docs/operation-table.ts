import { describeLimit } from "../emit/describe-operation.js";
import type { Method, Model } from "../model/model.js";

/** The table of operations: what calls them, their limits and scopes, and when a repeat is safe. */
export function formatOperationTable({ methods }: Model): string {
  const rows = methods.map((method) =>
    [
      `[${formatMethod(method)}](${method.docUrl})`,
      `\`${method.method}\` \`${method.path.replace("/open-apis/hire/v1", "…")}\``,
      method.rateLimit ? describeLimit(method.rateLimit) : "none",
      method.scopes.map((scope) => `\`${scope}\``).join(" or "),
      formatRepeat(method),
    ].join(" | "),
  );
  return [
    "| method of the client | request (… is `/open-apis/hire/v1`) | limit | scope | retried after an ambiguous outcome |",
    "|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

function formatMethod({ sdk, pagination }: Method): string {
  const name = `\`${sdk.resource}.${sdk.method}\``;
  return pagination ? `${name}, \`${sdk.method}All\`` : name;
}

function formatRepeat({ idempotency }: Method): string {
  if (idempotency === undefined) return "no";
  return typeof idempotency === "string" ? "yes" : `with \`${idempotency.field}\``;
}
