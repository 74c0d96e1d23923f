/** The limits that a borrower of the record passes with the loans as they stand. */
import { limitsPassed, type Passed } from "../../domain/limits.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import { CUSTOMER_TYPES, PRODUCTS } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";

/** With the live loans. */
export interface BorrowerOwing {
  readonly customerType: string;
  readonly loans: readonly { readonly product: string; readonly drawnMinor: bigint; readonly currency: string }[];
}

export function limitsPassedBy(policy: Policy, { customerType, loans }: BorrowerOwing): Passed[] {
  const owed = loans.map(({ product, drawnMinor, currency }) => ({
    product: oneOf(PRODUCTS, product),
    drawn: { minor: drawnMinor, currency },
  }));
  return limitsPassed(policy, oneOf(CUSTOMER_TYPES, customerType), owed);
}
