/**
 * Early warnings of a borrower, from what the record holds: arrears in the book, a borrower who disputed or would not sign their
 * part, a measure that is overdue, a signal that stands. This is the one place that a check asks. A restricted signal changes nothing
 * that an officer could see.
 */
import { WARNINGS, type Warning } from "../../domain/templates/asking.ts";
import { ENDED_SIGNAL_STATES, type IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { InspectionRecord } from "./store.ts";

export async function openWarnings(ctx: Context, { borrower }: InspectionRecord, today: IsoDate): Promise<Warning[]> {
  const isOpen: Record<Warning, boolean> = {
    arrears: borrower.loans.some(({ pastDueSince }) => pastDueSince !== null && pastDueSince <= today),
    confirmation_disputed: await disputedLast(ctx, borrower.id),
    measure_overdue: (await overdueMeasures(ctx, borrower.id, today)) > 0,
    signal: (await standingSignals(ctx, borrower.id)) > 0,
  };
  return WARNINGS.filter((warning) => isOpen[warning]);
}

/** The newest answer of the borrower counts: who signs the next sheet has taken it back. */
async function disputedLast({ db }: Context, borrowerId: string): Promise<boolean> {
  const last = await db.borrowerConfirmation.findFirst({
    where: { sheet: { inspection: { borrowerId } } },
    orderBy: { enteredAt: "desc" },
    select: { answer: true },
  });
  return last !== null && last.answer !== "confirmed";
}

function overdueMeasures({ db }: Context, borrowerId: string, today: IsoDate): Promise<number> {
  return db.case.count({ where: { borrowerId, state: "open", dueOn: { lt: today } } });
}

function standingSignals({ db }: Context, borrowerId: string): Promise<number> {
  return db.signal.count({
    where: {
      borrowerId,
      isRestricted: false,
      // Of our own work, and not of the customer.
      named: { none: {} },
      subjectKind: { not: "person" },
      state: { notIn: [...ENDED_SIGNAL_STATES] },
    },
  });
}
