/** Sheets as the handbook's section 2.7 has them, and what must hold of any. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCOUNT_MANAGER_METRICS,
  type AccountManagerFacts,
  type AccountManagerMetric,
  type Counted,
  type MetricFacts,
  POST_LOAN_OFFICER_METRICS,
  type PostLoanOfficerFacts,
} from "../../../src/domain/appraisal/facts.ts";
import { sumOf } from "../../../src/domain/appraisal/line.ts";
import { riskPayOf } from "../../../src/domain/appraisal/risk-pay.ts";
import { rollUp, spreadOf } from "../../../src/domain/appraisal/roll-up.ts";
import {
  accountManagerSheet,
  linesOf,
  postLoanOfficerSheet,
  type Sheet,
  withShared,
} from "../../../src/domain/appraisal/sheet.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import type { AppraisalRules } from "../../../src/domain/policy/appraisal.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const loaded = loadPolicy("policy/cn-bank.yml");
if (isProblems(loaded)) throw new Error("the shipped policy does not load");
const rules: AppraisalRules = loaded.policy.appraisal;
const { account_manager, post_loan_officer } = rules;
if (account_manager === undefined || post_loan_officer === undefined) throw new Error("no scorecards");

const DAY = isoDate("2026-03-12");
let made = 0;
const nextName = () => {
  made += 1;
  return `I-${made}`;
};
const proof = (name = nextName()) => ({ kind: "inspection", id: name, name, on: DAY }) as const;
const counted = (due: number, done: number, isRed = false): Counted => ({ proof: proof(), due, done, isRed });
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
/** `done` of `due`, each on its own. */
const ofAll = (done: number, due: number): MetricFacts => ({
  counted: [...times(done, () => counted(1, 1)), ...times(due - done, () => counted(1, 0))],
  events: [],
});
const nothing: MetricFacts = { counted: [], events: [] };
const missing: MetricFacts = { ...nothing, notRecorded: "all" };

const blank = Object.fromEntries(ACCOUNT_MANAGER_METRICS.map((metric) => [metric, nothing])) as AccountManagerFacts;
const sheetOf = (facts: Partial<AccountManagerFacts>) =>
  accountManagerSheet(account_manager, { ...blank, ...facts }, ["D"]);
const pointsOf = (sheet: Sheet, metric: string) => {
  const lines = sheet.metrics.find((one) => one.metric === metric)?.lines ?? [];
  return sumOf(lines) / 100;
};
const metric = (name: AccountManagerMetric, facts: MetricFacts) => pointsOf(sheetOf({ [name]: facts }), name);

describe("the account manager's metrics, as the handbook says them", () => {
  it.each<[string, AccountManagerMetric, MetricFacts, number]>([
    ["all in time", "on_time_rate", ofAll(8, 8), 20],
    ["two points off for each late one", "on_time_rate", ofAll(6, 8), 16],
    ["four for one later than ten working days", "on_time_rate", { ...ofAll(7, 8), events: [proof()] }, 16],
    ["never less than nothing", "on_time_rate", ofAll(1, 30), 0],
    ["85 % passed at first review", "first_pass_rate", ofAll(17, 20), 15],
    ["a point for every whole two percent below: 75 %", "first_pass_rate", ofAll(15, 20), 10],
    ["83.3 % is less than two percent below", "first_pass_rate", ofAll(5, 6), 15],
    ["95 % of the figures", "quantification", { counted: [counted(100, 95)], events: [] }, 10],
    ["rises evenly to the target", "quantification", { counted: [counted(100, 38)], events: [] }, 4],
    ["two points for a confirmed copy", "originality", { ...ofAll(9, 9), events: [proof()] }, 3],
    [
      "three for a missed red, one for another",
      "signal_timeliness",
      { counted: [counted(1, 0, true), counted(1, 0), counted(1, 1)], events: [] },
      11,
    ],
    ["95 % of the answers lets one be missed", "signal_timeliness", ofAll(19, 20), 15],
    ["but no red", "signal_timeliness", { counted: [...ofAll(19, 19).counted, counted(1, 0, true)], events: [] }, 12],
    ["half of the signals found by oneself", "self_found_share", ofAll(2, 4), 10],
    ["a quarter of them", "self_found_share", ofAll(1, 4), 5],
    ["90 % of the measures by their date", "measures_done", ofAll(9, 10), 10],
    ["45 % of the measures", "measures_done", ofAll(9, 20), 5],
    ["a point for a lapsed rating", "housekeeping", { ...ofAll(11, 12), events: [proof()] }, 9],
    [
      "a point for a short overdue after a missed reminder",
      "housekeeping",
      { ...ofAll(11, 12), missedReminders: [{ proof: proof(), toldOn: isoDate("2026-03-03") }] },
      9,
    ],
  ])("%s: %s", (_name, name, facts, points) => {
    expect(metric(name, facts)).toBe(points);
  });

  it("are left out where nothing was due, and count as the rest does: neither a gift nor a penalty", () => {
    const sheet = sheetOf({ on_time_rate: ofAll(5, 10), quantification: { counted: [counted(100, 95)], events: [] } });
    expect(sheet.metrics.filter(({ unmeasured }) => unmeasured === undefined)).toHaveLength(2);
    // 10 of 20 and 10 of 10: two thirds.
    expect(sheet.score).toBe(6666);
    expect(sheet.joined).toMatchObject([{ code: "unmeasured_as_rest", points: 4666, values: { measured: 30 } }]);
  });

  it("say why: nothing was due, too few signals, or no table holds it", () => {
    const sheet = sheetOf({ self_found_share: ofAll(2, 2), promises_needs: missing });
    const why = Object.fromEntries(sheet.metrics.map((one) => [one.metric, one.unmeasured]));
    expect(why).toMatchObject({
      on_time_rate: "nothing_due",
      self_found_share: "too_few",
      promises_needs: "not_recorded",
    });
    expect(sheet.score).toBeUndefined();
  });

  it("name their rule, its source and what they rest on", () => {
    const late = proof("I-2026-00007");
    const [full, off] = linesOf(sheetOf({ on_time_rate: { counted: [{ proof: late, due: 1, done: 0 }], events: [] } }));
    expect(full).toMatchObject({ rule: "appraisal.account_manager.on_time_rate", source: ["D"], points: 2000 });
    expect(off).toMatchObject({ code: "late", points: -200, proofs: [late] });
  });
});

describe("the post-loan officer's sheet", () => {
  const none = Object.fromEntries(POST_LOAN_OFFICER_METRICS.map((one) => [one, missing])) as PostLoanOfficerFacts;

  it("gives 20 for reviews in time, takes 5 for one overturned later, and leaves out what is not recorded", () => {
    const sheet = postLoanOfficerSheet(
      post_loan_officer,
      { ...none, review_on_time: ofAll(3, 4), overturned: { ...ofAll(4, 4), events: [proof()] } },
      ["D"],
    );
    expect(pointsOf(sheet, "review_on_time")).toBe(15);
    expect(pointsOf(sheet, "overturned")).toBe(10);
    expect(sheet.score).toBe(Math.floor((2500 * 100) / 35));
  });
});

describe("the shared part (R90)", () => {
  const eighty = { ...sheetOf({ on_time_rate: ofAll(8, 8) }), score: 8000 };

  it("is 20 % of the score at the pair's mean", () => {
    const shared = withShared(eighty, rules, [{ personId: "wang", score: 6000 }]);
    // 80 % of 80 and 20 % of 70.
    expect(shared.score).toBe(7800);
    expect(shared.joined.at(-1)).toMatchObject({ rule: "appraisal.shared", points: -200, values: { mean: 7000 } });
  });

  it("changes nothing without a partner who has a score, or without the rule", () => {
    expect(withShared(eighty, rules, []).score).toBe(8000);
    expect(withShared(eighty, { ...rules, shared: undefined }, [{ personId: "wang", score: 0 }]).score).toBe(8000);
  });
});

describe("what is joined of several", () => {
  const part = (score: number | undefined, weight: number) => ({ id: "x", name: "x", score, weight });

  it("a unit is the mean of its officers by what they answer for", () => {
    expect(rollUp([part(9000, 300), part(5000, 100)], "appraisal", []).score).toBe(8000);
    expect(rollUp([part(9000, 0), part(5000, 0)], "appraisal", []).score).toBe(7000);
  });

  it("leaves out whoever could not be measured, and is nothing where nobody could", () => {
    expect(rollUp([part(9000, 1), part(undefined, 9)], "appraisal", []).score).toBe(9000);
    expect(rollUp([part(undefined, 9)], "appraisal", []).score).toBeUndefined();
  });

  it("is spread by tens from 60 on", () => {
    expect(spreadOf([0, 5999, 6000, 7999, 8000, 9000, 10_000])).toEqual([2, 1, 1, 1, 2]);
  });
});

describe("risk pay (R85)", () => {
  it("is 30 % of variable pay, released 40/30/30", () => {
    expect(riskPayOf(8000, rules)).toEqual({ atStake: 30, earned: 24, ofTenPoints: 3, releases: [9.6, 7.2, 7.2] });
  });

  it("is nothing where the policy lets no pay hang on a score", () => {
    expect(riskPayOf(8000, { ...rules, risk_pay: undefined })).toBeUndefined();
  });
});

/** Any facts a month may hold, each of its own. */
const anyFacts: fc.Arbitrary<AccountManagerFacts> = fc
  .record(
    Object.fromEntries(
      ACCOUNT_MANAGER_METRICS.map((name) => [
        name,
        fc.record({
          counted: fc.array(
            fc.record({
              due: fc.integer({ min: 0, max: 4 }),
              share: fc.integer({ min: 0, max: 4 }),
              isRed: fc.boolean(),
            }),
            { maxLength: 12 },
          ),
          events: fc.integer({ min: 0, max: 4 }),
          all: fc.boolean(),
        }),
      ]),
    ),
  )
  .map(
    (drawn) =>
      Object.fromEntries(
        Object.entries(drawn).map(([name, { counted: rows, events, all }]): [string, MetricFacts] => [
          name,
          {
            counted: rows.map(({ due, share, isRed }) => counted(due, Math.min(due, share), isRed)),
            events: times(events, () => proof()),
            ...(all && events === 0 ? { notRecorded: "all" as const } : {}),
          },
        ]),
      ) as AccountManagerFacts,
  );

const scored = (facts: AccountManagerFacts) => accountManagerSheet(account_manager, facts, ["D"]);
const floorOf = (sheet: Sheet) => sheet.score ?? 10_000;

describe("any month", () => {
  it("has no metric below nothing or above what it can give, and lines that come to the score", () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 10_000 }), (facts, theirs) => {
        const own = scored(facts);
        for (const sheet of [own, withShared(own, rules, [{ personId: "wang", score: theirs }])]) {
          for (const { lines, most } of sheet.metrics) {
            expect(sumOf(lines)).toBeGreaterThanOrEqual(0);
            expect(sumOf(lines)).toBeLessThanOrEqual(most);
          }
          if (sheet.score === undefined) return;
          expect(sumOf(linesOf(sheet))).toBe(sheet.score);
          expect(sheet.score).toBeGreaterThanOrEqual(0);
          expect(sheet.score).toBeLessThanOrEqual(10_000);
          expect(linesOf(sheet).every(({ points }) => Number.isInteger(points))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never rises by one more late inspection, the first thing that was due among them", () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (facts, isVeryLate) => {
        const late: MetricFacts = {
          counted: [...facts.on_time_rate.counted, counted(1, 0)],
          events: isVeryLate ? [...facts.on_time_rate.events, proof()] : facts.on_time_rate.events,
        };
        const before = scored({
          ...facts,
          on_time_rate: { counted: facts.on_time_rate.counted, events: facts.on_time_rate.events },
        });
        expect(scored({ ...facts, on_time_rate: late }).score).toBeLessThanOrEqual(floorOf(before));
      }),
      { numRuns: 1000 },
    );
  });

  it("never rises by a missed signal, and never falls by one that was answered in time", () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (facts, isRed) => {
        const known = { counted: facts.signal_timeliness.counted, events: [] };
        const before = scored({ ...facts, signal_timeliness: known });
        const withOne = (done: number) =>
          scored({ ...facts, signal_timeliness: { ...known, counted: [...known.counted, counted(1, done, isRed)] } });
        expect(withOne(0).score).toBeLessThanOrEqual(floorOf(before));
        expect(withOne(1).score).toBeGreaterThanOrEqual(withOne(0).score ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same in whatever order its facts are read", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turn = ({ counted, events, ...one }: MetricFacts): MetricFacts => ({
          ...one,
          counted: counted.toReversed(),
          events: events.toReversed(),
        });
        const turned = { ...facts };
        for (const name of ACCOUNT_MANAGER_METRICS) turned[name] = turn(facts[name]);
        expect(scored(turned)).toEqual(scored(facts));
      }),
    );
  });
});
