/** Why a check leaves the batch and is done on its own (R70, R138, R139): exceptions are singled out, never passed with the rest. */
import { exposure } from "../planning/index.ts";
import type { OffSiteBatchRules, WatchedFact } from "../policy/off-site-batch.ts";
import type { Policy } from "../policy/schema.ts";
import type { OpenMatter } from "../templates/asking.ts";
import {
  type InspectionState,
  type IsoDate,
  type Money,
  PRODUCTS,
  type Product,
  type RiskTier,
} from "../vocabulary.ts";

export const BATCH_EXCEPTIONS = [
  "returned",
  "begun",
  "overdue",
  "tier",
  "product",
  "exposure",
  "measures",
  "signals",
  "conditions",
  "last_report",
  "fixes",
  "changed",
  "drawn_more",
  "in_a_row",
  "out_of_range",
] as const;
/**
 * `signals`: an early warning is open. `conditions`: the approval set some that are not known to be met.
 * `begun`: somebody fills it in singly. `last_report`: it held an orange or red answer. `fixes`: earlier findings are not put
 * right. `drawn_more`: the balance rose since the last check. `in_a_row`: so many checks running were done in a batch.
 * `out_of_range`: a known figure crosses a threshold of the template.
 */
export type BatchExceptionKind = (typeof BATCH_EXCEPTIONS)[number];

export interface BatchException {
  readonly kind: BatchExceptionKind;
  /** Of `changed`: which facts. */
  readonly facts?: readonly WatchedFact[];
}

export interface BatchedFacts {
  readonly state: InspectionState;
  readonly hasDraft: boolean;
  /** The customer's live ones. */
  readonly loans: readonly {
    readonly product: Product;
    readonly tier: RiskTier;
    readonly drawn: Money;
    readonly pastDueSince?: IsoDate | undefined;
  }[];
  readonly today: IsoDate;
  /** From the last report and the measures. */
  readonly open: readonly OpenMatter[];
  /** Since the last check. */
  readonly changed: readonly WatchedFact[];
  readonly drawnMore: boolean;
  /** How many of the last checks running were done in a batch. */
  readonly batchesRunning: number;
  /** A known figure crosses a threshold. */
  readonly isOutOfRange: boolean;
}

/** Every reason at once, in the order of the list; empty where the check may stay in the batch. */
export function exceptionsOf(policy: Policy, facts: BatchedFacts): BatchException[] {
  const rules = policy.off_site_batch;
  const { loans, open, today } = facts;
  const changed = facts.changed.filter((fact) => rules.changed.includes(fact));
  const isSo: Readonly<Record<BatchExceptionKind, boolean>> = {
    returned: facts.state === "returned",
    begun: facts.state === "started" || facts.hasDraft,
    overdue: loans.some(({ pastDueSince }) => pastDueSince !== undefined && pastDueSince <= today),
    tier: loans.some(({ tier }) => !rules.tiers.includes(tier)),
    product: loans.some(({ product }) => rules.products[product] === undefined),
    exposure: PRODUCTS.some((product) => isOver(policy, rules, product, loans)),
    measures: open.includes("measures"),
    signals: open.includes("signals"),
    conditions: open.includes("approval_conditions"),
    last_report: open.includes("out_of_range"),
    fixes: open.includes("fixes"),
    changed: changed.length > 0,
    drawn_more: facts.drawnMore,
    in_a_row: facts.batchesRunning >= rules.in_a_row,
    out_of_range: facts.isOutOfRange,
  };
  return BATCH_EXCEPTIONS.filter((kind) => isSo[kind]).map((kind) =>
    kind === "changed" ? { kind, facts: changed } : { kind },
  );
}

/** The drawn loans of the product together; what cannot be converted may be large. */
function isOver(policy: Policy, rules: OffSiteBatchRules, product: Product, loans: BatchedFacts["loans"]): boolean {
  const limit = rules.products[product]?.exposure_up_to;
  const some = loans.filter((loan) => loan.product === product);
  if (limit === undefined || some.length === 0) return false;
  const { amount, unknownCurrencies } = exposure(policy, some);
  return unknownCurrencies.length > 0 || amount.minor > BigInt(limit) * 100n;
}
