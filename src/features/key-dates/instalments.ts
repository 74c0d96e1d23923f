/** What is due on a repayment's day, as the loan's plan has it: the notice says loan, day, balance, principal and interest (R60). */
import type { Language, Money } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Translate } from "../../texts/index.ts";
import { moneyText } from "../../texts/money.ts";

export interface DueInstalment {
  /** Nothing where the plan tells none. */
  readonly principal: Money | undefined;
  readonly interest: Money | undefined;
  /** Of the whole loan, when the date was found. */
  readonly balance: Money;
}

interface KeyDateRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly dueOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** By the id of the key date; a repayment of no plan is missing. */
export async function instalmentsOf(ctx: Context, dates: readonly KeyDateRow[]): Promise<Map<string, DueInstalment>> {
  const repayments = dates.filter(({ kind }) => kind === "repayment");
  const rows = await inTurns(
    repayments,
    (some) =>
      ctx.db.instalment.findMany({
        where: {
          loanId: { in: some.map(({ subjectId }) => subjectId) },
          dueOn: { in: [...new Set(some.map(({ dueOn }) => dueOn))] },
        },
      }),
    2,
  );
  const plans = new Map(rows.map((row) => [`${row.loanId}\n${row.dueOn}`, row]));
  const money = (minor: bigint | null, currency: string) => (minor ? { minor, currency } : undefined);
  return new Map(
    repayments.flatMap(({ id, subjectId, dueOn, amountMinor, currency: ofLoan }) => {
      const row = plans.get(`${subjectId}\n${dueOn}`);
      if (row === undefined) return [];
      const principal = money(row.principalMinor, row.currency);
      const interest = money(row.interestMinor, row.currency);
      return [[id, { principal, interest, balance: { minor: amountMinor, currency: ofLoan } }] as const];
    }),
  );
}

/** Principal, interest and balance, each where it is told. */
export function instalmentWords(
  { t, language }: { readonly t: Translate; readonly language: Language },
  { principal, interest, balance }: DueInstalment,
): string[] {
  return [
    ...(principal === undefined ? [] : [t("key_date.principal", { amount: moneyText(language, principal) })]),
    ...(interest === undefined ? [] : [t("key_date.interest", { amount: moneyText(language, interest) })]),
    t("key_date.balance", { amount: moneyText(language, balance) }),
  ];
}
