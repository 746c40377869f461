import { expect, it } from "vitest";
import { escapeText } from "../../../src/messages/escape-text.js";

it.each([
  ["plain text, 中文 and 😀", "plain text, 中文 and 😀"],
  ["a\nb", "a\\nb"],
  ["\u001b[31mred\u0007", "\\u001b[31mred\\u0007"],
  ["\u009b2J", "\\u009b2J"],
  ["a\u202eb\u2028c", "a\\u202eb\\u2028c"],
])("shows %j as %s", (text, shown) => {
  expect(escapeText(text)).toBe(shown);
});
