import { expect, it, onTestFinished, vi } from "vitest";
import { printLine } from "../../../src/cli/output/print.js";
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

it("prints every line that way, so that no field of a file can forge another line", () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  printLine("line 1, /\u001b[31mx\nline 9: forged");
  expect(write.mock.calls).toEqual([["line 1, /\\u001b[31mx\\nline 9: forged\n"]]);
});
