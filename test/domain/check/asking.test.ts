import { describe, expect, it } from "vitest";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import { coverageOf } from "../../../src/domain/check/coverage.ts";
import { takeTurns, unaskedAfter } from "../../../src/domain/check/rotation.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { templatesSchema } from "../../../src/domain/templates/schema.ts";
import {
  aForm,
  aFormAsking,
  aLoan,
  answered,
  aSubject,
  circumstances,
  itemsOf,
  onBorrower,
  onLoan,
} from "./a-check.ts";

const words = { en: "A question", "zh-Hans": "问题", "zh-Hant": "問題" };
const text = (key: string, more: object = {}) => ({
  key,
  type: "text",
  label: words,
  why: words,
  source: ["D"],
  ...more,
});

function formOf(items: object[], known: Parameters<typeof circumstances>[0]) {
  const block = { key: "questions", kind: "product", per: "loan", title: words, items };
  const templates = templatesSchema.parse([{ id: "test", products: ["working_capital"], blocks: [block] }]);
  return checkForm(templates, aSubject({ circumstances: circumstances(known) }));
}
const keys = (form: ReturnType<typeof formOf>) => itemsOf(form).map(({ key }) => key);

describe("an item that is asked in certain situations", () => {
  it.each([
    [{ tiers: ["special_mention"] }, { tier: "special_mention" as const }],
    [{ zones: ["z2", "z3"] }, { zone: "z2" as const }],
    [{ exposure_over: 1_000_000 }, { exposure: "1000000.01" }],
    [{ in_season: true }, { inSeason: true }],
    [{ open: ["overdue", "measures"] }, { open: ["measures" as const] }],
    [{ open: ["signals"] }, { open: ["signals" as const], warnings: ["arrears" as const] }],
    [
      { open: ["approval_conditions"] },
      { open: ["approval_conditions" as const], conditions: { "loan:L-1": "Deposit 30% of sales here" } },
    ],
  ])("%j is asked there and nowhere else", (situation, known) => {
    const items = [text("always"), text("sometimes", { only_when: [situation] })];
    expect(keys(formOf(items, known))).toEqual(["always", "sometimes"]);
    expect(keys(formOf(items, {}))).toEqual(["always"]);
  });

  it("needs all that one situation names, and any of several", () => {
    const items = [
      text("both", { only_when: [{ zones: ["z2"], exposure_over: 1000 }] }),
      text("either", { only_when: [{ zones: ["z2"] }, { exposure_over: 1000 }] }),
    ];
    expect(keys(formOf(items, { exposure: "2000" }))).toEqual(["either"]);
    expect(keys(formOf(items, { exposure: "2000", zone: "z2" }))).toEqual(["both", "either"]);
  });

  it("is not asked at an exposure of exactly the limit", () => {
    expect(
      keys(formOf([text("a"), text("b", { only_when: [{ exposure_over: 1000 }] })], { exposure: "1000.00" })),
    ).toEqual(["a"]);
  });

  it("asks for conditions of the approval of the loan that has them alone, in the approval's own words", () => {
    const known = circumstances({ open: ["approval_conditions"], conditions: { "loan:L-2": "No second mortgage" } });
    const block = {
      key: "conditions",
      kind: "product",
      per: "loan",
      title: words,
      only_when: [{ open: ["approval_conditions"] }],
      items: [text("kept")],
    };
    const templates = templatesSchema.parse([{ id: "test", products: ["working_capital"], blocks: [block] }]);
    const loans = [aLoan(), aLoan({ loanId: "L-2", number: "WC-2" })];
    const form = checkForm(templates, aSubject({ loans, circumstances: known }));
    expect(itemsOf(form).map(({ answerKey }) => answerKey)).toEqual(["loan:L-2/kept"]);
    expect(itemsOf(form)[0]?.askedBecause).toMatchObject({ conditions: "No second mortgage" });
  });

  it("says which situation it is", () => {
    const form = formOf([text("b", { only_when: [{ zones: ["z1"] }] })], {});
    expect(itemsOf(form)[0]?.askedBecause).toEqual({
      situation: { zones: ["z1"] },
      open: [],
      warnings: [],
    });
  });
});

describe("items that rotate", () => {
  const rotating = Array.from({ length: 10 }, (_, at) => text(`r${at}`, { rotates: 4 }));

  it("are all asked in a full check, and four of them in a light one", () => {
    expect(keys(formOf(rotating, { light: false }))).toHaveLength(10);
    const light = formOf(rotating, { light: true });
    expect(keys(light)).toEqual(["r0", "r1", "r2", "r3"]);
    expect(light.passedOver.map(({ key }) => key)).toEqual(["r4", "r5", "r6", "r7", "r8", "r9"]);
    expect(itemsOf(light)[0]?.askedBecause).toEqual({ turn: 4 });
  });

  it("come first who have waited longest", () => {
    const form = formOf(rotating, { light: true, unaskedFor: { [onLoan("r9")]: 3, [onLoan("r8")]: 2 } });
    expect(keys(form)).toEqual(["r0", "r1", "r8", "r9"]);
  });

  it("are more than four where one would otherwise wait too long", () => {
    const unaskedFor = Object.fromEntries(rotating.slice(0, 6).map(({ key }) => [onLoan(key), 4]));
    expect(keys(formOf(rotating, { light: true, unaskedFor }))).toHaveLength(6);
  });

  it("are never unasked for more than their checks, whatever twenty of them do in a hundred checks", () => {
    const items = Array.from({ length: 20 }, (_, at) => ({ answerKey: `k${at}`, rotates: 4 }));
    let unaskedFor: Record<string, number> = {};
    for (let check = 0; check < 100; check += 1) {
      const turns = takeTurns(items, circumstances({ light: true, unaskedFor }));
      expect(turns.size).toBe(4);
      const asked = items.filter(({ answerKey }) => turns.has(answerKey));
      unaskedFor = unaskedAfter(
        unaskedFor,
        asked,
        items.filter((item) => !asked.includes(item)),
      );
      expect(Math.max(...Object.values(unaskedFor))).toBeLessThanOrEqual(4);
    }
  });

  it("keep their count over a check that could not ask them", () => {
    expect(unaskedAfter({ a: 2, b: 3 }, [{ answerKey: "b" }], [])).toEqual({ a: 2, b: 0 });
  });
});

const facts = { today: isoDate("2026-03-10") };

describe("what only a full check asks", () => {
  it("is left out of a light one, and not required there", () => {
    const items = [text("a"), text("b", { full_only: true })];
    const light = formOf(items, { light: true });
    expect(keys(light)).toEqual(["a"]);
    expect(coverageOf(light, {}, facts)?.required).toBe(1);
    expect(keys(formOf(items, {}))).toEqual(["a", "b"]);
  });
});

describe("coverage", () => {
  it("does not ask why there is no risk where one was found, and does where none was", () => {
    const whole = aForm();
    const concluding = { ...whole, steps: whole.steps.filter(({ blockKey }) => blockKey === "conclusion") };
    const found = (value: string) => answered({ [onBorrower("risks_found")]: value });
    const [withRisk, without] = [
      coverageOf(concluding, found("yes"), facts),
      coverageOf(concluding, found("no"), facts),
    ];

    expect(withRisk).toMatchObject({ required: 3, answered: 1 });
    expect(withRisk?.notAnswered.map(({ key }) => key)).toEqual(["proposed_tier", "conclusion"]);
    expect(without?.notAnswered.map(({ key }) => key)).toEqual(["no_risk_because", "proposed_tier", "conclusion"]);
  });

  it("counts what was asked and answered of what is required, and names what had no turn", () => {
    const items = [text("a"), text("b"), ...Array.from({ length: 6 }, (_, at) => text(`r${at}`, { rotates: 4 }))];
    const form = formOf(items, { light: true });

    const coverage = coverageOf(form, answered({ [onLoan("a")]: "x", [onLoan("r0")]: "x" }), facts);

    expect(coverage).toMatchObject({ required: 8, asked: 6, answered: 2, percent: 25 });
    expect(coverage?.notAsked.map(({ key }) => key)).toEqual(["r4", "r5"]);
  });

  it("does not count the form's own fields, and counts a repeating group once", () => {
    const [own] = aFormAsking({ key: "n", type: "number", unit: "yuan", scale: 2, as_of: true }).steps;
    expect(own?.items).toHaveLength(2);
    const form = aFormAsking({ key: "n", type: "number", unit: "yuan", scale: 2, as_of: true });
    expect(coverageOf(form, {}, facts)?.required).toBe(1);

    const whole = aForm();
    const rows = { ...whole, steps: whole.steps.filter(({ blockKey }) => blockKey === "oe_utilities") };
    // Bills, taxes, statements and stock notes, none of them begun, in one step.
    expect(coverageOf(rows, {}, facts)).toMatchObject({ required: 4, answered: 0 });
    expect(coverageOf(rows, answered({ [onBorrower("oe_tax_rows")]: ["1"] }), facts)).toMatchObject({ answered: 1 });
  });
});
