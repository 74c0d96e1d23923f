/** Tables for spreadsheets: what was given stands in the file, typed, and nothing in it runs. */

import { createHash } from "node:crypto";
import { PassThrough, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type Column, type Row, type Workbook, writeCsv, writeXlsx } from "../../../src/platform/sheets/index.ts";
import { SHEET_LIMITS } from "../../../src/platform/sheets/sheet-xml.ts";
import { STYLE } from "../../../src/platform/sheets/styles.ts";
import { momentOf, partsOf, rowsOf } from "./read-back.ts";

const COLUMNS: readonly Column[] = [
  { title: "What", kind: "text" },
  { title: "How many", kind: "number" },
  { title: "Drawn", kind: "money" },
  { title: "Due", kind: "date" },
  { title: "When", kind: "datetime", width: 25 },
];

function workbook(rows: Workbook["sheets"][0]["rows"], columns = COLUMNS): Workbook {
  return {
    title: "Ledger <of> June & July",
    madeBy: "afterloan",
    madeAt: new Date("2026-11-26T07:00:00Z"),
    timeZone: "Asia/Shanghai",
    sheets: [{ name: "Ledger", columns, rows }],
  };
}

async function written(
  write: typeof writeXlsx,
  book: Workbook,
): Promise<{ file: Buffer; told: Awaited<ReturnType<typeof writeXlsx>> }> {
  const out = new PassThrough();
  const [file, told] = await Promise.all([buffer(out), write(out, book)]);
  return { file, told };
}

const cny = (minor: bigint) => ({ minor, currency: "CNY" });
const ROW: Row = ["到期检查", 12, cny(-123_456_789_05n), "2026-12-01", new Date("2026-11-26T16:30:05Z")];
const firstSheet = async (file: Buffer) => rowsOf((await partsOf(file)).get("xl/worksheets/sheet1.xml") ?? "");

describe("a workbook", () => {
  test("holds numbers, money, dates and moments as what they are, the moment on the reader's clock", async () => {
    const { file } = await written(writeXlsx, workbook([ROW]));
    const [header, row] = await firstSheet(file);
    expect(header?.map(({ text }) => text)).toEqual(["What", "How many", "Drawn", "Due", "When"]);
    expect(row?.map(({ type, style }) => [type, style])).toEqual([
      ["inlineStr", STYLE.text],
      ["n", STYLE.number],
      ["n", STYLE.money],
      ["n", STYLE.date],
      ["n", STYLE.datetime],
    ]);
    expect(row?.slice(0, 3).map(({ text }) => text)).toEqual(["到期检查", "12", "-123456789.05"]);
    expect(momentOf(row?.[3]?.text ?? "")).toBe("2026-12-01 00:00:00");
    expect(momentOf(row?.[4]?.text ?? "")).toBe("2026-11-27 00:30:05");
  });

  test("has a frozen header, a filter over every row, widths, and properties without person and machine", async () => {
    const { file } = await written(writeXlsx, workbook([ROW, ROW]));
    const parts = await partsOf(file);
    const xml = parts.get("xl/worksheets/sheet1.xml");
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:E3"/>');
    // Without these LibreOffice, and what reads as it does, shows neither filter nor frozen row.
    const book = parts.get("xl/workbook.xml");
    expect(book).toContain('localSheetId="0" hidden="1">\'Ledger\'!$A$1:$E$3</definedName>');
    expect(book).toContain("<bookViews><workbookView");
    expect(xml).toContain('<col min="5" max="5" width="25" customWidth="1"/>');
    expect(parts.get("docProps/core.xml")).toContain(
      "<dc:title>Ledger &lt;of&gt; June &amp; July</dc:title><dc:creator>afterloan</dc:creator>",
    );
    expect([...parts.keys()].sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "docProps/app.xml",
      "docProps/core.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
  });

  test("keeps every digit: what is too long for a number in Excel is text", async () => {
    const columns: Column[] = [
      { title: "n", kind: "number" },
      { title: "m", kind: "money" },
    ];
    const rows: Row[] = [
      [123_456_789_012_345n, cny(999_999_999_999_999n)],
      [1_234_567_890_123_456n, cny(1_000_000_000_000_000n)],
      [undefined, { minor: 500n, currency: "JPY" }],
    ];
    const { file } = await written(writeXlsx, workbook(rows, columns));
    const read = (await firstSheet(file))
      .slice(1)
      .map((row) => row.map(({ type, style, text }) => [type, style, text]));
    expect(read).toEqual([
      [
        ["n", STYLE.number, "123456789012345"],
        ["n", STYLE.money, "9999999999999.99"],
      ],
      [
        ["inlineStr", STYLE.text, "1234567890123456"],
        ["inlineStr", STYLE.text, "10000000000000.00"],
      ],
      [["n", STYLE.wholeMoney, "500"]],
    ]);
  });

  test("survives whatever people type, and says a lone surrogate, a control character and Excel's own escapes harmlessly", async () => {
    const columns: Column[] = [{ title: "t", kind: "text" }];
    const given = ["<b>&\"'", "a\u0000b\u0008", "\ud800", "_x0041_", " edge ", "x".repeat(40_000)];
    const { file } = await written(
      writeXlsx,
      workbook(
        given.map((text) => [text]),
        columns,
      ),
    );
    const read = (await firstSheet(file)).slice(1).map(([cell]) => cell?.text);
    expect(read.slice(0, 5)).toEqual(["<b>&\"'", "a\ufffdb\ufffd", "\ufffd", "_x005F_x0041_", " edge "]);
    expect(read[5]).toHaveLength(32_767);
  });

  test("has several sheets; the last may sum up what the first counted", async () => {
    let seen = 0;
    const rows = function* (): Generator<Row> {
      for (; seen < 3; seen += 1) yield ["x"];
    };
    const sum = function* (): Generator<Row> {
      yield [seen];
    };
    const { file, told } = await written(writeXlsx, {
      ...workbook([]),
      sheets: [
        { name: "A/B?", columns: [{ title: "t", kind: "text" }], rows: rows() },
        { name: "a b ", columns: [{ title: "n", kind: "number" }], rows: sum() },
        { name: "A B", columns: [{ title: "n", kind: "number" }], rows: [] },
      ],
    });
    const parts = await partsOf(file);
    expect(
      [...(parts.get("xl/workbook.xml") ?? "").matchAll(/sheet name="([^"]*)"/gu)].map(([, name]) => name),
    ).toEqual(["A B", "a b (2)", "A B (3)"]);
    expect(rowsOf(parts.get("xl/worksheets/sheet2.xml") ?? "")[1]?.[0]?.text).toBe("3");
    expect(told).toEqual({ rows: 4, bytes: file.length, sha256: createHash("sha256").update(file).digest("hex") });
  });
});

describe("more rows than Excel takes in a sheet", () => {
  const { rows: most } = SHEET_LIMITS;
  afterEach(() => {
    SHEET_LIMITS.rows = most;
  });

  test("go on in a next one, none lost and none twice", async () => {
    expect(most).toBe(1_048_576);
    SHEET_LIMITS.rows = 4;
    const rows = Array.from({ length: 6 }, (_, nth): Row => [nth]);
    const { file } = await written(writeXlsx, workbook(rows, [{ title: "n", kind: "number" }]));
    const parts = await partsOf(file);
    expect(parts.get("xl/workbook.xml")).toContain('name="Ledger"');
    expect(parts.get("xl/workbook.xml")).toContain('name="Ledger (2)"');
    const each = [1, 2].map((nth) =>
      rowsOf(parts.get(`xl/worksheets/sheet${nth}.xml`) ?? "").map(([cell]) => cell?.text),
    );
    expect(each).toEqual([
      ["n", "0", "1", "2"],
      ["n", "3", "4", "5"],
    ]);
    expect(parts.has("xl/worksheets/sheet3.xml")).toBe(false);
  });
});

describe("nothing in a file runs", () => {
  const columns: Column[] = [{ title: "t", kind: "text" }];
  const attack = fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＠", "\t", "\r"), fc.string())
    .map(([sign, rest]) => sign + rest);
  const isHarmless = (text: string) => !/^\s*[=+\-@＝＋－＠]/u.test(text) && !/^[\t\r\n]/u.test(text);

  test("no text begins as a formula does, in neither format, and every text is a typed string in a workbook", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attack, { minLength: 1, maxLength: 20 }), async (texts) => {
        const book = () =>
          workbook(
            texts.map((text) => [text]),
            columns,
          );
        const cells = (await firstSheet((await written(writeXlsx, book())).file)).flat();
        expect(cells.filter(({ type, text }) => type !== "inlineStr" || !isHarmless(text))).toEqual([]);
        const lines: string[][] = parse((await written(writeCsv, book())).file, {
          bom: true,
          record_delimiter: "\r\n",
        });
        expect(lines.flat().filter((text) => !isHarmless(text))).toEqual([]);
        expect(lines.slice(1).map(([text]) => text)).toEqual(texts.map((text) => `'${text}`));
      }),
      { numRuns: 100 },
    );
  });

  test("a number below nothing stays a number", async () => {
    const { file } = await written(writeCsv, workbook([["ok", -5, cny(-5n), undefined, undefined]]));
    expect(file.toString("utf8").split("\r\n")[1]).toBe('"ok",-5,-0.05,,');
  });
});

describe("CSV", () => {
  test("is UTF-8 with its mark, quoted by RFC 4180, and reads back as it was given", async () => {
    const { file, told } = await written(
      writeCsv,
      workbook([ROW, ['say "yes";\nor, no', 0, cny(0n), "2026-01-31", new Date(0)]]),
    );
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(file, { bom: true, record_delimiter: "\r\n" })).toEqual([
      ["What", "How many", "Drawn", "Due", "When"],
      ["到期检查", "12", "-123456789.05", "2026-12-01", "2026-11-27 00:30:05"],
      ['say "yes";\nor, no', "0", "0.00", "2026-01-31", "1970-01-01 08:00:00"],
    ]);
    expect(told.rows).toBe(2);
  });
});

describe.each([
  ["a workbook", writeXlsx],
  ["CSV", writeCsv],
])("%s that cannot be finished", (_name, write) => {
  test("says why the rows failed, and lets go of them", async () => {
    let isClosed = false;
    const rows = async function* (): AsyncGenerator<Row> {
      try {
        for (let nth = 0; ; nth += 1) {
          if (nth === 5000) throw new Error("the database went away");
          yield ROW;
        }
      } finally {
        isClosed = true;
      }
    };
    const out = new PassThrough();
    out.resume();
    await expect(write(out, workbook(rows()))).rejects.toThrow("the database went away");
    expect(isClosed).toBe(true);
  });

  test("says that the disk is full while rows still come, and lets go of them", async () => {
    let isClosed = false;
    const rows = async function* (): AsyncGenerator<Row> {
      try {
        for (;;) yield ROW;
      } finally {
        isClosed = true;
      }
    };
    const full = new Writable({ write: (_piece, _encoding, done) => done(new Error("ENOSPC")) });
    await expect(write(full, workbook(rows()))).rejects.toThrow("ENOSPC");
    expect(isClosed).toBe(true);
  });

  test("takes no cell of another kind than its column's", async () => {
    const out = new PassThrough();
    out.resume();
    await expect(write(out, workbook([["x", "12", undefined, undefined, undefined]]))).rejects.toThrow("How many");
  });
});
