import type { Method, Model } from "../../model/model.js";
import { nameFunctionOfAll } from "../../names.js";
import { type Argument, formatResultType, listArguments, listArgumentsOfAll } from "./arguments.js";
import { describeMethod } from "./describe-operation.js";

/** Emits an operation's method and, if it has pages, one that iterates over the items of all of them. */
export function emitMethod(method: Method, model: Model): string {
  const { id, sdk, pagination } = method;
  const call = emit(describeMethod(method), {
    name: sdk.method,
    args: listArguments(method, model),
    result: `ResponsePromise<${formatResultType(method)}>`,
    calls: id,
  });
  if (!pagination) return call;
  const all = emit(describeMethod(method, pagination), {
    name: `${sdk.method}All`,
    args: listArgumentsOfAll(method, pagination.cursor, model),
    result: `AsyncGenerator<${pagination.itemSchema}, void, undefined>`,
    calls: nameFunctionOfAll(method),
  });
  return `${call}\n${all}`;
}

interface Signature {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly result: string;
  /** The function that does the work. */
  readonly calls: string;
}

function emit(comment: string, { name, args, result, calls }: Signature): string {
  const formatted = args.map(({ name, type, optional }) =>
    optional ? `${name}?: ${type} | undefined` : `${name}: ${type}`,
  );
  return `
  ${comment}
  ${name}(${[...formatted, "options?: CallOptions | undefined"].join(", ")}): ${result} {
    return ${calls}(${["this.#client", ...args.map(({ name }) => name), "options"].join(", ")});
  }`;
}
