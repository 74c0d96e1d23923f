import type { LoanFacts } from "../loan.ts";
import { PRODUCTS, type Product } from "../vocabulary.ts";
import type { PlannedInspection } from "./planned-inspection.ts";

/**
 * The product by which an inspection is counted: of the loan whose line decided, as its explanation names it, else of the largest
 * loan that it is about. Nothing where it names none and no loan is known.
 */
export function productOf(
  plan: Pick<PlannedInspection, "because" | "loanIds">,
  loans: readonly LoanFacts[],
): Product | undefined {
  const named = plan.because.flatMap(
    ({ values }) => PRODUCTS.find((product) => product === values["product"]) ?? [],
  )[0];
  const about = loans.filter(({ id }) => plan.loanIds.includes(id));
  const largest = about.toSorted((one, other) => Number(other.drawn.minor - one.drawn.minor))[0];
  return named ?? largest?.product;
}
