import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText } from "../../../src/domain/check/decimal.ts";
import { parseAnswer } from "../../../src/domain/check/parse-answer.ts";
import type { FormItem, StoredAnswer } from "../../../src/domain/check/types.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { aForm, aFormAsking, aLoan, itemAt, onBorrower, onLoan, today } from "./a-check.ts";

const words = { en: "A", "zh-Hans": "甲", "zh-Hant": "甲" };

function anItem(fields: Record<string, unknown>): FormItem {
  return itemAt(aFormAsking({ key: "asked", ...fields }), onLoan("asked"));
}

function anAmount(fields: Record<string, unknown> = {}): FormItem {
  return anItem({ type: "number", unit: "yuan", scale: 2, ...fields });
}

const aPercentage = anItem({ type: "number", unit: "percent", scale: 2, min: "-100", max: "100" });
const aCount = anItem({ type: "number", unit: "count", scale: 0, min: "0" });

function outcome(item: FormItem, raw: string | readonly string[]): string | readonly string[] | undefined {
  const answer = parseAnswer(item, raw, { today });
  return isRefusal(answer) ? answer.refused : answer?.value;
}

describe("a number as people type it", () => {
  it.each([
    ["12.5", "12.50"],
    [" 12.5 ", "12.50"],
    ["１２.５", "12.50"],
    ["１２．５", "12.50"],
    ["1,234,567.8", "1234567.80"],
    ["１，２３４", "1234.00"],
    ["1234567", "1234567.00"],
    ["007", "7.00"],
    ["-12", "-12.00"],
    ["−12", "-12.00"],
    ["－１２", "-12.00"],
    ["+3", "3.00"],
    ["-0", "0.00"],
    ["0.00", "0.00"],
    ["1.500", "1.50"],
    ["¥1,000", "1000.00"],
    ["￥1000", "1000.00"],
    ["1000元", "1000.00"],
    ["999999999999999999", "999999999999999999.00"],
  ])("an amount %j is %s", (typed, stored) => {
    expect(parseAnswer(anAmount(), typed, { today })).toEqual({ value: stored, unit: "yuan" });
  });

  it.each([
    ["95%", "95.00"],
    ["９５％", "95.00"],
    ["-15 %", "-15.00"],
  ])("a percentage %j is %s", (typed, stored) => {
    expect(outcome(aPercentage, typed)).toBe(stored);
  });

  it.each([
    ["about 12", "check.error.not_a_number"],
    ["十二", "check.error.not_a_number"],
    ["12.", "check.error.not_a_number"],
    [".5", "check.error.not_a_number"],
    ["1e6", "check.error.not_a_number"],
    ["1 000", "check.error.not_a_number"],
    ["12天", "check.error.not_a_number"],
    ["--5", "check.error.not_a_number"],
    ["12,5", "check.error.separators"],
    ["1,23,456", "check.error.separators"],
    ["1.234,5", "check.error.separators"],
    ["3万", "check.error.ten_thousands_meant"],
    ["约3万", "check.error.ten_thousands"],
    ["95%", "check.error.percent_not_asked"],
    ["1.005", "check.error.too_many_decimals"],
    ["9999999999999999999", "check.error.too_long_number"],
  ])("an amount %j is refused: %s", (typed, code) => {
    expect(outcome(anAmount(), typed)).toBe(code);
  });

  it.each([
    ["12.5万", "125000"],
    ["１２万元", "120000"],
    ["1,200萬", "12000000"],
    ["1.5亿", "150000000"],
    ["0.00001億", "1000"],
  ])("for %j it says to write %s", (typed, meant) => {
    expect(parseAnswer(anAmount(), typed, { today })).toMatchObject({ values: { meant } });
  });

  it("keeps to its limits, which are allowed themselves", () => {
    expect(outcome(aPercentage, "100")).toBe("100.00");
    expect(outcome(aPercentage, "100.01")).toBe("check.error.above_max");
    expect(outcome(aPercentage, "-100")).toBe("-100.00");
    expect(outcome(aPercentage, "-100.01")).toBe("check.error.below_min");
    expect(outcome(aCount, "-1")).toBe("check.error.below_min");
    expect(outcome(aCount, "1.5")).toBe("check.error.too_many_decimals");
  });

  it("says at which field it was refused", () => {
    expect(parseAnswer(aCount, "many", { today })).toMatchObject({ field: "loan:L-1/asked" });
  });

  it("is stored to the last digit, and read again from what was stored", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (digits) => {
        const text = decimalText({ digits, scale: 2 }) ?? "";
        const stored = parseAnswer(anAmount(), text, { today });
        expect(stored).toEqual({ value: text, unit: "yuan" });
        expect(parseAnswer(anAmount(), (stored as StoredAnswer).value, { today })).toEqual(stored);
      }),
      { numRuns: 50 },
    );
  });

  it("never throws, and stores nothing but digits, whatever is typed", () => {
    const signs = [..."0123456789０９.．,，-−－+% ％万萬亿元¥￥eE\u200f\u3000x"];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }), (typed) => {
        const answer = parseAnswer(aCount, typed, { today });
        if (answer !== undefined && !isRefusal(answer)) expect(answer.value).toMatch(/^\d+$/u);
      }),
    );
  });
});

describe("a date", () => {
  const visitedOn = itemAt(aForm({ lastVisitedOn: isoDate("2026-03-31") }), onBorrower("visited_on"));
  const firstVisit = itemAt(aForm({ kind: "first" }), onBorrower("visited_on"));

  it.each([
    ["2026-06-30", "2026-06-30"],
    ["2026-07-01", "check.error.date_in_future"],
    ["2026-03-31", "2026-03-31"],
    ["2026-03-30", "check.error.date_before_last"],
    ["2026-02-29", "check.error.not_a_date"],
    ["30.6.2026", "check.error.not_a_date"],
  ])("of a visit, %s gives %s", (typed, result) => {
    expect(outcome(visitedOn, typed)).toBe(result);
  });

  it("of a first visit cannot lie before the money was paid out", () => {
    expect(outcome(firstVisit, "2026-01-15")).toBe("2026-01-15");
    expect(outcome(firstVisit, "2026-01-14")).toBe("check.error.date_before_disbursement");
  });

  it("of a first visit for two loans counts from the earlier payment", () => {
    const loans = [aLoan(), aLoan({ loanId: "L-2", disbursedOn: isoDate("2026-01-10") })];
    const item = itemAt(aForm({ kind: "first", loans }), onBorrower("visited_on"));
    expect(outcome(item, "2026-01-10")).toBe("2026-01-10");
  });

  it("until which something is valid may lie ahead", () => {
    const insured = anItem({ type: "date" });
    expect(outcome(insured, addDays(today, 400))).toBe(addDays(today, 400));
  });
});

describe("words, choices, people and files", () => {
  const aChoice = anItem({
    type: "choice",
    options: [
      { value: "full", label: words },
      { value: "none", label: words },
    ],
  });

  it("a choice must be one of the choices, and one only", () => {
    expect(outcome(aChoice, "full")).toBe("full");
    expect(outcome(aChoice, "partly")).toBe("check.error.not_an_option");
    expect(outcome(aChoice, ["full", "none"])).toBe("check.error.one_only");
    expect(outcome(anItem({ type: "yes_no" }), "yes")).toBe("yes");
    expect(outcome(anItem({ type: "yes_no" }), "maybe")).toBe("check.error.not_an_option");
  });

  it("people and files are kept once each, in the order given", () => {
    expect(outcome(anItem({ type: "people" }), ["U2", "U1", "U2"])).toEqual(["U2", "U1"]);
    expect(outcome(anItem({ type: "evidence" }), ["F1"])).toEqual(["F1"]);
  });

  it("a text is counted in characters, so that Chinese has as much room as English", () => {
    const short = anItem({ type: "text", max_length: 4 });
    expect(outcome(short, "厂房上锁")).toBe("厂房上锁");
    expect(outcome(short, "👍👍👍👍")).toBe("👍👍👍👍");
    expect(outcome(short, "厂房已上锁")).toBe("check.error.text_too_long");
  });

  it.each([[""], ["   "], [[]], [["", " "]]])("nothing given (%j) is no answer, and no error by itself", (raw) => {
    expect(parseAnswer(anItem({ type: "text" }), raw, { today })).toBeUndefined();
    expect(parseAnswer(aCount, raw, { today })).toBeUndefined();
    expect(parseAnswer(anItem({ type: "people" }), raw, { today })).toBeUndefined();
  });
});
