/** What planning changes for one borrower: the duties the rules ask for, against the inspections that are open. Pure. */
import { compareDates } from "../../domain/dates.ts";
import { RECHECK } from "../../domain/inspection.ts";
import { type PlannedInspection, replan, withGrace } from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import { type BorrowerRecord, type KnownInspection, OVERDUE_OCCASIONS } from "./borrower-facts.ts";

export interface Move {
  readonly known: KnownInspection;
  /** As it is to be stored. */
  readonly plan: PlannedInspection;
}

export interface Changes {
  readonly create: readonly PlannedInspection[];
  /** Planned ones of which the date changes. */
  readonly move: readonly Move[];
  /** Planned ones that keep their date, but by another line of the policy, in another mode, or no longer provisional. */
  readonly amend: readonly Move[];
  readonly keep: readonly KnownInspection[];
  readonly cancel: readonly KnownInspection[];
  /** Open ones that another person keeps since the account changed hands. */
  readonly reassign: readonly KnownInspection[];
}

export interface Occasion {
  /** Somebody was there: dates count from the visit, and what was late before is done with. */
  readonly visited: boolean;
}

/**
 * What was started stays as it is. A first inspection is made once for each disbursement; of every other kind at most one is
 * still to come, and while one is being filled in no other is planned.
 */
export function reconcile(
  policy: Policy,
  record: BorrowerRecord,
  duties: readonly PlannedInspection[],
  occasion: Occasion,
): Changes {
  const planned = record.known.filter(({ state }) => state === "planned");
  const open = record.known.filter(({ state }) => state === "started" || state === "returned");
  const changes = { create: [], move: [], amend: [], keep: [...open], cancel: [] } as MutableChanges;
  for (const duty of duties) {
    const known = planned.find((one) => isSameDuty(one, duty));
    if (known !== undefined) {
      settle(policy, record, known, duty, occasion, changes);
    } else if (!isInHand(record, duty)) {
      changes.create.push(newPlan(policy, record, duty, occasion));
    }
  }
  const asked = planned.filter((known) => duties.some((duty) => isSameDuty(known, duty)));
  changes.cancel.push(...planned.filter((known) => !asked.includes(known) && !isAnEvent(known)));
  changes.keep.push(...planned.filter((known) => !asked.includes(known) && isAnEvent(known)));
  return { ...changes, reassign: handedOver(record, [...planned, ...open], changes.cancel) };
}

interface MutableChanges {
  create: PlannedInspection[];
  move: Move[];
  amend: Move[];
  keep: KnownInspection[];
  cancel: KnownInspection[];
}

function settle(
  policy: Policy,
  { calendar, today }: BorrowerRecord,
  known: KnownInspection,
  duty: PlannedInspection,
  { visited }: Occasion,
  changes: MutableChanges,
): void {
  if (visited && known.kind !== "first" && known.dueOn !== duty.dueOn) {
    changes.move.push({ known, plan: duty });
    return;
  }
  if (isAsExtended(known, duty)) {
    changes.keep.push(known);
    return;
  }
  const replanned = replan(policy, calendar, known, duty, { knownOn: today });
  if (replanned.action === "move") {
    changes.move.push({ known, plan: replanned.plan });
    return;
  }
  changes.keep.push(known);
  if (replanned.action === "keep" && replanned.amended !== undefined) {
    changes.amend.push({ known, plan: replanned.amended });
  }
}

/** A manager moved the date and the rule still says what it said: planning does not take it back. A stricter date does. */
function isAsExtended({ extendedFrom, dueOn }: KnownInspection, duty: PlannedInspection): boolean {
  return (
    extendedFrom !== undefined && compareDates(duty.dueOn, extendedFrom) >= 0 && compareDates(duty.dueOn, dueOn) <= 0
  );
}

/** What counts from a visit has its date from it; anything else that is new gives people the policy's days of grace. */
function newPlan(policy: Policy, { calendar, today }: BorrowerRecord, duty: PlannedInspection, { visited }: Occasion) {
  const isAhead = compareDates(duty.dueOn, today) > 0;
  const hasOwnClock = duty.kind === "special" || OVERDUE_OCCASIONS.includes(duty.occasion);
  return hasOwnClock || (visited && isAhead) ? duty : withGrace(policy, calendar, duty, { knownOn: today });
}

/** Opened by an event, not by the matrix: it stays until somebody has dealt with it. */
function isAnEvent({ kind, occasion }: KnownInspection): boolean {
  return kind === "special" || OVERDUE_OCCASIONS.includes(occasion);
}

function isSameDuty(known: KnownInspection, duty: PlannedInspection): boolean {
  if (
    known.kind !== duty.kind ||
    OVERDUE_OCCASIONS.includes(known.occasion) !== OVERDUE_OCCASIONS.includes(duty.occasion)
  ) {
    return false;
  }
  return duty.kind !== "first" || sharesLoan(known, duty);
}

/** Already being done, or done. */
function isInHand(record: BorrowerRecord, duty: PlannedInspection): boolean {
  if (duty.kind === "first") {
    return record.known.some(
      (known) => known.kind === "first" && known.state !== "cancelled" && sharesLoan(known, duty),
    );
  }
  return record.known.some((known) => known.state === "started" && isSameDuty(known, duty));
}

function sharesLoan(known: KnownInspection, duty: PlannedInspection): boolean {
  return duty.loanIds.some((loanId) => known.loanIds.includes(loanId));
}

/** A re-check is never the account owner's. */
function handedOver(
  { ownerId }: BorrowerRecord,
  open: readonly KnownInspection[],
  cancelled: readonly KnownInspection[],
): KnownInspection[] {
  const isElsewhere = ({ assigneeId, takenOverBy }: KnownInspection) =>
    assigneeId !== ownerId && !(assigneeId !== null && takenOverBy.includes(assigneeId));
  return open.filter(
    (known) => ownerId !== null && known.occasion !== RECHECK && isElsewhere(known) && !cancelled.includes(known),
  );
}
