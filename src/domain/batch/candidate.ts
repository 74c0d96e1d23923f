/** Which checks a batch may be made of at all, by what stands on the inspection and its loans. */
import type { OffSiteBatchRules } from "../policy/off-site-batch.ts";
import type { CustomerType, InspectionKind, InspectionState, Product, RiskTier, VisitMode } from "../vocabulary.ts";

export interface Candidate {
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly state: InspectionState;
  readonly customerType: CustomerType;
  /** Of the live loans. */
  readonly products: readonly Product[];
}

/** Retail, off site, of a kind and a product that the policy names (R70): it is in the batch, or singled out of it by name. */
export function isCandidate(
  rules: OffSiteBatchRules,
  { kind, mode, state, customerType, products }: Candidate,
): boolean {
  const kinds: readonly string[] = rules.kinds;
  return (
    kinds.includes(kind) &&
    mode === "off_site" &&
    (state === "planned" || state === "started" || state === "returned") &&
    rules.customer_types.includes(customerType) &&
    products.some((product) => rules.products[product] !== undefined)
  );
}

/** What a list can tell without asking further: nothing typed yet, and every loan normal and current. */
export function looksClean(
  rules: OffSiteBatchRules,
  one: Candidate & { readonly worstTier: RiskTier; readonly isOverdue: boolean; readonly hasDraft: boolean },
): boolean {
  return (
    isCandidate(rules, one) &&
    one.state === "planned" &&
    !one.hasDraft &&
    !one.isOverdue &&
    rules.tiers.includes(one.worstTier) &&
    one.products.every((product) => rules.products[product] !== undefined)
  );
}
