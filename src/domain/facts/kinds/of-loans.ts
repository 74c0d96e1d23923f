/** What the core system tells of loans: every evening how they stand, and the plan of their repayments. */
import { z } from "zod";
import { addDays, compareDates, daysBetween, isoDate } from "../../dates.ts";
import { NO_DAY } from "../fact.ts";
import { factKind, ofEveryRow, type Told } from "../fact-kind.ts";
import { amount, day, percent, plain, whole, word } from "../fields.ts";
import { loan } from "../subject.ts";

const balanceRow = z.strictObject({
  loan,
  balance: amount.optional().meta({ description: "Drawn and not repaid, in the loan's currency" }),
  days_past_due: whole.optional().meta({ description: "0 where nothing is overdue" }),
  past_due_since: day.optional().meta({ description: "The first day past due, in place of days_past_due" }),
  yearly_rate: percent.optional().meta({ description: "What the loan bears in a year, in percent" }),
  ...ofEveryRow,
});
type BalanceRow = z.infer<typeof balanceRow>;

/** Of the day that the row is of. */
function daysOf({ as_of, days_past_due: days, past_due_since: since }: BalanceRow): string | undefined {
  return since === undefined ? days : String(daysBetween(isoDate(since), isoDate(as_of)));
}

/** Balances, days past due and yearly rates. The newest also stands in the book of loans. */
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
      row.yearly_rate === undefined
        ? undefined
        : { key: YEARLY_RATE, value: plain(row.yearly_rate), unit: "percent", field: "yearly_rate" },
    ];
  },
  checks: [
    [
      ({ balance, yearly_rate, ...row }) => (balance ?? yearly_rate ?? daysOf(row)) !== undefined,
      "nothing_told",
      "balance",
    ],
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
export const YEARLY_RATE = "yearly_rate";

const STATES = ["unpaid", "paid", "cancelled"] as const;

const repaymentRow = z.strictObject({
  loan,
  due_on: day.meta({ description: "The day on which it is due; by it the instalment is known again" }),
  principal: amount.optional().meta({ description: "In the loan's currency" }),
  interest: amount.optional().meta({ description: "In the loan's currency" }),
  state: word(STATES).optional().meta({
    description: "On the evening of as_of; cancelled where the plan was changed. Not said: the loan's overdue tells",
  }),
  paid_on: day.optional().meta({ description: "Where it is paid: on which day; as_of when not said" }),
  ...ofEveryRow,
});
type RepaymentRow = z.infer<typeof repaymentRow>;

/** The plan of repayments, instalment by instalment (R60). The newest word on each also stands in the book. */
export const repayments = factKind("repayments", repaymentRow, {
  about: ({ loan: number }) => ({ kind: "loan", number }),
  told: instalmentFacts,
  checks: [
    [(row) => instalmentFacts(row).length > 0, "nothing_told", "principal"],
    [({ state, paid_on }) => paid_on === undefined || state === "paid", "contradicts", "paid_on"],
    [({ as_of, paid_on = as_of }) => paid_on <= as_of, "contradicts", "paid_on"],
  ],
});

function instalmentFacts({ due_on: reference, principal, interest, state, paid_on, as_of }: RepaymentRow): Told[] {
  const money = (key: string, field: string, sum: string | undefined): Told[] =>
    sum === undefined ? [] : [{ key, value: plain(sum), unit: "money", field, reference }];
  const told = [
    ...money(INSTALMENT.principal, "principal", principal),
    ...money(INSTALMENT.interest, "interest", interest),
  ];
  if (state === undefined) return told;
  const paid = state === "paid" ? (paid_on ?? as_of) : NO_DAY;
  return [
    ...told,
    { key: INSTALMENT.state, value: state, unit: "word", field: "state", reference },
    { key: INSTALMENT.paidOn, value: paid, unit: "date", field: "paid_on", reference },
  ];
}

/** The keys of an instalment's facts; their reference is its day. */
export const INSTALMENT = {
  principal: "instalment_principal",
  interest: "instalment_interest",
  state: "instalment_state",
  paidOn: "instalment_paid_on",
} as const;
