/** Whether what is owed passes what was set from above (R43). Pure. */
import { exposure } from "./planning/index.ts";
import type { Policy } from "./policy/schema.ts";
import type { CustomerType, Money, Product, Sentences } from "./vocabulary.ts";

export interface OwedLoan {
  readonly product: Product;
  readonly drawn: Money;
}

/** Amounts in minor units of the policy's currency. */
export interface Passed {
  readonly key: string;
  readonly title: Sentences;
  readonly used: Money;
  readonly most: Money;
}

/** The limits that a borrower's drawn loans together pass; loans in a currency without a rate are not counted. */
export function limitsPassed(policy: Policy, customerType: CustomerType, loans: readonly OwedLoan[]): Passed[] {
  const { currency } = policy.exposure_bands;
  return Object.entries(policy.limits.borrower).flatMap(([key, limit]): Passed[] => {
    const most = mostOf(policy, limit);
    if (most === undefined || !(limit.customer_types?.includes(customerType) ?? true)) return [];
    const counted = loans.filter(({ product }) => limit.products?.includes(product) ?? true);
    const used = exposure(policy, counted).amount;
    return used.minor > most ? [{ key, title: limit.title, used, most: { minor: most, currency } }] : [];
  });
}

export interface LimitOnBorrower {
  readonly products: readonly Product[] | undefined;
  /** In minor units. */
  readonly most: bigint;
}

/** Those that hold anything back, to look for who could pass one. */
export function limitsOnBorrowers(policy: Policy): LimitOnBorrower[] {
  return Object.values(policy.limits.borrower).flatMap((limit) => {
    const most = mostOf(policy, limit);
    return most === undefined ? [] : [{ products: limit.products, most }];
  });
}

interface Most {
  readonly most?: number | undefined;
  readonly most_percent_of_net_assets?: number | undefined;
}

/** In minor units, rounded down; nothing where it is a share of net assets that the policy does not name. */
function mostOf({ limits }: Policy, { most, most_percent_of_net_assets: share }: Most): bigint | undefined {
  if (most !== undefined) return BigInt(most) * 100n;
  return limits.net_assets === undefined || share === undefined
    ? undefined
    : (BigInt(limits.net_assets) * 100n * BigInt(Math.round(share * 100))) / 10_000n;
}
