import { describe, expect, it } from "vitest";
import type { Answers, CheckForm, FormItem } from "../../../src/domain/check/types.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { implausible } from "../../../src/domain/gate/implausible.ts";

const rules = { jumpFactor: 5, sameFiguresFrom: 3, oldAfterDays: 92 };
const today = isoDate("2026-03-02");

function item(key: string, unit: FormItem["unit"]): FormItem {
  const words = { en: key, "zh-Hans": key, "zh-Hant": key };
  return {
    key,
    answerKey: `borrower/${key}`,
    subject: "borrower",
    type: "number",
    unit,
    scale: 2,
    label: words,
    why: words,
    required: false,
    as_of: true,
    evidence: "none",
    source: ["D"],
    blockKey: "b",
    needs_legal_review: false,
  };
}

const form: CheckForm = {
  passedOver: [],
  steps: [
    {
      id: "s",
      blockKey: "b",
      subject: "borrower",
      title: { en: "", "zh-Hans": "", "zh-Hant": "" },
      part: { number: 1, of: 1 },
      files: false,
      items: [item("sales", "yuan"), item("stock", "tonnes"), item("staff", "persons"), item("debt", "percent")],
    },
  ],
};

const answers = (values: Record<string, string>, asOf = "2026-02-28"): Answers =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`borrower/${key}`, { value, asOf: isoDate(asOf) }]));
const found = (now: Answers, last?: Answers) =>
  implausible(form, now, last, today, rules).map(({ rule, answerKey }) => `${rule} ${answerKey}`);

describe("numbers that can hardly be right", () => {
  it("are yuan where ten thousand yuan were meant, and kilograms for tonnes", () => {
    expect(found(answers({ sales: "1240" }), answers({ sales: "12000000" }))).toEqual(["unit_mixed borrower/sales"]);
    expect(found(answers({ stock: "1238000" }), answers({ stock: "1240" }))).toEqual(["unit_mixed borrower/stock"]);
  });

  it("are five times the last one, or a fifth, but not a share that moved", () => {
    expect(found(answers({ staff: "61" }), answers({ staff: "12" }))).toEqual(["jumped borrower/staff"]);
    expect(found(answers({ staff: "60" }), answers({ staff: "12" }))).toEqual([]);
    expect(found(answers({ debt: "60" }), answers({ debt: "5" }))).toEqual([]);
  });

  it("are all the same as last time to the last digit", () => {
    const last = { sales: "1234567", stock: "1238.5", staff: "127" };
    expect(found(answers(last), answers(last))).toHaveLength(3);
    expect(found(answers({ ...last, staff: "128" }), answers(last))).toEqual([]);
    const round = { sales: "5000000", stock: "1200", staff: "10" };
    expect(found(answers(round), answers(round))).toEqual([]);
  });

  it("are from too long ago", () => {
    expect(found(answers({ sales: "1" }, "2025-11-29"))).toEqual(["old_figure borrower/sales"]);
    expect(found(answers({ sales: "1" }, "2025-11-30"))).toEqual([]);
  });

  it("say nothing without a last report", () => {
    expect(found(answers({ sales: "1", stock: "1", staff: "1" }))).toEqual([]);
  });
});
