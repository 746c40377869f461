import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/input/open-input.js";
import { createEmptyDirectory } from "../../support/job-directory.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, formatRecord, HEADER, listInputWarnings, openText, readAll } from "../reading.js";

const line = formatRecord({ external_application_id: APPLICATION, username: "王小明" });
const readCsvBytes = (...parts: (string | number[] | Buffer)[]) =>
  readAll(openText(Buffer.concat(parts.map((part) => Buffer.from(part))), { format: "csv" }));
const many = `${line}\n`.repeat(5000);

describe("the input's encoding", () => {
  it.each([
    { kind: "UTF-16", bytes: Buffer.from(HEADER, "utf16le"), error: inputError("utf16") },
    {
      kind: "Excel workbook",
      bytes: Buffer.from("PK\x03\x04 and so on"),
      error: inputError("otherFormat", { kind: phraseWith("zipArchive") }),
    },
    { kind: "gzip", bytes: gzipSync(HEADER), error: inputError("otherFormat", { kind: phraseWith("gzip") }) },
  ])("is rejected with a message that names the format: $kind", async ({ bytes, error }) => {
    for (const format of ["csv", "jsonl"] as const)
      await expect(readAll(openText(bytes, { format }))).rejects.toThrow(error);
  });

  it("is rejected as UTF-16 without a byte order mark, also if it begins with Chinese", async () => {
    const bytes = Buffer.from(`外部投递ID,面试官\n${APPLICATION},王小明\n`, "utf16le");
    for (const text of [bytes, Buffer.from(bytes).swap16()])
      await expect(readAll(openText(text, { format: "csv" }))).rejects.toThrow(inputError("utf16"));
  });

  it.each(["utf-16le", "utf-16be"])(
    "is %s if its byte order mark says so, whatever is said",
    async (encoding) => {
      const bytes = Buffer.from(`\uFEFF${HEADER}\n${line}\n`, "utf16le");
      if (encoding === "utf-16be") bytes.swap16();
      for (const said of [undefined, "utf-8"]) {
        const [row] = await readAll(openText(bytes, { format: "csv", encoding: said }, [3]));
        expect(row?.body?.interview_assessments).toEqual([{ username: "王小明" }]);
      }
    },
  );

  it.each([
    { encoding: "windows-1252", bytes: [0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e], name: "Jürgen" },
    { encoding: "big5", bytes: [0xb3, 0xaf, 0xa4, 0x70, 0xa9, 0xfa], name: "陳小明" },
    // 法 in GB18030, and as frequent there
    { encoding: "big5", bytes: [0xb7, 0xa8], name: "楊" },
    { encoding: "shift_jis", bytes: [0x8d, 0xb2, 0x93, 0xa1], name: "佐藤" },
    { encoding: "gb18030", bytes: [0x86, 0xb4], name: "喆" },
    { encoding: "windows-1252", bytes: [0x53, 0xe4, 0xe4, 0x73, 0x6b, 0x69], name: "Sääski" },
    { encoding: "euc-kr", bytes: [0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf], name: "홍길동" },
  ])(
    "is not guessed from one short name in $encoding: the error shows the text in each candidate",
    async ({ encoding, bytes, name }) => {
      const parts = [`external_application_id,username\n7,`, bytes, "\n"] as const;
      const error = await readCsvBytes(...parts).catch((thrown) => thrown);
      expect(error).toEqual(inputError("unclearEncoding", { line: 2 }));
      expect(listValues(error.phrase.params.readings)).toContain(encoding);
      const whole = Buffer.concat(parts.map((part) => Buffer.from(part)));
      const [row] = await readAll(openText(whole, { format: "csv", encoding }));
      expect(row?.body?.interview_assessments).toEqual([{ username: name }]);
    },
  );

  it("is GB18030 with a short name too, if the name is a common one", async () => {
    // 陈明, whose bytes are frequent in Big5 too
    const [row] = await readCsvBytes(`external_application_id,username\n7,`, [0xb3, 0xc2, 0xc3, 0xf7], "\n");
    expect(row?.body?.interview_assessments).toEqual([{ username: "陈明" }]);
  });

  it("is warned of once, although a file is read twice", async () => {
    const path = join(await createEmptyDirectory(), "rows.csv");
    const header = Buffer.from("external_application_id,username\n7,");
    await writeFile(path, Buffer.concat([header, Buffer.from([0xb3, 0xc2, 0xc3, 0xf7, 0x0a])]));
    const input = readInterviews(path, { format: "csv" });
    await readAll(input);
    expect(input.warnings).toEqual([phraseWith("readAsGb18030")]);
  });

  it("is not half GB18030 and half UTF-8, in a short file either", async () => {
    const gb = [0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7];
    const header = "external_application_id,username\n";
    const names = async (...parts: Parameters<typeof readCsvBytes>) => {
      const error = await readCsvBytes(...parts).catch((thrown) => thrown);
      expect(error).toEqual(inputError("unclearEncoding"));
      const { line, readings } = error.phrase.params;
      return [line, listValues(readings).includes("王小明")];
    };
    expect(await names(header, "7,", gb, "\n8,张三\n")).toEqual([2, true]);
    expect(await names(header, "7,张三李四\n\n8,张三", gb, "\n")).toEqual([4, false]);
    expect(await names(header, "7,张三李四\n8,李四\n9,", gb, "\n")).toEqual([4, true]);
  });

  it("must be a supported one", () => {
    const error = inputError("unknownEncoding", { name: phraseWith("quoted", { text: "klingon" }) });
    expect(() => openText("", { format: "csv", encoding: "klingon" })).toThrow(error);
  });

  it("is GB18030 only for CSV: JSON is UTF-8", async () => {
    // 王 in GB18030
    const bytes = Buffer.concat([
      Buffer.from('{"external_id":"'),
      Buffer.from([0xcd, 0xf5]),
      Buffer.from('"}\n'),
    ]);
    await expect(readAll(openText(bytes, { format: "jsonl" }))).rejects.toThrow(
      inputError("notUtf8", { line: 1 }),
    );
  });

  it("stays UTF-8 if a byte is damaged far into the file, and the line is named", async () => {
    const error = inputError("notUtf8", { line: 5002 });
    await expect(readCsvBytes(`${HEADER}\n`, many, [0xff], `${line}\n`)).rejects.toThrow(error);
    await expect(readCsvBytes(`${HEADER}\n`, many, [0xe7, 0x8e])).rejects.toThrow(error);
    const marked = readCsvBytes([0xef, 0xbb, 0xbf], `${HEADER}\n${line}\n`, [0xcd, 0xf5], "\n");
    await expect(marked).rejects.toThrow(inputError("notUtf8", { line: 3 }));
  });

  it("is detected by the first text that is not ASCII, however late it comes", async () => {
    const ascii = `${formatRecord({ external_application_id: APPLICATION })}\n`.repeat(5000);
    const gb = Buffer.concat([
      Buffer.from(`${APPLICATION},`),
      Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]),
    ]);
    const header = "external_application_id,username\n";
    const rows = await readCsvBytes(header, ascii.replaceAll(/^,|,{9}$/gm, ""), gb);
    expect(rows.at(-1)?.body?.interview_assessments).toEqual([{ username: "王小明" }]);
  });

  it("is reported as uncertain if all that is not ASCII is valid in both", async () => {
    // 毛目 in GB18030, and "ëĿ" in UTF-8
    const bytes = Buffer.concat([
      Buffer.from("external_application_id,username\n7,"),
      Buffer.from([0xc3, 0xab, 0xc4, 0xbf, 0x0a]),
    ]);
    const input = openText(bytes, { format: "csv" });
    await readAll(input);
    expect(listInputWarnings(input)).toEqual([phraseWith("mayBeGb18030")]);
    const clear = openText("external_application_id,username\n7,José 王\n", { format: "csv" });
    await readAll(clear);
    expect(listInputWarnings(clear)).toEqual([]);
  });

  it("is the same throughout, even if two files were put together", async () => {
    const gb = Buffer.concat(
      Array.from({ length: 30 }, () => Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7])),
    );
    const before = [`${HEADER}\n,${APPLICATION},,,,`, gb, "\n"];
    const mixed = readCsvBytes(...before, `,7,,,,Lin\n,8,,,,推荐录用\n`);
    await expect(mixed).rejects.toThrow(inputError("mixedEncodings", { line: 4 }));
    // 袁志伟, whose bytes are UTF-8 too
    const name = Buffer.from([0xd4, 0xac, 0xd6, 0xbe, 0xce, 0xb0]);
    const rows = await readCsvBytes(...before, ",7,,,,", name, name, name, "\n");
    expect(rows[1]?.body?.interview_assessments?.[0]?.username).toBe("袁志伟袁志伟袁志伟");
  });

  it("is rejected if bytes are valid in neither", async () => {
    const gb = Buffer.concat(
      Array.from({ length: 30 }, () => Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7])),
    );
    const parts = [`${HEADER}\n,`, gb, "\n,a\n,", [0xff, 0xff], "\n"];
    const error = inputError("neitherEncoding", { encoding: "GB18030", line: 4 });
    await expect(readCsvBytes(...parts)).rejects.toThrow(error);
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
    for (const size of [1, 7, 64])
      await expect(readAll(openText(bytes, { format: "csv" }, [size]))).rejects.toThrow(error);
    // One character of UTF-8 is one and a half of GB18030.
    const mixed = readCsvBytes(`${HEADER}\n,`, gb, "\n,张三\n,李\n,x\n");
    await expect(mixed).rejects.toThrow(inputError("neitherEncoding", { line: 4 }));
  });
});

it("an input that cannot be opened is an InputError that says why", async () => {
  const rows = readAll(readInterviews("no-such-file.jsonl", { format: "jsonl" }));
  await expect(rows).rejects.toThrow(inputError("cannotReadInput", { reason: expect.anything() }));
});
