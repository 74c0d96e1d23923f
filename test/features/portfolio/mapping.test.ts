import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadMapping } from "../../../src/features/portfolio/index.ts";
import { readAmount } from "../../../src/features/portfolio/mapping/amount.ts";
import { dateReader, isDateFormat } from "../../../src/features/portfolio/mapping/date-format.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { aFile } from "./extracts.ts";

describe("dates in files", () => {
  it.each([
    ["M/D/YYYY", "2/28/1997", "1997-02-28"],
    ["M/D/YYYY", "12/1/2004", "2004-12-01"],
    ["M/D/YYYY", "02/29/2004", "2004-02-29"],
    ["M/D/YYYY", "2/29/2005", undefined],
    ["M/D/YYYY", "13/1/2004", undefined],
    ["M/D/YYYY", "2/28/97", undefined],
    ["D-Mon-YY", "22-May-90", "1990-05-22"],
    ["D-Mon-YY", "1-jan-49", "2049-01-01"],
    ["D-Mon-YY", "1-JAN-50", "1950-01-01"],
    ["D-Mon-YY", "3-Mai-90", undefined],
    ["YYYY-MM-DD", "2026-3-1", undefined],
    ["YYYYMMDD", "20260301", "2026-03-01"],
    ["YYYY年M月D日", "2026年3月1日", "2026-03-01"],
    ["DD.MM.YYYY", "01.03.2026", "2026-03-01"],
    ["DD.MM.YYYY", "01x03x2026", undefined],
  ])("%s reads %s as %s", (format, text, date) => {
    expect(dateReader([format], 1950)(text)).toBe(date);
  });

  it.each([
    ["M/D/YYYY", true],
    ["D-Mon-YY", true],
    ["M/D", false],
    ["M/M/YYYY", false],
    ["dd.mm.yyyy", false],
  ])("%s is a format: %s", (format, is) => {
    expect(isDateFormat(format)).toBe(is);
  });

  it("puts any two-digit year within the hundred years that begin where the mapping says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2000 }), fc.integer({ min: 0, max: 99 }), (from, short) => {
        const date = dateReader(["D/M/YY"], from)(`1/1/${String(short).padStart(2, "0")}`);
        const year = Number(date?.slice(0, 4));
        expect(year).toBeGreaterThanOrEqual(from);
        expect(year).toBeLessThan(from + 100);
        expect(year % 100).toBe(short);
      }),
    );
  });
});

describe("amounts in files", () => {
  it.each([
    ["1234.5", "CNY", "major", "123450"],
    ["$1,234.50", "USD", "major", "123450"],
    ["￥ 12,000", "CNY", "major", "1200000"],
    ["12.5", "CNY", "ten_thousand", "12500000"],
    ["0.1", "CNY", "million", "10000000"],
    ["500", "JPY", "major", "500"],
    ["500.5", "JPY", "major", undefined],
    ["500", "CNY", "minor", "500"],
    ["5.10", "CNY", "major", "510"],
    ["5.001", "CNY", "major", undefined],
    ["-3", "CNY", "major", "-300"],
    ["", "CNY", "major", undefined],
    ["1e6", "CNY", "major", undefined],
    ["12,5", "CNY", "major", "12500"],
  ] as const)("%s in %s, counted in %s, is %s in the smallest coin", (text, currency, unit, minor) => {
    expect(readAmount(text, currency, unit)).toBe(minor);
  });

  it("loses no fen of any amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (minor) => {
        const text = `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`;
        expect(readAmount(text, "CNY", "major")).toBe(String(minor));
      }),
    );
  });
});

describe("a mapping with mistakes", () => {
  it("is told of all of them at once, each with its line and what helps", () => {
    const text = [
      "mapping: mine",
      "file:",
      "  dates: [YYYY/MM]",
      "  money: { currency: CNY, unit: yuan }",
      "unit: { code: unit }",
      "borrower:",
      "  number: no",
      "  nmae: name",
      "  customer_type: type",
      "loan:",
      "  number: no",
      "  product: { constant: crypto }",
      "  state: { choose: [{ give: live, when: [{ column: a, field: product, one_of: [x] }] }] }",
      "  principal: p",
      "  drawn: d",
      "  disbursed_on: on",
      "  tier: t",
    ].join("\n");
    const problems = loadMapping(aFile(text, "mine.yml"));
    expect(isProblems(problems)).toBe(true);
    if (!isProblems(problems)) return;
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 6, 8, 12, 13]);
    expect(problems.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });
});
