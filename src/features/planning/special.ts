/** A special inspection: opened by an event, due a few working days after it was known. */
import { addWorkingDays } from "../../domain/calendar/business-calendar.ts";
import { type PlannedInspection, planSpecial, type Trigger } from "../../domain/planning/index.ts";
import type { IsoDate, VisitMode } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { applyChanges } from "./apply.ts";
import { type BorrowerRecord, RE_INSPECTION } from "./borrower-facts.ts";
import { callDuty } from "./duties.ts";
import { loadRecords } from "./load-records.ts";

export interface SpecialWish {
  readonly borrowerId: string;
  /** `re_inspect` is the reviewer's decision that asks for a `re_inspection`. */
  readonly trigger: Trigger["code"] | "re_inspect";
  /** The policy's mode for the trigger where none is named. */
  readonly mode?: VisitMode;
  /** The policy's days for the trigger where none are named. */
  readonly dueInWorkingDays?: number;
  /** Somebody else than the account's owner; null for nobody. */
  readonly assigneeId?: string | null;
}

export interface OpenedSpecial {
  readonly id: string;
  readonly number: string;
  readonly dueOn: IsoDate;
}

/**
 * Opens one in the caller's transaction, whatever else is open: a reaction clock, which rolls forward from a rest day.
 * Throws where there is no such borrower.
 */
export async function openSpecial(tx: Context, wish: SpecialWish): Promise<OpenedSpecial> {
  const [record] = await loadRecords(tx, [wish.borrowerId]);
  if (record === undefined) {
    throw new Error(`no borrower ${wish.borrowerId}`);
  }
  const duty = specialDuty(tx, record, wish);
  const changes = { create: [duty], move: [], amend: [], keep: [], cancel: [], reassign: [] };
  const ownerId = wish.assigneeId === undefined ? record.ownerId : wish.assigneeId;
  const { created } = await applyChanges(tx, [{ record: { ...record, ownerId }, changes }], { why: duty.occasion });
  const [opened] = created;
  if (opened === undefined) {
    throw new Error("the special inspection was not created");
  }
  return { ...opened, dueOn: duty.dueOn };
}

/**
 * A note on a call about an overdue loan, in the caller's transaction, by whoever keeps the account (handbook 2.3). Answers whether
 * there is one now: not for products whose overdue rule is an inspection.
 */
export async function openContactNote(tx: Context, borrowerId: string, loanId: string): Promise<boolean> {
  const [record] = await loadRecords(tx, [borrowerId]);
  const duty = record === undefined ? undefined : callDuty(tx.policy.policy, record, loanId);
  if (record === undefined || duty === undefined || duty === "made") return duty === "made";
  const changes = { create: [duty], move: [], amend: [], keep: [], cancel: [], reassign: [] };
  await applyChanges(tx, [{ record, changes }], { why: duty.occasion });
  return true;
}

function specialDuty(tx: Context, { facts, calendar, today }: BorrowerRecord, wish: SpecialWish): PlannedInspection {
  const code = wish.trigger === "re_inspect" ? RE_INSPECTION : wish.trigger;
  const plan = planSpecial(tx.policy.policy, calendar, facts, { code, knownOn: today });
  const due = wish.dueInWorkingDays === undefined ? undefined : addWorkingDays(calendar, today, wish.dueInWorkingDays);
  return {
    ...plan,
    mode: wish.mode ?? plan.mode,
    ...(due === undefined ? {} : { dueOn: due.date, provisional: due.provisional }),
  };
}
