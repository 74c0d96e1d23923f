/** How a loan was paid, as far as the record knows: only what it reaches back to is said. Pure. */
import { decimalText } from "../../domain/check/decimal.ts";
import { daysBetween, isoDate } from "../../domain/dates.ts";
import type { RecordFact } from "../../domain/templates/derived.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import type { InspectionRecord } from "../inspections/index.ts";
import type { ChangeRow } from "./history.ts";

type Loan = InspectionRecord["borrower"]["loans"][number];

export interface Known {
  readonly today: IsoDate;
  readonly now: Moment;
  /** From when the record follows this customer. */
  readonly knownFrom: Date;
  /** When the customer was last checked here; undefined where that is not known. */
  readonly lastCheckAt: Date | undefined;
  /** The policy's currency: an amount in another is not said. */
  readonly currency: string;
  readonly changes: readonly ChangeRow[];
}

export interface Payments {
  readonly facts: Partial<Record<RecordFact, string>>;
  readonly drawnMore: boolean;
}

const A_YEAR = { years: 1 };

export function paymentsOf(loan: Loan, known: Known): Payments {
  const mine = known.changes.filter(({ subjectId }) => subjectId === loan.id);
  const repaid = repaidSince(loan, known, mine);
  const overdue =
    loan.pastDueSince !== null && loan.pastDueSince <= known.today ? isoDate(loan.pastDueSince) : undefined;
  const times = timesPastDue(loan, known, mine);
  return {
    facts: {
      days_past_due: overdue === undefined ? "0" : String(daysBetween(overdue, known.today)),
      ...(times === undefined ? {} : { times_past_due_12m: String(times) }),
      ...(repaid === undefined || repaid < 0n || loan.currency !== known.currency
        ? {}
        : { repaid_cny: decimalText({ digits: repaid, scale: 2 }) ?? "0" }),
    },
    drawnMore: repaid !== undefined && repaid < 0n,
  };
}

/** Minor units; negative where the balance rose. Undefined where it is not known what it was at the last check. */
function repaidSince(loan: Loan, { lastCheckAt, knownFrom }: Known, mine: readonly ChangeRow[]): bigint | undefined {
  if (
    lastCheckAt === undefined ||
    lastCheckAt < knownFrom ||
    loan.disbursedOn > lastCheckAt.toISOString().slice(0, 10)
  ) {
    return undefined;
  }
  const first = mine.find(({ field, recordedAt }) => field === "drawnMinor" && recordedAt > lastCheckAt);
  return first?.before == null ? 0n : BigInt(first.before) - loan.drawnMinor;
}

/** Each time that the source told a first overdue day; undefined where the record does not reach back a year. */
function timesPastDue(loan: Loan, { now, knownFrom }: Known, mine: readonly ChangeRow[]): number | undefined {
  const from = now.minus(A_YEAR).toJSDate();
  const isYounger = loan.disbursedOn >= knownFrom.toISOString().slice(0, 10);
  if (knownFrom > from && !isYounger) return undefined;
  return mine.filter(
    ({ field, before, after, recordedAt }) =>
      field === "pastDueSince" && before === null && after !== null && recordedAt > from,
  ).length;
}
