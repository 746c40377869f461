import { describe, expect, it } from "vitest";
import { readInterviews, readMapping } from "../../../../src/importer/index.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { formatTextRows, writeWorkbook } from "../xlsx/make-workbook.js";
import { openMapped, writeFiles } from "./mapping.js";

const BASE = "external_application_id: App\nexternal_id: Id\n";

describe("the times of a mapped table", () => {
  const read = async (cell: string, mapping: string) => {
    const rows = await readAll(await openMapped(`Id,App,When\ni1,${APPLICATION},${cell}\n`, BASE + mapping));
    return rows.map((row) => row.body?.begin_time ?? listProblems(row))[0];
  };
  const zone = "begin_time: When\ntime_zone: Asia/Shanghai\n";
  const named = zone.replace("When", "{column: When, values: {noon: 2021-02-05T04:00Z}}");

  it.each([
    ["2/5/2021 8:00 PM", `${zone}date_order: month/day/year\n`, Date.UTC(2021, 1, 5, 12)],
    ["2/5/2021 8:00 PM", `${zone}date_order: day/month/year\n`, Date.UTC(2021, 4, 2, 12)],
    ["5.2.2021 20:00", `${zone}date_order: day/month/year\n`, Date.UTC(2021, 1, 5, 12)],
    ['="2/5/2021 8:00 PM"', `${zone}date_order: month/day/year\n`, Date.UTC(2021, 1, 5, 12)],
    ["2021年2月5日 下午8:00", zone, Date.UTC(2021, 1, 5, 12)],
    ["2021/2/5 20:00", zone, Date.UTC(2021, 1, 5, 12)],
    ["2021/2/5 20:00", named, Date.UTC(2021, 1, 5, 12)],
    ["noon", named, Date.UTC(2021, 1, 5, 4)],
  ])("%s by %j", async (cell, mapping, ms) => {
    expect(await read(cell, mapping)).toBe(ms);
  });

  it.each([
    ["a date in an order that nobody has named", "2/5/2021 8:00 PM", zone, "time"],
    ["a date alone", "2021/2/5", zone, "timeOfDay"],
    ["a time without a zone", "2021/2/5 20:00", "begin_time: When\n", "offset"],
  ])("are not guessed: %s", async (_, cell, mapping, expected) => {
    expect(await read(cell, mapping)).toEqual([[2, "When", expected, "quoted"]]);
  });

  it("may be made of a date and a time, in the order that the mapping names", async () => {
    const table = `Id,App,Day,From,To,Note\ni1,${APPLICATION},2/5/2021,8:00 PM,9:30 PM,2/5/2021 again\n`;
    const mapping = `${BASE}begin_time: {text: "{Day} {From}"}\nend_time: {text: "{Day} {To}"}\ncomment: Note\n`;
    const settings = "time_zone: Asia/Shanghai\ndate_order: day/month/year\n";
    const [row] = await readAll(await openMapped(table, mapping + settings));
    expect(row?.body).toMatchObject({
      begin_time: Date.UTC(2021, 4, 2, 12),
      end_time: Date.UTC(2021, 4, 2, 13, 30),
      interview_assessments: [{ content: "2/5/2021 again" }],
    });
  });

  it("may end a number of minutes after they begin", async () => {
    const table = `Id,App,When,Long\ni1,${APPLICATION},2021/2/5 20:00,45.5\ni2,${APPLICATION},2021/2/5 20:00,1:30\ni3,${APPLICATION},2021/2/5 20:00,1:30:06\n`;
    const mapping = `${BASE}${zone}end_time: {minutes: Long}\n`;
    const [first, second, third] = await readAll(await openMapped(table, mapping));
    expect(third?.body?.end_time).toBe(Date.UTC(2021, 1, 5, 13, 30, 6));
    expect(first?.body?.end_time).toBe(Date.UTC(2021, 1, 5, 12, 45, 30));
    expect(listProblems(second)).toEqual([[3, "Long", "minutes", "quoted"]]);
  });

  it("are in the zone of the command if that has one", async () => {
    const input = await openMapped(`Id,App,When\ni1,${APPLICATION},2021/2/5 20:00\n`, BASE + zone, {
      timeZone: "UTC",
    });
    expect((await readAll(input))[0]?.body?.begin_time).toBe(Date.UTC(2021, 1, 5, 20));
  });

  it("do not end at all if the formula of their minutes has not been calculated", async () => {
    const cells = `<c t="inlineStr"><is><t>i1</t></is></c><c t="inlineStr"><is><t>${APPLICATION}</t></is></c>`;
    const when = '<c t="inlineStr"><is><t>2021/2/5 20:00</t></is></c>';
    const row = `<row>${cells}${when}<c><f>B1*60</f></c></row>`;
    const path = writeWorkbook({ sheets: [{ rows: formatTextRows([["Id", "App", "When", "Long"]]) + row }] });
    const mapping = await readMapping(
      await writeFiles({ "map.yaml": `${BASE}${zone}end_time: {minutes: Long}\n` }),
    );
    const [read] = await readAll(readInterviews(path, { format: "xlsx", mapping }));
    expect(listProblems(read)).toEqual([[2, "Long", "calculatedFormula", "formulaWithoutValue"]]);
  });
});
