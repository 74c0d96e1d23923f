/** What planning must know of borrowers. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import type { BorrowerFacts } from "../../domain/loan.ts";
import type { InspectionKind, InspectionState, IsoDate, Moment, VisitMode, Zone } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";

/** An inspection that is open, or one that is made once: a disbursement's first, an overdue loan's special. */
export interface KnownInspection {
  readonly id: string;
  readonly number: string;
  readonly kind: InspectionKind;
  readonly occasion: string;
  readonly mode: VisitMode;
  readonly dueOn: IsoDate;
  readonly provisional: boolean;
  readonly policyLine: string;
  readonly because: string;
  readonly state: InspectionState;
  readonly assigneeId: string | null;
  /** Who accepted this one inspection from whoever had it: it stays with them when the account is planned again. */
  readonly takenOverBy: readonly string[];
  readonly version: number;
  /** The unit's own date. */
  readonly createdOn: IsoDate;
  readonly loanIds: readonly string[];
  /** The rule's date before a manager moved it to the one it has. */
  readonly extendedFrom?: IsoDate;
}

/** One borrower as the record has it now. */
export interface BorrowerRecord {
  readonly facts: BorrowerFacts;
  readonly name: string;
  /** As it is stored; nothing while no loan was pursued. */
  readonly zone: Zone | null;
  readonly unitId: string;
  readonly calendar: BusinessCalendar;
  readonly timeZone: string;
  /** The unit's own date. */
  readonly today: IsoDate;
  readonly ownerId: string | null;
  readonly known: readonly KnownInspection[];
}

/** Short notes outside the quality gate; they are no visits. */
export const NOTE_KINDS = ["weekly_track", "contact_note"] as const;
export const OVERDUE_OCCASIONS = ["overdue_not_cured", "overdue"];
export const RE_INSPECTION = "re_inspection";

/** As the unit sees it on its own date of the moment: facts dated after it are not seen. `whole` has all loans. */
export function seenAt(whole: BorrowerRecord, now: Moment): BorrowerRecord {
  const today = localDate(now, whole.timeZone);
  const loans = whole.facts.loans.filter(({ disbursedOn }) => disbursedOn <= today);
  return { ...whole, today, facts: { ...whole.facts, loans } };
}
