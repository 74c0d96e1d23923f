/** Extracts that are no UTF-8 CSV: workbooks, and what Chinese core systems write. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { openExtract } from "../../../src/features/people/index.ts";
import { importPortfolio } from "../../../src/features/portfolio/index.ts";
import { anOfficer, aUnit } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { aFile, imported, ownRow, ownText, shipped } from "./extracts.ts";
import { aWorkbook, textCell } from "./workbook.ts";

const own = shipped("own");
let world: World;

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" });
});

const wishes = (file: string, more = {}) => ({
  ...{ file, mapping: own, asOf: isoDate("2026-03-09"), takeOnOn: isoDate("2026-03-01") },
  ...more,
});
const take = (file: string, more = {}) => imported(world.system(), wishes(file, more));
const refusalOf = (file: string, more = {}) => importPortfolio(world.system(), wishes(file, more));
const withFile = (more: object) => ({ mapping: { ...own, file: { ...own.file, ...more } } });

async function rowsOf(path: string, sheet?: string) {
  const extract = await openExtract(path, { sheet });
  if (extract === undefined || isRefusal(extract)) throw new Error("this should open");
  const rows = [];
  for await (const row of extract.rows) rows.push(row);
  return { header: extract.header, rows };
}

/** A sheet of our own layout, all cells text but for those that `typed` gives. */
function ownSheet(typed: Readonly<Record<string, string>> = {}): string {
  const row = ownRow();
  const columns = Object.keys(row);
  const letter = (place: number) => String.fromCharCode(65 + place);
  const header = columns.map((name, place) => textCell(`${letter(place)}1`, name)).join("");
  const cells = columns.map((name, place) => {
    const reference = `${letter(place)}3`;
    return typed[name] === undefined ? textCell(reference, row[name] ?? "") : typed[name].replace("REF", reference);
  });
  return `<row r="1">${header}</row><row r="3">${cells.join("")}</row>`;
}

describe("a workbook", () => {
  const day = (serial: number, style: number) => `<c r="REF" s="${style}"><v>${serial}</v></c>`;

  it("brings the loan with its dates and amounts, whatever dates the mapping reads as text", async () => {
    // 46027 is 2026-01-05; the principal is what Excel makes of 1,234,567.89.
    const file = aWorkbook({
      Loans: ownSheet({
        disbursed_on: day(46027, 1),
        matures_on: day(46392.75, 2),
        principal: '<c r="REF"><v>1234567.8899999999</v></c>',
        drawn: '<c r="REF" t="n"><v>8.0E5</v></c>',
      }),
    });

    const report = await take(file, withFile({ dates: ["DD.MM.YYYY"] }));

    expect(report.counts).toEqual({ rows: 1, imported: 1, updated: 0, unchanged: 0, refused: 0 });
    expect(await world.db.loan.findFirstOrThrow()).toMatchObject({
      disbursedOn: "2026-01-05",
      maturesOn: "2027-01-05",
      principalMinor: 123_456_789n,
      drawnMinor: 80_000_000n,
    });
  });

  it("is read again without a change, like any other file", async () => {
    const file = aWorkbook({ Loans: ownSheet() });
    await take(file);

    expect((await take(file)).counts).toMatchObject({ rows: 1, unchanged: 1 });
  });

  it("names the row as Excel counts it, and says which number lost its digits", async () => {
    const number = (digits: string) => ({ loan_number: `<c r="REF"><v>${digits}</v></c>` });
    const report = await take(aWorkbook({ Loans: ownSheet(number("6222020200112233445")) }));

    expect(report.refused.map(({ reason, samples }) => [reason, samples.map(({ line }) => line)])).toEqual([
      ["digits_lost", [3]],
    ]);
    expect((await take(aWorkbook({ Loans: ownSheet(number("100001400312345")) }))).counts.imported).toBe(1);
    expect(await world.db.loan.findFirst({ where: { number: "100001400312345" } })).not.toBeNull();
  });

  it("has a first sheet and named ones, and the import says which there are", async () => {
    const file = aWorkbook({ 说明: `<row r="1">${textCell("A1", "read me")}</row>`, 台账: ownSheet() });

    expect((await take(file, withFile({ sheet: "台账" }))).counts.imported).toBe(1);
    expect(await refusalOf(file)).toMatchObject({ refused: "import.columns_missing" });
    expect(await refusalOf(file, withFile({ sheet: "Loans" }))).toMatchObject({
      refused: "import.no_sheet",
      values: { sheet: "Loans", sheets: "说明, 台账" },
    });
  });

  it("holds shared and rich texts, truth values, empty cells and cells beyond the table", async () => {
    const shared = [
      "<t>name</t>",
      '<r><t xml:space="preserve">恒裕 </t></r><r><t>&amp; Co</t></r><rPh sb="0" eb="1"><t>héng</t></rPh>',
      "<t/>",
    ];
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c>${textCell("B1", "live")}${textCell("C1", "note")}</row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="D2" s="1"/></row>
      <row r="4"><c r="C4" t="str"><f>A1</f><v>a formula's</v></c></row>
      <row r="5"><c r="A5" t="s"><v>2</v></c></row>
      <row r="6">${textCell("E6", "astray")}</row>`;

    const { header, rows } = await rowsOf(aWorkbook({ One: sheet }, { shared }));

    expect(header).toEqual(["name", "live", "note"]);
    expect(rows).toEqual([
      { line: 2, cells: ["恒裕 & Co", "TRUE", ""] },
      { line: 4, cells: ["", "", "a formula's"] },
      { line: 6, cells: ["", "", "", "", "astray"], broken: "wrong_number_of_columns" },
    ]);
  });

  it.each([
    ["0.30000000000000004", 0, "0.3"],
    ["-1E-3", 0, "-0.001"],
    ["1E3", 0, "1000"],
    ["123456789012345", 0, "123456789012345"],
    ["0", 0, "0"],
    ["46027", 2, "2026-01-05"],
    ["46027", 1, "2026-01-05"],
    ["0.5", 3, "0.5"],
    ["61", 2, "1900-03-01"],
  ])("shows %s in style %i as %s", async (stored, style, shown) => {
    const sheet = `<row r="1">${textCell("A1", "x")}</row><row r="2"><c r="A2" s="${style}"><v>${stored}</v></c></row>`;

    expect((await rowsOf(aWorkbook({ One: sheet }))).rows).toEqual([{ line: 2, cells: [shown] }]);
  });

  it("may count its days from 1904", async () => {
    const sheet = `<row r="1">${textCell("A1", "x")}</row><row r="2"><c r="A2" s="2"><v>44565</v></c></row>`;

    expect((await rowsOf(aWorkbook({ One: sheet }, { is1904: true }))).rows[0]?.cells).toEqual(["2026-01-05"]);
  });

  it("that is damaged, or older than .xlsx, is refused in words", async () => {
    const damaged = aFile("PK\u0003\u0004 and no more", "damaged.xlsx");
    const old = aFile("", "old.xls");
    writeFileSync(old, Buffer.from("D0CF11E0A1B11AE1000000", "hex"));

    expect(await refusalOf(damaged)).toMatchObject({ refused: "import.broken_workbook" });
    expect(await refusalOf(aWorkbook({ One: "<row><c></row>" }))).toMatchObject({ refused: "import.broken_workbook" });
    expect(await refusalOf(old)).toMatchObject({ refused: "import.old_workbook" });
  });
});

/** 恒裕 and 贷 in GB18030, and a character that GBK lacks. */
const IN_GB18030: Readonly<Record<string, readonly number[]>> = {
  恒: [0xba, 0xe3],
  裕: [0xd4, 0xa3],
  贷: [0xb4, 0xfb],
  㐀: [0x81, 0x39, 0xee, 0x39],
};

function inGb18030(text: string): string {
  const path = aFile("");
  writeFileSync(path, Buffer.concat([...text].map((sign) => Buffer.from(IN_GB18030[sign] ?? [...Buffer.from(sign)]))));
  return path;
}

describe("a text file in GB18030", () => {
  const text = ownText(ownRow({ borrower_name: "恒裕㐀" }));

  it("is read where the mapping says so", async () => {
    expect((await take(inGb18030(text), withFile({ encoding: "gb18030" }))).counts.imported).toBe(1);
    expect(await world.db.borrower.findFirstOrThrow()).toMatchObject({ name: "恒裕㐀" });
  });

  it("is read right across the pieces in which a file comes", async () => {
    const name = "裕".repeat(1_000);
    const rows = Array.from({ length: 100 }, (_, row) =>
      ownRow({ loan_number: `L-${row}`, borrower_number: `C-${row}`, borrower_name: name }),
    );
    await take(inGb18030(ownText(...rows)), withFile({ encoding: "gb18030" }));

    expect(await world.db.borrower.count({ where: { name } })).toBe(100);
  });

  it("is refused where nothing says so: each row that is no UTF-8, or the whole file by its header", async () => {
    const report = await take(inGb18030(text));
    expect(report.refused.map(({ reason }) => reason)).toEqual(["not_text"]);

    expect(await refusalOf(inGb18030(`贷,${text}`))).toMatchObject({ refused: "import.not_utf8" });
  });

  it("is not what a UTF-8 file is", async () => {
    const utf8 = aFile(`贷,${text}`);

    expect(await refusalOf(utf8, withFile({ encoding: "gb18030" }))).toMatchObject({
      refused: expect.stringMatching(/^import\./),
    });
  });
});
