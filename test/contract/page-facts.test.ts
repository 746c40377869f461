import { expect, it } from "vitest";
import { formatLimit } from "../../scripts/generate/docs/operation-facts.js";
import { readModel } from "../../scripts/generate/model/read-model.js";
import { readSpecFile } from "../../scripts/generate.js";
import { pages } from "./page.js";

/** The module's own list has it, no page of an operation. */
const MODULE_SYSTEM_ERROR = 1_020_001;

const { operations, spec } = readModel(readSpecFile);

it.each(pages)("the spec states the facts of $operationId as its page does", (page) => {
  const operation = operations.find(({ id }) => id === page.operationId);
  if (!operation) throw new Error(`${page.operationId} is not in the spec`);
  const { docUrl, scopes, parameters, body, ownErrorCodes } = operation;
  const inBody = spec.components.schemas[body?.schema ?? ""]?.required ?? [];
  const inParameters = parameters.filter(({ required }) => required).map(({ name }) => name);
  expect({
    url: docUrl,
    limit: formatLimit(operation, "zh"),
    scopes,
    required: [...inParameters, ...inBody],
    codes: ownErrorCodes.map(({ code }) => code).filter((code) => code !== MODULE_SYSTEM_ERROR),
  }).toEqual({
    url: page.url,
    limit: page.limit,
    scopes: page.scopes,
    required: page.required,
    codes: page.codes,
  });
});
