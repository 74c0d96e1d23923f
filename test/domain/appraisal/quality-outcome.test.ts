/** Overdue and migration against the budget move a quarter (handbook 2.7): as the observed sheet has it, 10 points at most either way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../../src/domain/appraisal/line.ts";
import { type HeldLoan, movedBy, qualityOutcome } from "../../../src/domain/appraisal/quality-outcome.ts";
import { rollUp } from "../../../src/domain/appraisal/roll-up.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import type { QualityRules } from "../../../src/domain/policy/quality-outcome.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const loaded = loadPolicy("policy/cn-bank.yml");
if (isProblems(loaded)) throw new Error("the shipped policy does not load");
const shipped = loaded.policy.appraisal.quality_outcome;
if (shipped === undefined) throw new Error("no rule");

/** Target 5 % overdue: +1 a point below, -2 above. Target 3 % non-performing: +2, -3. */
const rules: QualityRules = { ...shipped, budgets: { "2026-Q1": { overdue_percent: 5, npl_migration_percent: 3 } } };

let made = 0;

interface Wishes extends Partial<HeldLoan> {
  readonly drawn?: bigint;
}

function loan(more: Wishes = {}): HeldLoan {
  made += 1;
  const { drawn = 100n, ...rest } = more;
  const before = { drawnMinor: drawn, isNpl: false };
  const as = { id: `l-${made}`, number: `L-${made}`, on: isoDate("2026-03-31"), drawnMinor: drawn, before };
  return { ...as, isOverdue: false, isNpl: false, ...rest };
}
const times = (count: number, more: Wishes = {}) => Array.from({ length: count }, () => loan(more));
const outcome = (loans: readonly HeldLoan[], of: QualityRules = rules) => qualityOutcome(of, "2026-Q1", loans);

describe("against the budget", () => {
  it.each<[string, HeldLoan[], number]>([
    [
      "5 of 100 overdue, 3 become non-performing: as budgeted",
      [...times(95), ...times(2, { isOverdue: true }), ...times(3, { isOverdue: true, isNpl: true })],
      0,
    ],
    [
      "three points below each: +3 and +6, two and none of a hundred",
      [...times(98), ...times(2, { isOverdue: true })],
      9,
    ],
    [
      "one above in overdue: -2; migration as budgeted",
      [...times(94), ...times(3, { isOverdue: true }), ...times(3, { isOverdue: true, isNpl: true })],
      -2,
    ],
    [
      "two above in migration: -6, overdue as budgeted",
      [...times(95), ...times(5, { isOverdue: true, isNpl: true })],
      -6,
    ],
    ["no worse than ten", times(10, { isOverdue: true, isNpl: true }), -10],
    ["no better than ten: +5 and +6", times(10), 10],
    ["half a point below: evenly", [...times(191), ...times(9, { isOverdue: true })], 6.5],
  ])("%s", (_name, loans, points) => {
    expect(outcome(loans).points / 100).toBe(points);
  });

  it("counts whole percentage points only where the policy says so", () => {
    const loans = [...times(191), ...times(9, { isOverdue: true })];
    expect(outcome(loans, { ...rules, whole_steps: true }).points).toBe(600);
  });

  it("says the rule, the share, the budget and the loans behind it", () => {
    const late = loan({ isOverdue: true });
    const [line] = outcome([...times(9), late]).lines;
    expect(line).toMatchObject({
      rule: "appraisal.quality_outcome.overdue",
      source: ["S32", "D"],
      code: "overdue_share",
      values: { percent: 10, budget: 5 },
      points: -1000,
      proofs: [{ kind: "loan", id: late.id, name: late.number, on: "2026-03-31" }],
    });
  });

  it("leaves out of migration what was non-performing before, or was paid out since", () => {
    const old = loan({ isNpl: true, before: { drawnMinor: 100n, isNpl: true } });
    const fresh = loan({ isNpl: true, before: undefined });
    const found = outcome([...times(2), old, fresh]);
    expect(found.figures[1]).toMatchObject({ share: "npl_migration", percent: 0, budget: 3 });
  });
});

describe("what is not counted, and moves nothing", () => {
  it("a quarter without a budget, or a share without one: the share itself is still said", () => {
    const loans = [...times(9), loan({ isOverdue: true })];
    expect(qualityOutcome(shipped, "2026-Q1", loans)).toMatchObject({
      points: 0,
      lines: [],
      figures: [{ percent: 10, budget: undefined }, { percent: 0 }],
    });
    const one = outcome(loans, { ...rules, budgets: { "2026-Q1": { npl_migration_percent: 3 } } });
    expect(one.lines.map(({ code }) => code)).toEqual(["npl_migration"]);
  });

  it("whoever kept nothing", () => {
    expect(outcome([])).toMatchObject({ points: 0, lines: [], figures: [{ percent: undefined }, {}] });
  });
});

describe("a quarter", () => {
  const quarter = (score: number) => rollUp([{ id: "2026-03", name: "2026-03", score, weight: 1 }], "r", ["D"]);

  it("is the mean of its months, moved", () => {
    expect(movedBy(quarter(8000), outcome(times(10))).score).toBe(9000);
  });

  it.each([
    ["a hundred", 9500, 10, 10_000],
    ["nothing", 300, 0, 0],
  ])("is never beyond %s, and a line says what is let go", (_name, mean, sound, score) => {
    const moved = movedBy(
      quarter(mean),
      outcome([...times(sound), ...times(10 - sound, { isOverdue: true, isNpl: true })]),
    );
    expect(moved.score).toBe(score);
    expect(moved.lines.at(-1)?.code).toBe("within_hundred");
  });

  it("is the sum of its lines, within ten points of its months, whatever became of the loans", () => {
    const any = fc.record({
      isOverdue: fc.boolean(),
      isNpl: fc.boolean(),
      drawn: fc.bigInt(0n, 1_000_000n),
      was: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 0, max: 10_000 }), (all, mean) => {
        const loans = all.map(({ was, ...one }) => loan({ ...one, before: { drawnMinor: one.drawn, isNpl: was } }));
        const moved = movedBy(quarter(mean), outcome(loans));
        expect(sumOf(moved.lines)).toBe(moved.score);
        expect(Math.abs((moved.score ?? 0) - mean)).toBeLessThanOrEqual(1000);
        expect(moved.score).toBeGreaterThanOrEqual(0);
        expect(moved.score).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
