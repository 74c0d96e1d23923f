/** What the lender's own book says today, as facts that the catalogue can read. Pure. */
import { workingDaysBetween } from "../../../domain/calendar/business-calendar.ts";
import { compareDates, daysBetween, isoDate } from "../../../domain/dates.ts";
import type { Policy } from "../../../domain/policy/schema.ts";
import { factsOf, type Observed } from "../../../domain/signals/observed.ts";
import {
  type Episode,
  overdueEpisodes,
  overdueSince,
  type ToldOverdue,
} from "../../../domain/signals/overdue-episodes.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import type { BorrowerRecord, BorrowerRow, ChangeRow, CollateralRow, LoanRow } from "./record-of.ts";

type Told = Pick<Observed, "key" | "value" | "unit" | "asOf" | "reference">;

/** It stands until the book says otherwise. */
function ofBook({ recordedAt }: { readonly recordedAt: Date }, told: Told, source = "book"): Observed {
  const id = `${source}:${told.key}:${told.reference}:${told.asOf}`;
  return { ...told, id, recordedAt: recordedAt.toISOString(), source, standing: "told" };
}

/** Days past due today, known since the book last said when they began; and each overdue that came to its end, day by day of book and feeds. */
export function factsOfLoan(
  loan: LoanRow,
  { changes, told }: { readonly changes: readonly ChangeRow[]; readonly told: readonly Observed[] },
  { today, knownSince }: { readonly today: IsoDate; readonly knownSince: Date },
): Observed[] {
  const days = loan.pastDueSince === null ? 0 : Math.max(0, daysBetween(isoDate(loan.pastDueSince), today));
  const now = { key: "days_past_due", value: String(days), unit: "days", asOf: today, reference: loan.number };
  const moved = changes.filter(({ field }) => field === "pastDueSince");
  const ended = episodesOf(moved, told, today).map(({ days: lasted, endedOn, recordedAt }) =>
    ofBook(
      { recordedAt: new Date(recordedAt) },
      { ...now, key: "overdue_episode_days", value: String(lasted), asOf: endedOn },
    ),
  );
  // A row that was told again, with another balance say, is no news of the arrears.
  return [ofBook({ recordedAt: moved.at(-1)?.recordedAt ?? knownSince }, now), ...ended];
}

function episodesOf(moved: readonly ChangeRow[], told: readonly Observed[], today: IsoDate): Episode[] {
  const inBook = moved.flatMap(({ before, after, asOf, recordedAt }, at) => [
    ...(at === 0 ? overdueBefore(before) : []),
    { asOf: isoDate(asOf), since: after === null ? null : isoDate(after), recordedAt: recordedAt.toISOString() },
  ]);
  const ofFeeds = factsOf(told, "days_past_due", { asOf: today, reads: "confirmed" }).map(
    ({ asOf, value, recordedAt }) => ({ asOf, since: overdueSince(asOf, Number(value)), recordedAt }),
  );
  return overdueEpisodes([...inBook, ...ofFeeds]);
}

/** As the loan came into the book. */
function overdueBefore(since: string | null): ToldOverdue[] {
  return since === null ? [] : [{ asOf: isoDate(since), since: isoDate(since), recordedAt: "" }];
}

/** Work on the customer: the last check, and one that is planned and not late. What was before the take-on is not ours to judge. */
export function actionsOf(borrower: BorrowerRow, today: IsoDate): Observed[] {
  const takenOn = isoDate(borrower.takeOnOn);
  const told = { key: "action", value: "true", unit: "flag" };
  const recordedAt = borrower.createdAt;
  const last = [borrower.lastVisitOn, borrower.lastInspectedOn].flatMap((day) => (day === null ? [] : [isoDate(day)]));
  const done = last.filter((day) => compareDates(day, takenOn) >= 0);
  const planned = borrower.inspections.find((one) => compareDates(isoDate(one.returnedDueOn ?? one.dueOn), today) >= 0);
  return [
    ...done.map((asOf) => ofBook({ recordedAt }, { ...told, asOf, reference: borrower.number })),
    ...(planned === undefined
      ? []
      : [ofBook({ recordedAt }, { ...told, asOf: today, reference: planned.number }, "plan")]),
  ];
}

/** How late the latest of the open inspections is, in working days: a report that is with the reviewer is not late. */
export function lateWorkOf({ row, calendar }: Pick<BorrowerRecord, "row" | "calendar">, today: IsoDate): Observed[] {
  const late = row.inspections
    .filter(({ state }) => STILL_TO_DO.includes(state))
    .map(({ number, dueOn, returnedDueOn }) => ({ number, due: isoDate(returnedDueOn ?? dueOn) }))
    .filter(({ due }) => compareDates(due, today) < 0)
    .toSorted((a, b) => compareDates(a.due, b.due));
  const [worst] = late;
  if (worst === undefined) return [];
  const days = String(workingDaysBetween(calendar, worst.due, today));
  const told = { key: "inspection_late_working_days", value: days, unit: "days", asOf: today, reference: worst.number };
  return [ofBook({ recordedAt: row.createdAt }, told, "plan")];
}

const STILL_TO_DO: readonly string[] = ["planned", "started", "returned"];

/** Its valuations, when its insurance ends, and up to how much of its value a loan is covered. */
export function factsOfCollateral(
  { signals }: Pick<Policy, "signals">,
  { loan, piece, changes }: { loan: LoanRow; piece: CollateralRow; changes: readonly ChangeRow[] },
  { today, takenOn }: { today: IsoDate; takenOn: IsoDate },
): Observed[] {
  const reference = piece.number;
  const caps: Readonly<Record<string, number | undefined>> = signals.ltv_caps.percent;
  const cap = caps[piece.kind];
  const told: Told[] = valuationsOf(piece, changes)
    .filter(({ valuedOn }) => compareDates(valuedOn, takenOn) >= 0)
    .map(({ minor, valuedOn }) => ({ key: "value_cny", value: yuan(minor), unit: "yuan", asOf: valuedOn, reference }));
  if (piece.insuredTo !== null) {
    const left = String(daysBetween(today, isoDate(piece.insuredTo)));
    told.push({ key: "insurance_days_left", value: left, unit: "days", asOf: today, reference });
  }
  if (cap !== undefined) {
    told.push({ key: "ltv_cap_pct", value: String(cap), unit: "percent", asOf: isoDate(loan.disbursedOn), reference });
  }
  return told.map((one) => ofBook(piece, one));
}

interface Valuation {
  readonly minor: bigint;
  readonly valuedOn: IsoDate;
}

/** Newest first: as it stands, and as it stood before each new valuation; a value that changed without one was a mistake. */
function valuationsOf(piece: CollateralRow, changes: readonly ChangeRow[]): Valuation[] {
  let [minor, day] = [piece.valueMinor, piece.valuedOn];
  const found: Valuation[] = day === null ? [] : [{ minor, valuedOn: isoDate(day) }];
  for (const revalued of changes.filter(({ field }) => field === "valuedOn").reverse()) {
    const value = changes.find(
      ({ field, runId, recordedAt }) =>
        field === "valueMinor" && runId === revalued.runId && recordedAt.getTime() === revalued.recordedAt.getTime(),
    );
    [minor, day] = [value?.before == null ? minor : BigInt(value.before), revalued.before];
    if (day !== null) found.push({ minor, valuedOn: isoDate(day) });
  }
  return found;
}

const FEN = 100n;

function yuan(minor: bigint): string {
  return `${minor / FEN}.${String(minor % FEN).padStart(2, "0")}`;
}
