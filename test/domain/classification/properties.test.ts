import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimFacts, DebtorFacts } from "../../../src/domain/classification/index.ts";
import { REFINANCINGS } from "../../../src/domain/classification/index.ts";
import { addDays } from "../../../src/domain/dates.ts";
import { RISK_TIERS, type RiskTier } from "../../../src/domain/vocabulary.ts";
import { on } from "../planning/builders.ts";
import { floorsOf } from "./builders.ts";

const asOf = on("2026-03-31");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Around every line of the rules, and anywhere. */
const days = fc.oneof(fc.constantFrom(0, 1, 7, 8, 90, 91, 270, 271, 360, 361), fc.integer({ min: 0, max: 900 }));
const restructuring = fc.oneof(
  fc.constant({ restructuredOn: undefined, restructuredCount: 0 }),
  fc.record({
    restructuredOn: fc.integer({ min: -40, max: 800 }).map((ago) => addDays(asOf, -ago)),
    restructuredCount: fc.integer({ min: 0, max: 3 }),
  }),
);
const claimFacts: fc.Arbitrary<Omit<ClaimFacts, "id">> = fc
  .record({
    balance: fc.bigInt({ min: 0n, max: 1_000n }),
    daysPastDue: days,
    technicalOverdueApproved: fc.boolean(),
    refinanced: fc.constantFrom(...REFINANCINGS),
    misuse: fc.boolean(),
    currentTier: fc.constantFrom(...RISK_TIERS),
    cleanPeriods: maybe(fc.integer({ min: 0, max: 3 })),
    cleanMonths: maybe(fc.integer({ min: 0, max: 14 })),
    costsPaid: maybe(fc.boolean()),
    abilityConfirmed: maybe(fc.boolean()),
  })
  .chain((facts) => restructuring.map((restructured) => ({ ...facts, ...restructured })));
const debtors: fc.Arbitrary<DebtorFacts> = fc.record({
  asOf: fc.constant(asOf),
  retail: fc.boolean(),
  allBanks: maybe(fc.bigInt({ min: 0n, max: 300n }).map((over90) => ({ debt: 1_000n, over90 }))),
  claims: fc
    .array(claimFacts, { minLength: 1, maxLength: 5 })
    .map((claims) => claims.map((claim, at) => ({ ...claim, id: `L${at}` }))),
});

/** Ways in which a claim's facts can get worse, the others as they are. */
const worse: fc.Arbitrary<(claim: ClaimFacts) => Partial<ClaimFacts>> = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((more) => ({ daysPastDue }: ClaimFacts) => ({
    daysPastDue: daysPastDue + more,
  })),
  fc.constantFrom(
    () => ({ misuse: true }),
    () => ({ refinanced: "yes" as const }),
    () => ({ technicalOverdueApproved: false }),
    () => ({ costsPaid: false }),
    () => ({ abilityConfirmed: false }),
    () => ({ cleanPeriods: 0 }),
    () => ({ cleanMonths: 0 }),
    ({ restructuredCount }: ClaimFacts) => ({ restructuredOn: asOf, restructuredCount: restructuredCount + 1 }),
    ({ currentTier }: ClaimFacts) => ({ currentTier: RISK_TIERS[RISK_TIERS.indexOf(currentTier) + 1] ?? "loss" }),
  ),
);
const severity = (tier: RiskTier | undefined) => RISK_TIERS.indexOf(tier ?? "normal");
const notMilder = (before: Record<string, RiskTier>, after: Record<string, RiskTier>) =>
  Object.keys(before).every((id) => severity(after[id]) >= severity(before[id]));

describe("for every debtor", () => {
  it("a worse fact about any claim makes no floor milder, of that claim or another", () => {
    fc.assert(
      fc.property(debtors, fc.nat(), worse, (debtor, which, worsen) => {
        const at = which % debtor.claims.length;
        const claims = debtor.claims.map((claim, index) => (index === at ? { ...claim, ...worsen(claim) } : claim));
        expect(notMilder(floorsOf(debtor), floorsOf({ ...debtor, claims }))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("more debt overdue elsewhere makes no floor milder", () => {
    fc.assert(
      fc.property(debtors, fc.bigInt({ min: 0n, max: 700n }), (debtor, more) => {
        const { debt = 1_000n, over90 = 0n } = debtor.allBanks ?? {};
        const after = floorsOf({ ...debtor, allBanks: { debt, over90: over90 + more } });
        expect(notMilder(floorsOf(debtor), after)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("one more non-performing claim makes no floor milder", () => {
    fc.assert(
      fc.property(debtors, claimFacts, (debtor, facts) => {
        const claims = [...debtor.claims, { ...facts, id: "more", daysPastDue: 91 }];
        expect(notMilder(floorsOf(debtor), floorsOf({ ...debtor, claims }))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("the order of its claims does not matter", () => {
    fc.assert(
      fc.property(
        debtors.chain((debtor) =>
          fc.tuple(fc.constant(debtor), fc.shuffledSubarray([...debtor.claims], { minLength: debtor.claims.length })),
        ),
        ([debtor, claims]) => {
          expect(floorsOf({ ...debtor, claims })).toEqual(floorsOf(debtor));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("the same facts of a person never give a stricter floor than those of a firm", () => {
    fc.assert(
      fc.property(debtors, (debtor) => {
        expect(notMilder(floorsOf({ ...debtor, retail: true }), floorsOf({ ...debtor, retail: false }))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
