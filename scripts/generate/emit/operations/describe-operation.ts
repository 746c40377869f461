import { describeFacts } from "../../docs/operation-facts.js";
import type { Method, Pagination } from "../../model/model.js";
import { camelCase } from "../../names.js";
import { takesToUpdate } from "../to-update.js";

/**
 * Formats the doc comment of an operation's method; with `pagination`, of the
 * one that iterates over its items.
 */
export function describeMethod(method: Method, pagination?: Pagination): string {
  const isValidated = method.body !== undefined || method.parameters.length > 0;
  return formatComment([
    pagination ? `Every item of all pages of: ${method.summary}` : method.summary,
    "",
    ...(pagination
      ? [
          ...describePages(pagination),
          "",
          "@example",
          `for await (const item of hire.${method.sdk.resource}.${method.sdk.method}All(params)) console.log(item.id);`,
          "",
          "@remarks",
        ]
      : []),
    ...method.description.trim().split("\n"),
    "",
    ...listFacts(method).map((fact) => `- ${fact}`),
    "",
    ...(pagination ? [] : describeParameters(method)),
    ...(isValidated
      ? [
          `@throws InvalidRequestError${pagination ? " when iterated," : ""} before anything is sent, if the request does not match the spec.`,
        ]
      : []),
    "@throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.",
    `@see ${method.docUrl}`,
  ]);
}

/**
 * Formats the doc comment of an operation's function; with `pagination`, of the one that iterates over its items. What
 * is the same for all of them is said of the methods alone.
 */
export function describeFunction(method: Method, pagination?: Pagination): string {
  const { summary, sdk, docUrl } = method;
  const name = `hire.${sdk.resource}.${sdk.method}${pagination ? "All" : ""}`;
  return formatComment([
    pagination ? `Every item of all pages of: ${summary}` : summary,
    "",
    `The function of \`${name}\`, for a client of \`createClient\`.`,
    "",
    ...(pagination ? describePages(pagination) : method.description.trim().split("\n")),
    "",
    ...listFacts(method).map((fact) => `- ${fact}`),
    "",
    "@group Operations",
    ...(pagination ? [] : describeParameters(method)),
    `@see ${docUrl}`,
  ]);
}

function formatComment(lines: readonly string[]): string {
  return ["/**", ...lines.map((line) => ` *${line && " "}${line}`), " */"]
    .join("\n")
    .replaceAll(/( \*\n)( \*\n)+/g, "$1");
}

function describePages({ limit, chunks }: Pagination): string[] {
  return [
    `Fetches each page when the previous one is used up, \`${limit.name}\` ${limit.maximum} by default. A page that fails ends the`,
    "iteration with its error.",
    ...(chunks
      ? [`More than ${chunks.maximum} in \`${chunks.name}\` are sent in parts; an empty list finds nothing.`]
      : []),
  ];
}

function describeParameters(method: Method): string[] {
  const inPath = method.parameters.filter((parameter) => parameter.in === "path");
  return [
    ...inPath.map(
      ({ name, description }) => `@param ${camelCase(name)} ${description.trim().replaceAll(/\s+/g, " ")}`,
    ),
    ...(takesToUpdate(method)
      ? ["@param body The whole record. `toUpdate` makes it from what a call returned."]
      : []),
  ];
}

function listFacts(method: Method): string[] {
  const { ownErrorCodes } = method;
  return [
    ...describeFacts(method, "en"),
    ...(ownErrorCodes.length
      ? [
          `Error codes besides the platform's: ${ownErrorCodes.map(({ code, name }) => `${code} (${name})`).join(", ")}.`,
        ]
      : []),
  ];
}
