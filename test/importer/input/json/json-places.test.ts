import { describe, expect, it } from "vitest";
import { APPLICATION, openText, readAll } from "../reading.js";

const row = (id: string) => JSON.stringify({ external_id: id, external_application_id: APPLICATION });

describe("a JSON syntax error is reported at the line and character where an editor shows it", () => {
  const wrong = '{"username": "王小明 👩‍💻" ¡}';

  it.each<[string, string, { format: "json" | "jsonl"; items?: string }]>([
    ["a line", `${row("a")}\n  ${wrong}\n`, { format: "jsonl" }],
    ["an array on one line", `[${row("a")}, ${row("王 👩‍💻")} , ${wrong}]`, { format: "json" }],
    ["an array", `\n  [\n  ${row("a")},\n\t${wrong}\n]`, { format: "json" }],
    ["an element of several lines", `[${row("a")},{\n\n  "a": ${wrong}}]`, { format: "json" }],
    [
      "a list in an object",
      `{"王 👩‍💻": "王",\n"data": [${row("王")}, ${wrong}]}`,
      { format: "json", items: "data" },
    ],
    [
      "another list in one",
      `{"data": [${row("王")}]} {"data":[${wrong}]}`,
      { format: "json", items: "data" },
    ],
  ])("in %s", async (_, text, options) => {
    for (const sizes of [[text.length * 4], [1], [7, 3]]) {
      const rows = await readAll(openText(text, options, sizes));
      const [problem] = rows.flatMap(({ problems }) => problems);
      const line = text.split("\n")[(problem?.line ?? 0) - 1];
      expect(line?.slice((problem?.column ?? 0) - 1)[0]).toBe("¡");
    }
  });
});
