import {
  type ClaimFacts,
  classify,
  type DebtorFacts,
  type TierPolicy,
} from "../../../src/domain/classification/index.ts";
import type { RiskTier } from "../../../src/domain/vocabulary.ts";
import { bank, on } from "../planning/builders.ts";

/** A normal claim of 100 with nothing overdue. */
export function aClaim(facts: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    id: "A",
    balance: 100n,
    daysPastDue: 0,
    technicalOverdueApproved: false,
    refinanced: "none",
    misuse: false,
    restructuredCount: 0,
    currentTier: "normal",
    ...facts,
  };
}

/** A firm on 31 March 2026 with that one claim. */
export function aDebtor(facts: Partial<DebtorFacts> = {}): DebtorFacts {
  return { asOf: on("2026-03-31"), retail: false, claims: [aClaim()], ...facts };
}

/** Claims A, B and C of these balances; the facts are A's. */
export const three = (balances: readonly [number, number, number], a: Partial<ClaimFacts>): ClaimFacts[] =>
  ["A", "B", "C"].map((id, at) => aClaim({ id, balance: BigInt(balances[at] ?? 0), ...(at === 0 ? a : {}) }));

export function floorsOf(debtor: DebtorFacts, policy: TierPolicy = bank): Record<string, RiskTier> {
  return Object.fromEntries([...classify(debtor, policy)].map(([id, { tier }]) => [id, tier]));
}

/** The floor of a debtor's only claim. */
export function floorOf(claim: Partial<ClaimFacts>, debtor: Partial<DebtorFacts> = {}, policy?: TierPolicy): RiskTier {
  return floorsOf(aDebtor({ ...debtor, claims: [aClaim(claim)] }), policy).A ?? "normal";
}

/** The rules that ask for a claim's floor. */
export function rulesOf(debtor: DebtorFacts, id = "A"): string[] {
  return (
    classify(debtor, bank)
      .get(id)
      ?.because.map(({ rule }) => rule) ?? []
  );
}
