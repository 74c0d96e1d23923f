import { type BusinessCalendar, lastWorkingDayWithin } from "../calendar/business-calendar.ts";
import { addDays, addMonths, compareDates, earliestOf, latestOf, yearOf } from "../dates.ts";
import { type BorrowerFacts, pursuedLoans } from "../loan.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate, VisitMode } from "../vocabulary.ts";
import { linesOf } from "./lines.ts";
import { byStrictness, isVisitLine, onSiteMonths, type VisitLine } from "./matrix.ts";
import { everyPart, type PlannedInspection, type PlanPart, part, rolledPart } from "./planned-inspection.ts";
import { linePart } from "./row-part.ts";
import { isSampled } from "./sample.ts";
import { seasonalEnd } from "./season.ts";

/**
 * The borrower's next routine inspection: the strictest row of its loans, counted from the last visit, the bank's last
 * inspection, `spreadOn` (a date given at take-on), or the beginning. A maximum interval ends on a working day (R42, R64).
 * Nothing where no loan stands in a row with visits.
 */
export function planRoutine(
  policy: Policy,
  calendar: BusinessCalendar,
  borrower: BorrowerFacts,
  spread?: Spread,
): PlannedInspection | undefined {
  const lines = linesOf(policy, borrower).filter(isVisitLine).sort(byStrictness);
  const [strictest] = lines;
  if (strictest === undefined) return undefined;
  const base = baseOf(borrower, spread);
  const visit = visitEnd(policy, lines, strictest, base, borrower);
  const due = lastWorkingDayWithin(calendar, base.from, visit.endsOn);
  const mode = modeOf(strictest, visit, borrower, due.date);
  const line = visit.cadence?.decides === true ? visit.cadence.line : strictest;
  return {
    borrowerId: borrower.id,
    ...{ kind: "routine", occasion: base.spreadOn === undefined ? "interval" : "take_on", mode: mode.mode },
    dueOn: due.date,
    provisional: due.provisional,
    policyLine: line.policyLine,
    source: line.source,
    needsLegalReview: line.needsLegalReview,
    because: [
      base.because,
      linePart(strictest),
      everyPart(strictest.row),
      ...visit.because,
      ...mode.because,
      ...rolledPart(visit.endsOn, due),
    ],
    loanIds: pursuedLoans(borrower).map((loan) => loan.id),
  };
}

/** A day that was given when a book was taken on, and the day from which the book was spread: intervals count from there. */
export interface Spread {
  readonly on: IsoDate;
  readonly from: IsoDate;
}

interface Base {
  /** Intervals count from here. */
  readonly from: IsoDate;
  readonly spreadOn?: IsoDate | undefined;
  readonly because: PlanPart;
}

function baseOf(borrower: BorrowerFacts, spread: Spread | undefined): Base {
  const { lastVisitOn, lastInspectedOn, takeOnOn } = borrower;
  if (lastVisitOn !== undefined && (lastInspectedOn === undefined || compareDates(lastVisitOn, lastInspectedOn) >= 0)) {
    return { from: lastVisitOn, because: part("last_visit", { lastVisitOn }) };
  }
  if (lastInspectedOn !== undefined && spread === undefined) {
    return { from: lastInspectedOn, because: part("last_inspected", { lastInspectedOn }) };
  }
  const from = beginningOf(borrower);
  if (spread !== undefined) {
    return { from: latestOf(from, spread.from), spreadOn: spread.on, because: part("take_on", { takeOnOn }) };
  }
  return { from, because: part(from === takeOnOn ? "take_on" : "new_loan", { takeOnOn, disbursedOn: from }) };
}

/** Duties begin with the first loan, and not before take-on. */
function beginningOf(borrower: BorrowerFacts): IsoDate {
  const disbursed = pursuedLoans(borrower).map((loan) => loan.disbursedOn);
  return latestOf(borrower.takeOnOn, earliestOf(disbursed[0] ?? borrower.takeOnOn, ...disbursed));
}

interface Cadence {
  readonly line: VisitLine;
  readonly months: number;
  /** A visit on site is due by then. */
  readonly endsOn: IsoDate;
  readonly decides: boolean;
}

interface VisitEnd {
  readonly endsOn: IsoDate;
  readonly cadence?: Cadence | undefined;
  readonly because: readonly PlanPart[];
}

/** Two maximum intervals run: between visits, and between visits on site. The earlier end is due. */
function visitEnd(
  policy: Policy,
  lines: readonly VisitLine[],
  strictest: VisitLine,
  base: Base,
  borrower: BorrowerFacts,
): VisitEnd {
  const interval = addMonths(base.from, strictest.row.every_months);
  const { spreadOn } = base;
  const { row, loan } = strictest;
  const seasonal = row.seasonal === true && spreadOn === undefined;
  const whole = spreadOn === undefined ? interval : earliestOf(interval, spreadOn);
  const ends = seasonal ? seasonalEnd(policy, base.from, whole, loan.seasonKey) : whole;
  const season = ends === whole ? [] : [part("season", { season: loan.seasonKey ?? "", seasonOn: ends })];
  const cadence = cadenceOf(
    lines,
    borrower.lastOnSiteOn ?? (spreadOn === undefined ? beginningOf(borrower) : base.from),
  );
  if (cadence === undefined || compareDates(cadence.endsOn, ends) >= 0) {
    return { endsOn: ends, cadence: cadence && { ...cadence, decides: false }, because: season };
  }
  const endsOn = latestOf(cadence.endsOn, addDays(base.from, 1));
  return { endsOn, cadence: { ...cadence, decides: true }, because: [] };
}

function cadenceOf(lines: readonly VisitLine[], from: IsoDate): Omit<Cadence, "decides"> | undefined {
  const demands = lines.flatMap((line) => {
    const months = onSiteMonths(line.row);
    return months === undefined ? [] : [{ line, months, endsOn: addMonths(from, months) }];
  });
  return demands.sort((a, b) => a.months - b.months || byStrictness(a.line, b.line))[0];
}

/** On site where the row says so, or where waiting for the visit after this one would overrun the on-site interval. */
function modeOf(
  strictest: VisitLine,
  visit: VisitEnd,
  borrower: BorrowerFacts,
  dueOn: IsoDate,
): { readonly mode: VisitMode; readonly because: readonly PlanPart[] } {
  const { row } = strictest;
  if (row.mode !== "off_site") return { mode: row.mode, because: [] };
  const { cadence } = visit;
  if (cadence !== undefined && compareDates(addMonths(visit.endsOn, row.every_months), cadence.endsOn) > 0) {
    const values = { months: cadence.months };
    const { lastOnSiteOn } = borrower;
    const why =
      lastOnSiteOn === undefined ? part("on_site_first", values) : part("on_site", { ...values, lastOnSiteOn });
    return { mode: "on_site", because: [why] };
  }
  const percent = row.sample_on_site_percent ?? 0;
  if (isSampled(`${borrower.id} ${yearOf(dueOn)}`, percent)) {
    return { mode: "on_site", because: [part("on_site_sample", { percent })] };
  }
  return { mode: "off_site", because: [] };
}
