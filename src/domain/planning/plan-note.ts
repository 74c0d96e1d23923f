import { type BusinessCalendar, lastWorkingDayWithin } from "../calendar/business-calendar.ts";
import { addDays, addMonths, latestOf } from "../dates.ts";
import type { BorrowerFacts } from "../loan.ts";
import type { MatrixRow } from "../policy/inspections.ts";
import type { Policy } from "../policy/schema.ts";
import type { InspectionKind, IsoDate } from "../vocabulary.ts";
import { linesOf } from "./lines.ts";
import { byStrictness, isVisitLine } from "./matrix.ts";
import { everyPart, type PlannedInspection, part, rolledPart } from "./planned-inspection.ts";
import { linePart } from "./row-part.ts";

/**
 * The next weekly track or contact note of a borrower with loans in such rows: a short note outside the quality gate, from
 * the last note, else from `since`, the day it came there (handbook 2.3). A routine inspection of its other loans goes on.
 */
export function planNote(
  policy: Policy,
  calendar: BusinessCalendar,
  borrower: BorrowerFacts,
  since: IsoDate,
): PlannedInspection | undefined {
  const lines = linesOf(policy, borrower)
    .filter((line) => !isVisitLine(line))
    .sort(byStrictness);
  const [strictest] = lines;
  if (strictest === undefined) return undefined;
  const { lastNoteOn, takeOnOn } = borrower;
  const from = latestOf(lastNoteOn ?? since, takeOnOn);
  const { kind, endsOn } = noteOf(strictest.row, from);
  const due = lastWorkingDayWithin(calendar, from, endsOn);
  return {
    borrowerId: borrower.id,
    ...{ kind, occasion: kind === "weekly_track" ? "weekly_track" : "collection", mode: "off_site" },
    dueOn: due.date,
    provisional: due.provisional,
    policyLine: strictest.policyLine,
    source: strictest.source,
    needsLegalReview: strictest.needsLegalReview,
    because: [
      lastNoteOn === undefined ? part("note_since", { sinceOn: from }) : part("last_note", { lastNoteOn }),
      linePart(strictest),
      everyPart(strictest.row),
      ...rolledPart(endsOn, due),
    ],
    loanIds: lines.map((line) => line.loan.id),
  };
}

function noteOf(row: MatrixRow, from: IsoDate): { readonly kind: InspectionKind; readonly endsOn: IsoDate } {
  if ("weekly_track" in row) return { kind: "weekly_track", endsOn: addDays(from, row.weekly_track.every_days) };
  const months = "contact_note" in row ? row.contact_note.every_months : row.every_months;
  return { kind: "contact_note", endsOn: addMonths(from, months) };
}
