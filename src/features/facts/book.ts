/** What the newest facts say of a loan's balance, first overdue day and yearly rate also stands in the book, which planning and tiers read. */
import { compareDates, earliestOf, latestOf } from "../../domain/dates.ts";
import { BALANCE, DAYS_PAST_DUE, YEARLY_RATE } from "../../domain/facts/kinds/of-loans.ts";
import { readYearlyRate } from "../../domain/loan-rate.ts";
import { factsOf, type Observed } from "../../domain/signals/observed.ts";
import { overdueSince } from "../../domain/signals/overdue-episodes.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { bulkIn, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { bulkInsert, bulkUpdate, momentText } from "../../platform/storage/index.ts";
import { readAmount } from "../portfolio/index.ts";
import { type LoanFact, type LoanRow, loanFacts, loanRows, runRows } from "./book-rows.ts";
import { FACT_CHANGE } from "./history.ts";

/** A loan of which a balance, days past due or a rate were told for a day. */
export interface ToldLoan {
  readonly loanId: string;
  readonly asOf: IsoDate;
}

/** Facts older than the last extract change nothing there: they are history, which the signals read by their day. */
export async function tellBook(tx: Context, source: string, told: readonly ToldLoan[]): Promise<void> {
  const loans = await standingLoans(tx, once(told.map(({ loanId }) => loanId)));
  const since = new Map(loans.map(({ loan, extracted }) => [loan.id, extracted.asOf]));
  const recent = told.filter(({ loanId, asOf }) => compareDates(asOf, since.get(loanId) ?? asOf) >= 0);
  const [first, ...others] = recent.map(({ asOf }) => asOf);
  if (first === undefined) return;
  // What was told of earlier days stands there already.
  const ids = once(recent.map(({ loanId }) => loanId));
  const rows = await loanFacts(tx, ids, earliestOf(first, ...others));
  const today = localDate(tx.now, tx.policy.policy.calendar.time_zone);
  const ofLoan = new Map<string, LoanFact[]>(loans.map(({ loan }) => [loan.id, []]));
  for (const row of rows) ofLoan.get(row.subjectId)?.push(row);
  const changed = loans.flatMap(({ loan, extracted }) => {
    const changes = changesOf(loan, newestOf(ofLoan.get(loan.id) ?? [], extracted, today));
    return changes.length === 0 ? [] : [{ loan, changes }];
  });
  await tellLoans(tx, source, changed);
}

/** Each with what the last extract was of it. */
async function standingLoans(
  tx: Context,
  ids: string[],
): Promise<{ readonly loan: LoanRow; readonly extracted: Extracted }[]> {
  const loans = await loanRows(tx, ids);
  const runs = await runRows(tx, once(loans.flatMap(({ lastRunId }) => lastRunId ?? [])));
  return loans.map((loan) => {
    const run = runs.get(loan.lastRunId ?? "");
    return { loan, extracted: { asOf: run?.asOf ?? loan.asOf, at: run?.startedAt ?? loan.recordedAt } };
  });
}

function once(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The day whose evening the loan was read in from, and when. */
interface Extracted {
  readonly asOf: IsoDate;
  readonly at: string;
}

interface Newest {
  readonly balance: Observed | undefined;
  readonly days: Observed | undefined;
  readonly rate: Observed | undefined;
}

function newestOf(told: readonly Observed[], since: Extracted, today: IsoDate): Newest {
  const newest = (key: string) => {
    const last = factsOf(told, key, { asOf: today, reads: "confirmed" }).at(-1);
    const order = last === undefined ? -1 : compareDates(last.asOf, since.asOf);
    return order > 0 || (order === 0 && last !== undefined && last.recordedAt >= since.at) ? last : undefined;
  };
  return { balance: newest(BALANCE), days: newest(DAYS_PAST_DUE), rate: newest(YEARLY_RATE) };
}

interface Change {
  readonly field: "drawnMinor" | "pastDueSince" | "yearlyRatePpm" | "yearlyRateFrom";
  readonly before: string | null;
  readonly after: string | null;
  readonly asOf: IsoDate;
}

function changesOf(loan: LoanRow, { balance, days, rate }: Newest): Change[] {
  const drawn = balance === undefined ? undefined : readAmount(balance.value, loan.currency, "major");
  const found: Change[] = [
    ...(balance === undefined || drawn === undefined
      ? []
      : [{ field: "drawnMinor" as const, before: loan.drawnMinor, after: drawn, asOf: balance.asOf }]),
    ...(days === undefined
      ? []
      : [
          {
            field: "pastDueSince" as const,
            before: loan.pastDueSince,
            after: overdueSince(days.asOf, Number(days.value)),
            asOf: days.asOf,
          },
        ]),
    ...(rate === undefined ? [] : rateChanges(loan, rate)),
  ];
  return found.filter(({ before, after }) => before !== after);
}

/** From the day of which the rate was told first: the same one told again is no other. */
function rateChanges(loan: LoanRow, { value, asOf }: Observed): Change[] {
  const after = String(readYearlyRate(value) ?? 0);
  const from = { before: loan.yearlyRateFrom, after: asOf, asOf };
  return after === loan.yearlyRatePpm
    ? []
    : [
        { field: "yearlyRatePpm", before: loan.yearlyRatePpm, after, asOf },
        { field: "yearlyRateFrom", ...from },
      ];
}

interface ChangedLoan {
  readonly loan: LoanRow;
  readonly changes: readonly Change[];
}

const LOAN = {
  id: "text",
  version: "integer",
  drawnMinor: "bigint",
  pastDueSince: "text",
  yearlyRatePpm: "integer",
  yearlyRateFrom: "text",
  asOf: "text",
  recordedAt: "moment",
  factsHash: "text",
} as const;
async function tellLoans(tx: Context, source: string, changed: readonly ChangedLoan[]): Promise<void> {
  const recordedAt = momentText(tx.now.toJSDate());
  const loans = changed.map(({ loan, changes }) => {
    const told = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
    return {
      ...{ id: loan.id, version: loan.version, recordedAt },
      drawnMinor: told.drawnMinor ?? loan.drawnMinor,
      pastDueSince: "pastDueSince" in told ? told.pastDueSince : loan.pastDueSince,
      yearlyRatePpm: told.yearlyRatePpm ?? loan.yearlyRatePpm,
      yearlyRateFrom: told.yearlyRateFrom ?? loan.yearlyRateFrom,
      asOf: latestOf(loan.asOf, ...changes.map(({ asOf }) => asOf)),
      // The next extract is compared fact by fact: it may say what it said before this.
      factsHash: "",
    };
  });
  const written = await bulkUpdate(bulkIn(tx), "Loan", LOAN, loans, "version");
  if (written < loans.length) throw new Error("a loan was changed by somebody else while its facts were told");
  const history = changed.flatMap(({ loan, changes }) =>
    changes.map((one) => ({ ...one, id: newId(), subjectKind: "loan", subjectId: loan.id, recordedAt, source })),
  );
  await bulkInsert(bulkIn(tx), "FactChange", FACT_CHANGE, history);
}
