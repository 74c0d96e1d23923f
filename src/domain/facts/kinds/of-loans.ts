/** What the core system tells of loans every evening. */
import { z } from "zod";
import { addDays, compareDates, daysBetween, isoDate } from "../../dates.ts";
import { factKind, ofEveryRow } from "../fact-kind.ts";
import { amount, day, plain, whole } from "../fields.ts";
import { loan } from "../subject.ts";

const balanceRow = z.strictObject({
  loan,
  balance: amount.optional().meta({ description: "Drawn and not repaid, in the loan's currency" }),
  days_past_due: whole.optional().meta({ description: "0 where nothing is overdue" }),
  past_due_since: day.optional().meta({ description: "The first day past due, in place of days_past_due" }),
  ...ofEveryRow,
});
type BalanceRow = z.infer<typeof balanceRow>;

/** Of the day that the row is of. */
function daysOf({ as_of, days_past_due: days, past_due_since: since }: BalanceRow): string | undefined {
  return since === undefined ? days : String(daysBetween(isoDate(since), isoDate(as_of)));
}

/** Balances and days past due. The newest also stands in the book of loans. */
export const balances = factKind("balances", balanceRow, {
  about: ({ loan: number }) => ({ kind: "loan", number }),
  told: (row) => {
    const days = daysOf(row);
    const field = row.past_due_since === undefined ? "days_past_due" : "past_due_since";
    return [
      row.balance === undefined
        ? undefined
        : { key: BALANCE, value: plain(row.balance), unit: "money", field: "balance" },
      days === undefined ? undefined : { key: DAYS_PAST_DUE, value: days, unit: "days", field },
    ];
  },
  checks: [
    [(row) => row.balance !== undefined || daysOf(row) !== undefined, "nothing_told", "balance"],
    [(row) => row.past_due_since === undefined || row.days_past_due === undefined, "contradicts", "past_due_since"],
    [
      ({ past_due_since: since, as_of }) =>
        since === undefined || compareDates(isoDate(since), addDays(isoDate(as_of), -1)) <= 0,
      "contradicts",
      "past_due_since",
    ],
  ],
});

export const BALANCE = "balance";
export const DAYS_PAST_DUE = "days_past_due";
