import { appendFile, readFile, rename, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type InputFormat, type InterviewRow, readInterviews } from "../../../../src/importer/index.js";
import { createEmptyDirectory } from "../../support/job-directory.js";
import { inputError } from "../../support/phrases.js";
import { APPLICATION } from "../reading.js";

const COUNT = 4000;
/** In seconds. */
const WRITTEN_AT = 1_600_000_000;

function makeFile(format: InputFormat, content: string): string {
  const ids = Array.from({ length: COUNT }, (_, index) => `key-${index}`);
  if (format === "csv")
    return [
      "external_id,external_application_id,comment",
      ...ids.map((id) => `${id},${APPLICATION},${content} of ${id}`),
      "",
    ].join("\n");
  const bodies = ids.map((external_id) => ({
    external_id,
    external_application_id: APPLICATION,
    interview_assessments: [{ content: `${content} of ${external_id}` }],
  }));
  return bodies.map((body) => `${JSON.stringify(body)}\n`).join("");
}

/** Reads the file, changing it after 200 rows; the rows read, and what ended the reading. */
async function readWhile(path: string, format: InputFormat, change: () => Promise<unknown>) {
  const rows: InterviewRow[] = [];
  try {
    for await (const row of readInterviews(path, { format })) {
      rows.push(row);
      if (rows.length === 200) await change();
    }
  } catch (error) {
    return { rows, error };
  }
  return { rows, error: undefined };
}

describe.each(["csv", "jsonl"] as const)("a %s file that changes while it is read", (format) => {
  const changes = {
    "saved in place": async (path: string) => writeFile(path, `\n${makeFile(format, "new").slice(0, -1)}`),
    "saved under the same name": async (path: string) => {
      await writeFile(`${path}.new`, makeFile(format, "new"));
      await rename(`${path}.new`, path);
    },
    truncated: (path: string) => truncate(path, 100_000),
    "still growing": async (path: string) => appendFile(path, (await readFile(path)).subarray(-100)),
    "of another size, with its old time": async (path: string) => {
      await appendFile(path, (await readFile(path)).subarray(-100));
      await utimes(path, WRITTEN_AT, WRITTEN_AT);
    },
    "another of the same size and time": async (path: string) => {
      await writeFile(`${path}.new`, makeFile(format, "new"));
      await utimes(`${path}.new`, WRITTEN_AT, WRITTEN_AT);
      await rename(`${path}.new`, path);
    },
  };

  it.each(Object.entries(changes))("ends the reading before new content is used: %s", async (_, change) => {
    const path = join(await createEmptyDirectory(), `rows.${format}`);
    await writeFile(path, makeFile(format, "old"));
    await utimes(path, WRITTEN_AT, WRITTEN_AT);
    const { rows, error } = await readWhile(path, format, () => change(path));
    expect(error).toEqual(inputError("fileChanged"));
    const contents = rows.map(({ body }) => body?.interview_assessments?.[0]?.content);
    expect(contents).toEqual(rows.map((_row, index) => `old of key-${index}`));
  });

  it("is read to its end when nothing but its times of access change", async () => {
    const path = join(await createEmptyDirectory(), `rows.${format}`);
    await writeFile(path, makeFile(format, "old"));
    const { rows, error } = await readWhile(path, format, () => readFile(path));
    expect(error).toBeUndefined();
    expect(rows).toHaveLength(COUNT);
  });
});
