import { describe, expect, it } from "vitest";
import { checkAll, checkStep, datedAnswers, parseStep } from "../../../src/domain/check/check-answers.ts";
import type { Answers, CheckForm } from "../../../src/domain/check/types.ts";
import { aForm, aFormAsking, aLoan, answered, onBorrower, onLoan, today } from "./a-check.ts";

const facts = { today };

function errorsAt(form: CheckForm, answers: Answers, field: string): string[] {
  return checkAll(form, answers, facts)
    .filter((error) => error.answerKey === field)
    .map((error) => error.refusal.refused);
}

const number = { type: "number", unit: "count", scale: 0 };

describe("checking a form before it is submitted", () => {
  it("sends a person back to the step of each field that is missing", () => {
    const errors = checkAll(aForm(), {}, facts);
    const conclusion = errors.find((error) => error.answerKey === onBorrower("conclusion"));
    expect(conclusion).toMatchObject({
      stepId: "borrower/conclusion/1",
      refusal: { refused: "check.error.required", field: "borrower/conclusion" },
    });
  });

  it("does not ask for what is optional", () => {
    expect(errorsAt(aForm(), {}, onBorrower("customer_need"))).toEqual([]);
  });

  it("finds nothing wrong with a complete micro note", () => {
    const form = aForm({ kind: "contact_note" });
    const answers = answered({
      "borrower/contact": "Called Li",
      "borrower/change": "None",
      "borrower/next_step": "Visit 3 July",
    });
    expect(checkAll(form, answers, facts)).toEqual([]);
  });

  it.each([
    [["U1"], ["check.error.too_few_people"]],
    [["U1", "U2"], []],
    [["U1", "U2", "U3"], []],
  ])("on site, the inspectors %j give %j", (inspectors, errors) => {
    expect(errorsAt(aForm(), answered({ "borrower/inspectors": inspectors }), onBorrower("inspectors"))).toEqual(
      errors,
    );
  });

  it("off site, one inspector is enough", () => {
    const form = aForm({ mode: "off_site" });
    expect(errorsAt(form, answered({ "borrower/inspectors": ["U1"] }), onBorrower("inspectors"))).toEqual([]);
  });

  it.each([
    ["1.50", "1.50", []],
    ["1.50", "1.51", ["check.error.not_above"]],
    ["1.50", "1.49", []],
    ["9.00", "10.00", ["check.error.not_above"]],
  ])("with a current ratio of %s, a quick ratio of %s gives %j", (current, quick, errors) => {
    const answers = answered({ "borrower/current_ratio": current, "borrower/quick_ratio": quick });
    expect(errorsAt(aForm(), answers, onBorrower("quick_ratio"))).toEqual(errors);
  });

  it.each([
    ["permits", "fixed_asset", "permits_valid", "permits_total"],
    ["joint", "agricultural_household", "joint_guarantors_ok", "joint_guarantors_total"],
  ] as const)("the part is never more than the whole (%s)", (_, product, part, whole) => {
    const form = aForm({ loans: [aLoan({ product })] });
    expect(errorsAt(form, answered({ [onLoan(part)]: "4", [onLoan(whole)]: "3" }), onLoan(part))).toEqual([
      "check.error.not_above",
    ]);
    expect(errorsAt(form, answered({ [onLoan(part)]: "3", [onLoan(whole)]: "3" }), onLoan(part))).toEqual([]);
  });

  it("earlier findings put right are never more than there were", () => {
    const answers = answered({ "borrower/previous_fixes_done": "2", "borrower/previous_fixes_total": "1" });
    expect(errorsAt(aForm(), answers, onBorrower("previous_fixes_done"))).toEqual(["check.error.not_above"]);
  });

  it.each(["-1", "101"])("progress of %s %% is no progress", (progress) => {
    const form = aForm({ loans: [aLoan({ product: "fixed_asset", phase: "building" })] });
    expect(errorsAt(form, answered({ [onLoan("progress_pct")]: progress }), onLoan("progress_pct"))).toHaveLength(1);
  });

  it("asks for the area planted where the household lives from crops", () => {
    const form = aForm({ loans: [aLoan({ product: "agricultural_household" })] });
    expect(errorsAt(form, answered({ "borrower/farm_line": "crops" }), onBorrower("planted_mu"))).toEqual([
      "check.error.required",
    ]);
    expect(errorsAt(form, answered({ "borrower/farm_line": "livestock" }), onBorrower("planted_mu"))).toEqual([]);
    expect(errorsAt(form, answered({ "borrower/farm_line": "livestock" }), onBorrower("herd_count"))).toHaveLength(1);
  });

  it("asks for the as-of date as soon as one figure of the section is there", () => {
    const form = aFormAsking({ ...number, key: "figure", as_of: true });
    expect(errorsAt(form, {}, onLoan("questions_as_of"))).toEqual([]);
    expect(errorsAt(form, answered({ [onLoan("figure")]: "3" }), onLoan("questions_as_of"))).toEqual([
      "check.error.required",
    ]);
  });

  it("reads stored answers again: yesterday's draft may be wrong today", () => {
    const form = aForm();
    expect(errorsAt(form, answered({ "borrower/visited_on": "2026-07-01" }), onBorrower("visited_on"))).toEqual([
      "check.error.date_in_future",
    ]);
    expect(errorsAt(form, answered({ "borrower/sales_yoy": "fine" }), onBorrower("sales_yoy"))).toHaveLength(1);
    expect(errorsAt(form, answered({ "borrower/conclusion": "" }), onBorrower("conclusion"))).toEqual([
      "check.error.required",
    ]);
  });
});

describe("checking one step", () => {
  it("shows its own errors and those of no other", () => {
    const [step] = aForm().steps;
    const fields = step?.items.map((item) => item.answerKey) ?? [];
    const errors = step === undefined ? [] : checkStep(step, {}, facts);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every((error) => fields.includes(error.field ?? ""))).toBe(true);
  });

  it("compares with what an earlier step said", () => {
    const form = aFormAsking({ ...number, key: "part", not_above: "whole" }, { ...number, key: "whole" });
    const [step] = form.steps;
    const refusals = step && checkStep(step, answered({ [onLoan("part")]: "5", [onLoan("whole")]: "4" }), facts);
    expect(refusals).toEqual([
      { refused: "check.error.not_above", values: { limit: "4", item: "whole" }, field: "loan:L-1/part" },
    ]);
  });
});

describe("reading what was typed into a step", () => {
  const form = aFormAsking({ ...number, key: "good" }, { ...number, key: "bad" }, { ...number, key: "left_out" });

  it("keeps what can be stored and refuses the rest at its field", () => {
    const [step] = form.steps;
    const read = step && parseStep(step, { [onLoan("good")]: "１２", [onLoan("bad")]: "many" }, facts);
    expect(read?.answers).toEqual({ [onLoan("good")]: { value: "12", unit: "count" } });
    expect(read?.refusals).toEqual([{ refused: "check.error.not_a_number", values: {}, field: onLoan("bad") }]);
  });

  it("gives each figure the as-of date of its section, and leaves the others alone", () => {
    const dated = aFormAsking({ ...number, key: "figure", as_of: true }, { ...number, key: "timeless" });
    const answers = answered({
      [onLoan("figure")]: "3",
      [onLoan("timeless")]: "4",
      [onLoan("questions_as_of")]: "2026-05-31",
    });
    const result = datedAnswers(dated, answers);
    expect(result[onLoan("figure")]).toEqual({ value: "3", asOf: "2026-05-31" });
    expect(result[onLoan("timeless")]).toEqual({ value: "4" });
  });
});
