/** What the rules ask of one borrower on its record's date. */
import { compareDates } from "../../domain/dates.ts";
import {
  overdueTrigger,
  type PlannedInspection,
  planFirst,
  planNote,
  planRoutine,
  planSpecial,
  type Spread,
} from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { type BorrowerRecord, NOTE_KINDS, OVERDUE_OCCASIONS, RE_INSPECTION } from "./borrower-facts.ts";

/** Not yet submitted, or to be filled in again. */
const AHEAD = ["planned", "started", "returned"] as const;

/** `taken`: the routine plan that this borrower was given when its book was taken on. */
export function dutiesOf(policy: Policy, record: BorrowerRecord, taken?: PlannedInspection): PlannedInspection[] {
  const { calendar, facts } = record;
  const firsts = facts.loans.map((loan) => planFirst(policy, calendar, facts, loan));
  const routine = taken ?? planRoutine(policy, calendar, facts, earlierSpread(record));
  const note = planNote(policy, calendar, facts, notesSince(record));
  const own = routine !== undefined && isRepeatedAnyway(record, routine) ? undefined : routine;
  return [...firsts, own, note, overdueDuty(policy, record)].flatMap((duty) => duty ?? []);
}

/**
 * The visit that a reviewer asked for again is the one that the routine asked for: no second date for the same customer. Once
 * it is submitted, the next routine date counts from it. A routine date after it stands, and moves then.
 */
function isRepeatedAnyway({ known }: BorrowerRecord, { dueOn }: PlannedInspection): boolean {
  return known.some(
    ({ occasion, state, dueOn: again }) =>
      occasion === RE_INSPECTION && AHEAD.some((ahead) => ahead === state) && compareDates(dueOn, again) <= 0,
  );
}

/** A day that was given at take-on holds until somebody has been there. */
function earlierSpread({ facts, known }: BorrowerRecord): Spread | undefined {
  const { lastVisitOn, lastInspectedOn, takeOnOn } = facts;
  const isSeenSince = lastInspectedOn !== undefined && compareDates(lastInspectedOn, takeOnOn) >= 0;
  if (lastVisitOn !== undefined || isSeenSince) {
    return undefined;
  }
  const given = known.find(
    ({ kind, occasion, state }) => kind === "routine" && occasion === "take_on" && state === "planned",
  );
  return given === undefined ? undefined : { on: given.dueOn, from: given.createdOn };
}

/** Notes count from the day the first of them was planned, so that planning again moves nothing. */
function notesSince({ known, today }: BorrowerRecord): IsoDate {
  const open = known.find(({ kind, state }) => state === "planned" && NOTE_KINDS.some((note) => note === kind));
  return open?.createdOn ?? today;
}

/** Once for each time that loans fall overdue and stay so; a note on a call does not stand for the inspection. */
function overdueDuty(policy: Policy, record: BorrowerRecord): PlannedInspection | undefined {
  const trigger = overdueTrigger(policy, record.facts, record.today);
  if (trigger === undefined) return undefined;
  const duty = planSpecial(policy, record.calendar, record.facts, trigger);
  return isMade(record, duty) ? undefined : duty;
}

/** A call because of one overdue loan, for a product whose overdue rule of the policy is a contact note; none where one was made. */
export function callDuty(
  policy: Policy,
  record: BorrowerRecord,
  loanId: string,
): PlannedInspection | "made" | undefined {
  const { calendar, facts, today } = record;
  const duty = planSpecial(policy, calendar, facts, { code: "overdue_not_cured", knownOn: today, loanIds: [loanId] });
  if (duty.kind !== "contact_note" || duty.loanIds.length === 0) return undefined;
  return isMade(record, duty) ? "made" : duty;
}

function isMade({ facts, known }: BorrowerRecord, { kind }: PlannedInspection): boolean {
  const since = facts.loans.flatMap(({ pastDueSince }) => pastDueSince ?? []).toSorted(compareDates)[0];
  return known.some(
    (one) =>
      OVERDUE_OCCASIONS.includes(one.occasion) &&
      (one.kind === kind || one.kind === "special") &&
      since !== undefined &&
      one.createdOn >= since,
  );
}
