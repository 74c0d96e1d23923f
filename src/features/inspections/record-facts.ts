/** What the record holds of the loans and their collateral, in the policy's currency, for derived figures and known answers. Pure. */
import { decimalText } from "../../domain/check/decimal.ts";
import { exposure } from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { RecordFact } from "../../domain/templates/derived.ts";
import type { InspectionRecord } from "./store.ts";

type Facts = Partial<Record<RecordFact, string>>;
type LoanRecord = InspectionRecord["borrower"]["loans"][number];

/** By subject address. An amount in a currency without a rate is left out. */
export function recordFacts(policy: Policy, loans: readonly LoanRecord[]): Record<string, Facts> {
  const amount = (parts: readonly { minor: bigint; currency: string }[]) => inYuan(policy, parts);
  const drawn = (some: readonly LoanRecord[]) => some.map((loan) => ({ minor: loan.drawnMinor, ...currencyOf(loan) }));
  const limit = (some: readonly LoanRecord[]) =>
    some.map((loan) => ({ minor: loan.principalMinor, ...currencyOf(loan) }));
  const values = (pieces: LoanRecord["collateral"]) =>
    pieces.map((one) => ({ minor: one.valueMinor, ...currencyOf(one) }));
  const entries: [string, Facts][] = [
    ["borrower", { ...amount(drawn(loans)).as("drawn_cny"), ...amount(limit(loans)).as("limit_cny") }],
    ...loans.map((loan): [string, Facts] => [
      `loan:${loan.id}`,
      {
        ...amount(drawn([loan])).as("drawn_cny"),
        ...amount(limit([loan])).as("limit_cny"),
        ...(loan.collateral.length === 0 ? {} : amount(values(loan.collateral)).as("collateral_value_cny")),
      },
    ]),
    ...loans.flatMap((loan) =>
      loan.collateral.map((piece): [string, Facts] => [
        `collateral:${piece.id}`,
        {
          ...amount(drawn([loan])).as("secured_cny"),
          ...amount(values([piece])).as("collateral_value_cny"),
          ...(piece.valuedOn === null ? {} : { valued_on: piece.valuedOn }),
          ...(piece.insuredTo === null ? {} : { insured_until: piece.insuredTo }),
        },
      ]),
    ),
  ];
  return Object.fromEntries(entries);
}

function currencyOf({ currency }: { readonly currency: string }) {
  return { currency };
}

function inYuan(policy: Policy, parts: readonly { minor: bigint; currency: string }[]) {
  const { amount, unknownCurrencies } = exposure(
    policy,
    parts.map((drawn) => ({ drawn })),
  );
  const text = unknownCurrencies.length > 0 ? undefined : decimalText({ digits: amount.minor, scale: 2 });
  return { as: (fact: RecordFact): Facts => (text === undefined ? {} : { [fact]: text }) };
}
