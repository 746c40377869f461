import { placeholderMessages } from "../messages/placeholders.js";
import { translate } from "./translate.js";

/** Translates the names of values: `import [options] <file>`. */
export function translatePlaceholders(usage: string): string {
  return usage.replace(/(?<=[<[])\w+(?=[>\]])/g, (name) =>
    isPlaceholder(name) ? translate(placeholderMessages[name]) : name,
  );
}

function isPlaceholder(name: string): name is keyof typeof placeholderMessages {
  return Object.hasOwn(placeholderMessages, name);
}
