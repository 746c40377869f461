import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/index.js";
import { inputError, phraseWith } from "../../support/phrases.js";
import {
  APPLICATION,
  listProblems,
  listWarnings,
  openText,
  readAll,
  readJsonl,
  toComparable,
} from "../reading.js";

const interview = (id: string) => ({ external_id: id, external_application_id: APPLICATION });
const readJson = (text: string, items?: string) => readAll(openText(text, { format: "json", items }));
const ids = async (text: string, items?: string) =>
  (await readJson(text, items)).map(({ externalId }) => externalId);

describe("JSON with the same key twice", () => {
  it.each([
    {
      text: `{"external_application_id":"7","interview_assessments":[{}],"interview_assessments":[]}`,
      at: "/interview_assessments",
    },
    {
      text: `{"external_application_id":"7","interview_assessments":[{"content":"a"},{"content":"{\\"b\\":1}","content":"c"}]}`,
      at: "/interview_assessments/1/content",
    },
    {
      text: `{"external_application_id":"7","external_\\u0061pplication_id":"8"}`,
      at: "/external_application_id",
    },
    { text: `{"external_application_id":"7","a/b~":{"c": 1 , "c" : 2}}`, at: "/a~1b~0/c" },
    { text: `{"external_application_id":"7","__proto__":1,"__proto__":2}`, at: "/__proto__" },
  ])("is invalid, at $at", async ({ text, at }) => {
    const [row] = await readJsonl(text);
    expect(row?.body).toBeUndefined();
    expect(listProblems(row)).toEqual([[1, at, "keyOnce", "keyTwice"]]);
  });

  it("is valid if the keys are in different objects, or in a text", async () => {
    const content = `{"title":1,"title":2}: "username":"a"${"[".repeat(200)}`;
    const assessments = [
      { username: "张三", content },
      { username: "李四", content },
    ];
    const [row] = await readJsonl(JSON.stringify({ ...interview("a"), interview_assessments: assessments }));
    expect(row?.body?.interview_assessments).toEqual(assessments);
  });
});

it("JSON of too many levels is invalid, wherever they are", async () => {
  const deep = `${"[".repeat(200)}${"]".repeat(200)}`;
  const [row] = await readJsonl(`{"external_application_id":"7","a":${deep},"interview_assessments":[]}`);
  expect(listProblems(row)).toEqual([[1, "", "interview", "jsonLevels"]]);
});

describe("JSON as other systems export it", () => {
  it("may have null for a field that has no value", async () => {
    const body = {
      ...interview("a"),
      begin_time: null,
      interview_assessments: [{ username: "张三", content: null }],
    };
    const [row] = await readJsonl(JSON.stringify(body));
    expect(row?.body).toEqual({ ...interview("a"), interview_assessments: [{ username: "张三" }] });
  });

  it("may have times as text, with an offset or in the zone that is given", async () => {
    const text = JSON.stringify({
      ...interview("a"),
      begin_time: "2021-04-15T23:24:38+08:00",
      end_time: "2021-04-16 00:10",
    });
    const [row] = await readAll(openText(text, { format: "jsonl", timeZone: "Asia/Shanghai" }));
    expect(row?.body).toMatchObject({ begin_time: 1618500278000, end_time: 1618503000000 });
    const [unclear] = await readJsonl(text);
    expect(listProblems(unclear)).toEqual([[1, "/end_time", "offset", "quoted"]]);
    const twice = JSON.stringify({ ...interview("a"), begin_time: "2021-11-07 01:30" });
    const [warned] = await readAll(openText(twice, { format: "jsonl", timeZone: "America/New_York" }));
    expect(warned?.body?.begin_time).toBe(Date.parse("2021-11-07T05:30:00Z"));
    expect(listWarnings(warned)).toEqual([[1, "/begin_time", "timeOnce", "clocksSetBack"]]);
  });

  it("may have the list in an object, or in several pages, if its keys are given", async () => {
    const page = (...names: string[]) =>
      JSON.stringify(
        {
          code: 0,
          msg: 'say "[{\\',
          data: { items: names.map(interview), has_more: true },
          other: [{ items: [1] }],
        },
        null,
        1,
      );
    const text = `\n${page("a", "b")}\n${page()}${page("c")}\n`;
    expect(await ids(text, "data.items")).toEqual(["a", "b", "c"]);
    const bytes = await readAll(openText(text, { format: "json", items: "data.items" }, [1]));
    expect(toComparable(bytes)).toEqual(toComparable(await readJson(text, "data.items")));
    expect(text.split("\n")[(bytes[0]?.line ?? 0) - 1]).toContain("{");
    const escaped = String.raw`{ "\u6570\u636e": [${JSON.stringify(interview("a"))}] }`;
    expect(await ids(escaped, "数据")).toEqual(["a"]);
  });

  it("is rejected from the first page without the list, as after a failed export", async () => {
    const pages = [{ data: [interview("a")] }, { code: 99991400 }, { data: [interview("b")] }];
    const text = pages.map((page) => `${JSON.stringify(page)}\n`).join("");
    await expect(readJson(text, "data")).rejects.toThrow(
      inputError("noListInPage", { line: 2, keys: [phraseWith("quoted", { text: "code" })] }),
    );
    const other = [pages[0], { items: [], code: 0 }].map((page) => JSON.stringify(page)).join("");
    await expect(readJson(other, "data")).rejects.toThrow(inputError("noListInPage"));
  });

  it("is rejected if the keys lead to no list, or if the text is cut off", async () => {
    const text = JSON.stringify({ data: [interview("a")] });
    await expect(readJson("{}", "items")).rejects.toThrow(
      inputError("noListInPage", { line: 1, keys: [phraseWith("nothing")] }),
    );
    await expect(readJson(text.slice(0, -1), "data")).rejects.toThrow(inputError("endsInJson", { line: 1 }));
    await expect(readJson(text.slice(0, -2), "data")).rejects.toThrow(inputError("endsInArray", { line: 1 }));
    await expect(readJson(`${text}]`, "data")).rejects.toThrow(inputError("extraBracket"));
    await expect(readJson(`x${text}`, "data")).rejects.toThrow(inputError("notAnObjectWithList"));
  });

  it("is rejected with the lists that it has if the keys lead to none", async () => {
    const page = { code: 0, data: { items: [interview("a")], tags: [["x"]], user: { name: "items" } } };
    const text = JSON.stringify({ ...page, errors: [] });
    for (const keys of ["data.itms", "data", "items", "code", "data.tags.x"])
      await expect(readJson(`\n${text}${text}`, keys), keys).rejects.toThrow(
        inputError("otherLists", {
          line: 2,
          list: phraseWith("quoted", { text: keys }),
          lists: ["data.items", "data.tags", "errors"].map((path) => phraseWith("quoted", { text: path })),
        }),
      );
    const array = JSON.stringify([{ data: [interview("a")] }]);
    await expect(readJson(array, "data")).rejects.toThrow(inputError("listItself", { line: 1 }));
  });

  it("is rejected with the keys to give if the list is in an object and none were given", async () => {
    const body = { code: 0, data: [interview("a")] };
    for (const [wrapper, items] of [
      [body, "data"],
      [{ errors: [], page: { ...body, total: 1 } }, "page.data"],
    ] as const) {
      const [row] = await readJson(JSON.stringify(wrapper));
      expect(listProblems(row)).toEqual([[1, "", "interview", "wrappedList"]]);
      expect(row?.problems[0]?.received.params.items).toBe(items);
    }
    const error = inputError("multilineJsonList", { list: "data" });
    await expect(readJson('{"data": [\n{}\n]}')).rejects.toThrow(error);
  });

  it("must not have a comma after the last element", async () => {
    const error = inputError("brokenArray", { expected: phraseWith("interviewBetween") });
    await expect(readJson(`[${JSON.stringify(interview("a"))},]`)).rejects.toThrow(error);
  });

  it("may begin with any number of blank lines, which are not kept in memory", async () => {
    async function* blanks() {
      const blank = Buffer.alloc(1024 * 1024, "\n");
      for (let megabyte = 0; megabyte < 50; megabyte++) yield blank;
      yield Buffer.from(JSON.stringify(interview("a")));
    }
    const before = process.memoryUsage().arrayBuffers;
    let highest = 0;
    for await (const row of readInterviews(blanks(), { format: "jsonl" })) {
      highest = Math.max(highest, process.memoryUsage().arrayBuffers);
      expect(row.line).toBe(50 * 1024 * 1024 + 1);
    }
    expect(highest - before).toBeLessThan(30 * 1024 * 1024);
  });
});

describe("blanks around names", () => {
  it("are removed, so that they do not split an interviewer in two", async () => {
    const assessments = [
      {
        username: "张三 ",
        assessment_dimension_list: [
          { title: "沟通　", assessment_type: 4, options: [" a", "b\u00a0"] },
          { title: "英语", assessment_type: 2, option: "流利 " },
        ],
      },
    ];
    const [row] = await readJsonl(
      JSON.stringify({ external_application_id: `${APPLICATION}\u00a0`, interview_assessments: assessments }),
    );
    expect(row?.body).toEqual({
      external_application_id: APPLICATION,
      interview_assessments: [
        {
          username: "张三",
          assessment_dimension_list: [
            { title: "沟通", assessment_type: 4, options: ["a", "b"] },
            { title: "英语", assessment_type: 2, option: "流利" },
          ],
        },
      ],
    });
  });

  it.each([
    ["Lin Xia", "LinXia"],
    ["Lin Xia", "LIN XIA"],
    ["Lin Xia", "Ｌｉｎ　Ｘｉａ"],
  ])(
    "cause a warning inside a name that is otherwise equal to another, as case does: %s, %s",
    async (...names) => {
      const assessments = names.map((username) => ({ username }));
      const [row] = await readJsonl(
        JSON.stringify({ ...interview("a"), interview_assessments: assessments }),
      );
      expect(listWarnings(row)).toEqual([
        [1, "/interview_assessments/1/username", "nameInOneWay", "nameInTwoWays"],
      ]);
    },
  );
});
