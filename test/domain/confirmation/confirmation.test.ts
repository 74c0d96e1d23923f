/** The borrower's part, what is taken as an answer to it, and how it stands (R21, R22). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import type { Answers, StoredAnswer } from "../../../src/domain/check/types.ts";
import { sameNumber } from "../../../src/domain/confirmation/answer.ts";
import {
  borrowerPart,
  isConfirmationDue,
  partText,
  refuseAnswer,
  standingOf,
} from "../../../src/domain/confirmation/index.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const loaded = loadPolicy("policy/cn-bank.yml");
if (isProblems(loaded)) throw new Error("the shipped policy is not sound");
const { policy } = loaded;
const form = checkForm(policy.templates, {
  kind: "routine",
  mode: "on_site",
  customerType: "corporate",
  loans: [{ loanId: "L1", number: "L1", product: "working_capital" }],
  collateral: [{ collateralId: "K1", name: "Plant", kind: "property" }],
  guarantors: [{ guarantorId: "G1", name: "Guarantor" }],
});
/** Every question answered, so that what is shown is all that could be. */
const everything: Answers = Object.fromEntries(
  form.steps.flatMap(({ items }) =>
    items.map((item): [string, StoredAnswer] => [
      item.answerKey,
      { value: item.type === "date" ? "2026-03-02" : item.type === "number" ? "1" : "said" },
    ]),
  ),
);
const partOf = (answers: Answers) => borrowerPart(form, answers, policy);

describe("the borrower's part", () => {
  const shown = partOf(everything).lines.map(({ item }) => item);

  it("holds figures, what was seen and what the borrower said", () => {
    const keys = shown.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["seen_not_told", "borrower_statement", "met_person"]));
    expect(shown.filter(({ type }) => type === "number").length).toBeGreaterThan(5);
  });

  it("holds no risk, measure, tier, conclusion, guarantee nor guarantor, and nothing that the policy leaves out", () => {
    const blocks = policy.templates.flatMap((template) => template.blocks);
    const ours = blocks.filter(({ kind }) => kind === "conclusion" || kind === "guarantee");
    const keys = [...ours.flatMap(({ items }) => items.map(({ key }) => key)), ...policy.confirmation.leave_out];
    expect(shown.filter(({ key }) => keys.includes(key))).toEqual([]);
    expect(shown.filter(({ subject }) => subject.startsWith("guarantor:"))).toEqual([]);
    expect(partText(partOf(everything))).not.toMatch(/risk|tier|conclusion/);
  });

  it("changes with everything that is shown, and with nothing else", () => {
    const before = partText(partOf(everything));
    for (const item of form.steps.flatMap(({ items }) => items)) {
      const changed = partText(partOf({ ...everything, [item.answerKey]: { value: "2026-03-03" } }));
      const isShown = shown.includes(item) || item.key === "visited_on";
      expect(changed !== before, item.answerKey).toBe(isShown);
    }
  });
});

describe("a confirmation", () => {
  const check = { kind: "routine", mode: "on_site", customerType: "corporate" } as const;

  it("is due on site, for companies and businesses", () => {
    const due = (changed: Partial<Parameters<typeof isConfirmationDue>[1]>) =>
      isConfirmationDue(policy.confirmation, { ...check, ...changed });
    expect(due({})).toBe(true);
    expect(due({ customerType: "sole_trader" })).toBe(true);
    expect(due({ mode: "off_site" })).toBe(false);
    expect(due({ customerType: "individual" })).toBe(false);
    expect(due({ kind: "weekly_track" })).toBe(false);
  });

  const visitedOn = isoDate("2026-03-02");
  const sheet = {
    number: "C-2026-00042",
    visitedOn,
    today: isoDate("2026-03-05"),
    signers: [
      { id: "zhou", name: "Zhou Min" },
      { id: "gone", name: "Gone", toOn: isoDate("2026-03-03") },
    ],
  };
  const given = {
    number: "C-2026-00042",
    answer: "confirmed",
    signedOn: visitedOn,
    signerId: "zhou",
    note: "",
    hasFile: true,
  } as const;
  const said = (changed: object) => refuseAnswer({ ...given, ...changed }, sheet)?.refused;

  it.each([
    ["taken as it should be", {}, undefined],
    ["taken where the number is typed carelessly", { number: " c 2026－00042 " }, undefined],
    ["refused with another sheet's number", { number: "C-2026-00043" }, "confirmation.other_sheet"],
    ["refused without a number", { number: "" }, "confirmation.other_sheet"],
    ["refused a day before the visit", { signedOn: "2026-03-01" }, "confirmation.before_visit"],
    ["refused a day ahead", { signedOn: "2026-03-06" }, "confirmation.in_future"],
    ["refused without a signer", { signerId: undefined }, "confirmation.signer_needed"],
    ["refused by a stranger", { signerId: "li" }, "confirmation.not_authorised"],
    ["taken without asking who was left in the menu", { answer: "refused", note: "abroad", signerId: "li" }, undefined],
    ["taken from one who could still sign that day", { signerId: "gone" }, undefined],
    [
      "refused from one who no longer could",
      { signerId: "gone", signedOn: "2026-03-03" },
      "confirmation.not_authorised",
    ],
    ["refused without the signed sheet", { hasFile: false }, "confirmation.file_needed"],
    ["refused as a disagreement without a word", { answer: "disagreed", note: " " }, "confirmation.note_needed"],
    [
      "taken as a refusal without signer and file",
      { answer: "refused", note: "abroad", signerId: undefined, hasFile: false },
      undefined,
    ],
  ])("is %s", (_what, changed, refused) => {
    expect(said(changed)).toBe(refused);
  });

  it("is never taken from outside the days between visit and today", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const refused = said({ signedOn: addDays(visitedOn, days) });
        expect(refused === undefined).toBe(days >= 0 && days <= 3);
      }),
    );
  });

  it("knows a number by its letters and digits alone", () => {
    expect(sameNumber("C202600042", "C-2026-00042")).toBe(true);
    expect(sameNumber("C-2026-0042", "C-2026-00042")).toBe(false);
  });
});

describe("how a confirmation stands", () => {
  const asked = { partHash: "a", isAnswered: false };
  const answered = { partHash: "a", isAnswered: true };

  it.each([
    ["not due", undefined, [answered], "not_due"],
    ["without a sheet", "a", [], "no_sheet"],
    ["with the borrower", "a", [asked], "waiting"],
    ["answered", "a", [answered], "answered"],
    ["of a part that changed since, answered or not", "b", [answered, asked], "changed"],
    ["answered again, when the part is what it was", "a", [{ partHash: "b", isAnswered: false }, answered], "answered"],
  ] as const)("is %s", (_what, partHash, sheets, standing) => {
    expect(standingOf(partHash, sheets)).toBe(standing);
  });
});
