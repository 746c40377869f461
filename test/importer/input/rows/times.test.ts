import { describe, expect, it } from "vitest";
import { inputError, listValues } from "../../support/phrases.js";
import { APPLICATION, formatRecord, listProblems, listWarnings, openText, readCsv } from "../reading.js";

async function read(begin: string, timeZone?: string) {
  const [row] = await readCsv(
    formatRecord({ external_application_id: APPLICATION, begin_time: `"${begin}"` }),
    timeZone,
  );
  return row;
}

const inShanghai = async (cell: string) => (await read(cell, "Asia/Shanghai"))?.body?.begin_time;

describe("times in a CSV", () => {
  it.each([
    ["1618500278638", "2021-04-15T15:24:38.638Z"],
    ["2021-04-15T23:24:38.638+08:00", "2021-04-15T15:24:38.638Z"],
    ["2021-04-15T15:24:38Z", "2021-04-15T15:24:38Z"],
    ["2021-04-15T15:24:38.5Z", "2021-04-15T15:24:38.500Z"],
    ["2021-04-15T20:54:38+05:30", "2021-04-15T15:24:38Z"],
    ["2021-04-15T11:54:38-0330", "2021-04-15T15:24:38Z"],
    ["2021-04-15 10:24:38 -0500", "2021-04-15T15:24:38Z"],
    ["2021-04-15T23:24:38.123456+08:00", "2021-04-15T15:24:38.123Z"],
    ["2021-04-15 23:24:38 GMT+8", "2021-04-15T15:24:38Z"],
    ["2021-04-15 15:24:38 UTC", "2021-04-15T15:24:38Z"],
    ["2021-04-15 12:24:38 utc-03:00", "2021-04-15T15:24:38Z"],
    ["2021-04-15T23:24:38+08:00[Asia/Shanghai]", "2021-04-15T15:24:38Z"],
    ["Thu Apr 15 2021 23:24:38 GMT+0800 (China Standard Time)", "2021-04-15T15:24:38Z"],
    ["Thu, 15 Apr 2021 15:24:38 GMT", "2021-04-15T15:24:38Z"],
    ["2021-04-15 09:24-07:00", "2021-04-15T16:24:00Z"],
    ["2021-04-15T05:24-10:00", "2021-04-15T15:24:00Z"],
  ])("takes %s as it is, without a time zone", async (cell, iso) => {
    expect((await read(cell))?.body?.begin_time).toBe(Date.parse(iso));
  });

  it.each([
    "2021-04-15 23:24:38",
    "2021-04-15T23:24:38",
    "2021/4/15 23:24:38",
    "2021.04.15 23:24:38",
    "2021年4月15日 23:24:38",
    "2021年4月15日23时24分38秒",
    "2021年4月15日 下午11点24分38秒",
    "2021/4/15 下午11:24:38",
    "2021/4/15 11:24:38 PM",
    " 2021-04-15 23:24:38 ",
    "2021-04-15 晚上11:24:38",
    "2021/04/15 (周四) 23:24:38",
    "2021/04/15（星期四）23:24:38",
    "2021年4月15日星期四 下午11:24:38",
    "2021-04-15, 11:24:38 p.m.",
    "Apr 15, 2021, 11:24:38\u202fPM",
    "Thursday, April 15th, 2021 at 11:24:38 PM",
    "15 April 2021 23:24:38",
    "15-Apr-2021 23:24:38",
  ])("takes the local time %s in the time zone that is given", async (cell) => {
    expect(await inShanghai(cell)).toBe(Date.parse("2021-04-15T15:24:38Z"));
    expect((await read(cell, "+08:00"))?.body?.begin_time).toBe(Date.parse("2021-04-15T15:24:38Z"));
  });

  it.each([
    ["2021/4/15 23:24", "2021-04-15T15:24:00Z"],
    ["2021/4/15 上午12:05", "2021-04-14T16:05:00Z"],
    ["2021/4/15 12:05 PM", "2021-04-15T04:05:00Z"],
    ["2021/4/15 凌晨12:05", "2021-04-14T16:05:00Z"],
    ["2021/4/15 早上9:30", "2021-04-15T01:30:00Z"],
    ["2021/4/15 中午11:30", "2021-04-15T03:30:00Z"],
    ["2021/4/15 中午1:30", "2021-04-15T05:30:00Z"],
    ["2024-02-29 00:00", "2024-02-28T16:00:00Z"],
  ])("reads %s to the minute", async (cell, iso) => {
    expect(await inShanghai(cell)).toBe(Date.parse(iso));
  });

  it("reads a time after clocks were set forward by half an hour, on the half hour", async () => {
    const row = await read("2021-10-03 02:45", "Australia/Lord_Howe");
    expect(row?.body?.begin_time).toBe(Date.parse("2021-10-02T15:45:00Z"));
  });

  it("rejects a local time without a time zone, and says what is missing", async () => {
    const row = await read("2021-04-15 23:24:38");
    expect(listProblems(row)).toEqual([[2, "begin_time", "offset", "quoted"]]);
    expect(listValues(row?.problems[0]?.received)).toEqual(["2021-04-15 23:24:38"]);
  });

  it.each([
    ["2021-02-29 10:00", "time", "quoted"],
    ["2021-13-01 10:00", "time", "quoted"],
    ["2021-04-00 10:00", "time", "quoted"],
    ["2021-04-99 10:00", "time", "quoted"],
    ["0099-04-15 10:00", "time", "quoted"],
    ["2021-04-15 24:00", "time", "quoted"],
    ["2021-04-15 09:30-10:30", "time", "quoted"],
    ["2021-04-15 下午3:30-16:30", "time", "quoted"],
    ["2021/4/15 晚上12:00", "time", "quoted"],
    ["2021/4/15 中午9:30", "time", "quoted"],
    ["Feb 29, 2021 10:00 AM", "time", "quoted"],
    ["Apr 15, 21 10:00 AM", "time", "quoted"],
    ["Apr 15, 2021", "timeOfDay", "quoted"],
    ["2021-04-15 10:60", "time", "quoted"],
    ["2021-04-15 13:00 AM", "time", "quoted"],
    ["2021-04-15T10:00+25:00", "time", "quoted"],
    ["2021-04-15", "timeOfDay", "quoted"],
    ["15/4/2021 10:00", "time", "quoted"],
    ["2021/4/112:30", "time", "quoted"],
    ["yesterday", "time", "quoted"],
    ["44301.97", "time", "dayCount"],
    ["44301", "time", "dayCount"],
    ["1.6185E+12", "time", "shortened"],
  ])("rejects %s", async (cell, expected, received) => {
    const row = await read(cell, "Asia/Shanghai");
    expect(listProblems(row)).toEqual([[2, "begin_time", expected, received]]);
    expect(listValues(row?.problems[0]?.received)).toEqual([cell]);
  });

  it("rejects a time in seconds", async () => {
    expect(listProblems(await read("1618500278"))).toEqual([
      [2, "begin_time", "milliseconds", "looksLikeSeconds"],
    ]);
  });

  it("rejects a time which clocks skipped when they were set forward", async () => {
    const row = await read("2021-03-14 02:30", "America/New_York");
    expect(listProblems(row)).toEqual([[2, "begin_time", "existingTime", "skippedTime"]]);
    expect(listValues(row?.problems[0]?.expected)).toEqual(["America/New_York"]);
    expect(listValues(row?.problems[0]?.received)).toEqual(["2021-03-14 02:30"]);
    expect((await read("2021-03-14 03:00", "America/New_York"))?.body?.begin_time).toBe(
      Date.parse("2021-03-14T07:00:00Z"),
    );
  });

  it("reads a time minutes after clocks were set forward, at one minute past midnight", async () => {
    const row = await read("2006-04-02 01:05", "America/St_Johns");
    expect(row?.body?.begin_time).toBe(Date.parse("2006-04-02T03:35:00Z"));
  });

  it("uses the earlier of two times when clocks are set back, and warns", async () => {
    const row = await read("2021-11-07 01:30", "America/New_York");
    expect(row?.body?.begin_time).toBe(Date.parse("2021-11-07T05:30:00Z"));
    expect(listWarnings(row)).toEqual([[2, "begin_time", "timeOnce", "clocksSetBack"]]);
  });

  it("uses the later end when clocks are set back between begin and end, and warns", async () => {
    const times = { begin_time: "2021-11-07 01:50", end_time: "2021-11-07 01:10" };
    const cells = formatRecord({ external_application_id: APPLICATION, ...times });
    const [row] = await readCsv(cells, "America/New_York");
    expect(row?.body).toMatchObject({
      begin_time: Date.parse("2021-11-07T05:50:00Z"),
      end_time: Date.parse("2021-11-07T06:10:00Z"),
    });
    expect(listWarnings(row)).toEqual([
      [2, "begin_time", "timeOnce", "clocksSetBack"],
      [2, "end_time", "timeOnceLater", "clocksSetBack"],
    ]);
  });

  it("uses the earlier time for both when they are the same", async () => {
    const times = { begin_time: "2021-11-07 01:30", end_time: "2021-11-07 01:30" };
    const cells = formatRecord({ external_application_id: APPLICATION, ...times });
    const [row] = await readCsv(cells, "America/New_York");
    const ms = Date.parse("2021-11-07T05:30:00Z");
    expect(row?.body).toMatchObject({ begin_time: ms, end_time: ms });
  });

  it.each([
    "2021/4/15 23：24",
    "２０２１/４/１５ ２３:２４",
    "2021年4月15日　下午11：24",
    "2021-04-15\u00a023:24",
  ])("reads %s, as Chinese keyboards write it", async (cell) => {
    expect((await read(cell, "Asia/Shanghai"))?.body?.begin_time).toBe(
      Date.parse("2021-04-15T23:24:00+08:00"),
    );
  });

  it("compares begin and end whatever form they take", async () => {
    const [row] = await readCsv(
      formatRecord({
        external_application_id: APPLICATION,
        begin_time: "2021-04-15T23:24:38+08:00",
        end_time: "2021-04-15T15:24:37Z",
      }),
    );
    expect(listProblems(row)).toEqual([[2, "end_time", "notBeforeBegin", "beforeBegin"]]);
  });

  it("reports a wrong order of the cells as they are written", async () => {
    const cells = {
      external_application_id: APPLICATION,
      begin_time: "2021/4/15 23:24",
      end_time: "2021/4/15 22:10",
    };
    const [row] = await readCsv(formatRecord(cells), "Asia/Shanghai");
    expect(listProblems(row)).toEqual([[2, "end_time", "notBeforeBegin", "beforeBegin"]]);
    expect(listValues(row?.problems[0]?.received)).toEqual(["2021/4/15 22:10"]);
  });

  it.each(["20210415", "202104152324", "210415232438", "20210415232438"])(
    "does not read the date %s as milliseconds",
    async (digits) => {
      const row = await read(digits);
      expect(listProblems(row)).toEqual([[2, "begin_time", "milliseconds", "looksLikeDate"]]);
      expect(listValues(row?.problems[0]?.received)).toEqual([digits]);
    },
  );

  it("accepts an offset in hours only, as PostgreSQL writes it", async () => {
    const row = await read("2021-04-15 23:24:38+08");
    expect(row?.body?.begin_time).toBe(Date.parse("2021-04-15T23:24:38+08:00"));
  });

  // Intl would accept the last three, CST as Chicago's time zone.
  it.each(["Mars/Olympus", "+8", "CST-8:00", "CST", "EST", "IST"])(
    "rejects the unknown time zone %s",
    (timeZone) => {
      const expected = inputError("unknownTimeZone", { name: timeZone });
      expect(() => openText("", { format: "csv", timeZone })).toThrow(expected);
    },
  );
});
