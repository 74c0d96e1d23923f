import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import {
  explainPlan,
  planFirst,
  planNote,
  planRoutine,
  planSpecial,
  replan,
  type Trigger,
} from "../../../src/domain/planning/index.ts";
import { SPECIAL_TRIGGERS } from "../../../src/domain/policy/inspections.ts";
import { LANGUAGES } from "../../../src/domain/vocabulary.ts";
import { planSentence } from "../../../src/texts/plan-sentence.ts";
import { planning } from "../../../src/texts/planning.ts";
import { aBorrower, aLoan, bank, china, million, on } from "./builders.ts";

const ning = { number: "B-7", name: "宁波海丰贸易" };

describe("the explanation of a plan", () => {
  const plan = planRoutine(bank, china, aBorrower({ lastVisitOn: on("2024-03-15"), lastOnSiteOn: on("2024-03-15") }))!;

  it("is a paragraph that a person understands", () => {
    expect(planSentence("en", explainPlan(plan, ning))).toBe(
      "宁波海丰贸易: Routine inspection, off site, due 14 Jun 2024. The last visit was on 15 Mar 2024. " +
        "Its strictest loan is L-1: Working capital, Zone 1, small exposure. This asks for one every 3 months. " +
        "The interval ends on 15 Jun 2024, a rest day; the working day before it is 14 Jun 2024. " +
        "Policy line: inspections.working_capital.zone_1_small (sources: S37, D).",
    );
    expect(planSentence("zh-Hans", explainPlan(plan, ning))).toContain("上次走访日期为2024年3月15日。");
    expect(planSentence("zh-Hant", explainPlan(plan, ning))).toContain("上次走訪日期為2024年3月15日。");
  });

  it("says when the date is provisional and when the rule waits for legal review", () => {
    const doubtful = { ...plan, dueOn: on("2027-02-02"), provisional: true, needsLegalReview: true };
    const said = planSentence("en", explainPlan(doubtful, ning));
    expect(said).toContain("the holidays of 2027 are not announced yet");
    expect(said).toContain("waits for compliance");
  });

  it("leaves no clause unsaid and no placeholder empty, in any language", () => {
    const borrowers = [
      aBorrower(),
      aBorrower({ lastVisitOn: on("2024-06-04") }),
      aBorrower({ lastVisitOn: undefined, lastOnSiteOn: undefined }),
      aBorrower({ openSignalLevel: "orange" }),
      aBorrower({ lastVisitOn: on("2024-06-20"), lastOnSiteOn: undefined, loans: [aLoan({ drawn: million(20) })] }),
      aBorrower({
        loans: [aLoan({ product: "agricultural_household", drawn: million(0.1), seasonKey: "rice_south" })],
      }),
      aBorrower({ loans: [aLoan({ tier: "doubtful" })] }),
      aBorrower({ loans: [aLoan({ tier: "loss", product: "mortgage" })], lastNoteOn: on("2024-03-15") }),
    ];
    const triggers: Trigger["code"][] = [...SPECIAL_TRIGGERS, "re_inspection"];
    const plans = [
      ...borrowers.flatMap((borrower) => [
        planRoutine(bank, china, borrower),
        planRoutine(bank, china, { ...borrower, lastVisitOn: undefined, lastInspectedOn: on("2024-01-02") }),
        planRoutine(
          bank,
          china,
          { ...borrower, lastVisitOn: undefined },
          { on: on("2024-03-29"), from: on("2024-01-02") },
        ),
        planNote(bank, china, borrower, on("2024-03-04")),
        ...borrower.loans.map((loan) => planFirst(bank, china, borrower, loan)),
      ]),
      ...triggers.map((code) => planSpecial(bank, china, aBorrower(), { code, knownOn: on("2024-03-04") })),
    ].flatMap((found) => found ?? []);
    for (const language of LANGUAGES) {
      for (const found of plans) {
        const said = planSentence(language, explainPlan({ ...found, provisional: true }, ning));
        expect(said).not.toMatch(/planning\.|\{|\}|undefined/u);
      }
    }
  });

  it("says what moved and why", () => {
    const open = {
      state: "planned",
      dueOn: on("2024-09-04"),
      mode: "off_site",
      provisional: false,
      policyLine: "",
    } as const;
    const moved = replan(bank, china, open, plan, { knownOn: on("2024-05-06") });
    expect(planSentence("en", [moved.why])).toBe("Moved forward from 4 Sept 2024 to 14 Jun 2024.");
  });
});

describe("the planning texts", () => {
  const names = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
      const options =
        element.type === TYPE.select || element.type === TYPE.plural ? Object.values(element.options) : [];
      return "value" in element ? [element.value, ...options.flatMap((option) => names(option.value))] : [];
    });

  it("name the same values in every language", () => {
    for (const [key, english] of Object.entries(planning.en)) {
      const wanted = [...new Set(names(parse(english)))].sort();
      for (const language of ["zh-Hans", "zh-Hant"] as const) {
        const text: unknown = Reflect.get(planning[language], key);
        expect([key, [...new Set(names(parse(String(text))))].sort()]).toEqual([key, wanted]);
      }
    }
  });
});
