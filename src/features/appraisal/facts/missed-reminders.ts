/**
 * Short overdues that came of a missed reminder (handbook 2.7, housekeeping; R60). All of this is recorded:
 * 1. the desk told the person, who kept the account on the day, of the repayment at least a day before it was due (a message that
 *    reached Slack);
 * 2. from that day to the day it was due the person pressed no button of a message that told it (who works with it has seen it), and
 *    nobody is recorded to have spoken with the customer: no visit that was reported, no call (weekly track, contact note), no visit
 *    that was tried;
 * 3. the loan's plan or the book says that it was paid after its day or not at all, and it is overdue for no longer than the policy's
 *    technical grace (seven days). What lasts longer came of no missed reminder: signals and the quarter's outcome speak of it.
 * Whoever was told by nobody missed nothing. It counts on the first day overdue.
 */
import type { MissedReminder } from "../../../domain/appraisal/facts.ts";
import { addDays, daysBetween, earliestOf, isoDate } from "../../../domain/dates.ts";
import { addTo } from "../../../domain/lists-by-key.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { KEY_DATE_SUBJECT } from "../../key-dates/index.ts";
import type { KeptDate } from "./kept-dates.ts";
import { dayOf, endOf, isIn, type Month } from "./month.ts";
import { keeperAt } from "./responsible.ts";

export async function missedReminders(
  ctx: Context,
  personId: string,
  month: Month,
  dates: readonly KeptDate[],
): Promise<MissedReminder[]> {
  const due = dates.filter(
    ({ kind, dueOn, borrower }) =>
      kind === "repayment" &&
      isIn(month, dayAfter(dueOn)) &&
      keeperAt(borrower.ownerships, new Date(endOf(month, dueOn).getTime() - 1)) === personId,
  );
  const told = await toldOn(ctx, personId, month, due);
  const reminded = due.filter(({ id }) => told.has(id));
  const late = await lateOf(ctx, month, reminded);
  const spoken = await contactsOf(
    ctx,
    month,
    late.map(({ borrowerId }) => borrowerId),
  );
  return late.flatMap(({ id, borrowerId, borrower, dueOn }) => {
    const from = told.get(id);
    if (from === undefined) return [];
    const isSpokenWith = spoken.get(borrowerId)?.some((day) => day >= from && day <= dueOn) ?? false;
    const proof = { kind: "key_date", id, name: borrower.number, on: dayAfter(dueOn) } as const;
    return isSpokenWith ? [] : [{ proof, toldOn: from }];
  });
}

const dayAfter = (day: string): IsoDate => addDays(isoDate(day), 1);

/**
 * By key date: the first day on which a message told the person, where that was before the repayment's own; nothing where they answered
 * one of those messages by that day.
 */
async function toldOn(
  { db }: Context,
  personId: string,
  month: Month,
  due: readonly KeptDate[],
): Promise<Map<string, IsoDate>> {
  const items = await inTurns(due, (some) =>
    db.outboxItem.findMany({
      where: {
        subjectKind: KEY_DATE_SUBJECT,
        subjectId: { in: some.map(({ id }) => id) },
        stage: { startsWith: "before_" },
        message: { personId, sentAt: { not: null } },
      },
      select: { subjectId: true, message: { select: { sentAt: true, actedAt: true } } },
    }),
  );
  const dueOn = new Map(due.map((row) => [row.id, row.dueOn]));
  const told = new Map<string, IsoDate>();
  const answered = new Set<string>();
  for (const { subjectId, message } of items) {
    const due = dueOn.get(subjectId) ?? "";
    const [sent, acted] = [message.sentAt, message.actedAt].map((at) => (at === null ? undefined : dayOf(month, at)));
    if (sent === undefined || sent >= due) continue;
    told.set(subjectId, earliestOf(told.get(subjectId) ?? sent, sent));
    if (acted !== undefined && acted <= due) answered.add(subjectId);
  }
  for (const id of answered) told.delete(id);
  return told;
}

/** Told as overdue since their day, and for no longer than the technical grace. */
async function lateOf(ctx: Context, month: Month, due: readonly KeptDate[]): Promise<KeptDate[]> {
  const loans = [...new Set(due.map(({ subjectId }) => subjectId))];
  const days = [...new Set(due.map(({ dueOn }) => dueOn))];
  const plans = await inTurns(loans, (some) =>
    ctx.db.instalment.findMany({ where: { loanId: { in: some }, dueOn: { in: days } } }),
  );
  const told = await inTurns(loans, (some) =>
    ctx.db.factChange.findMany({
      where: { subjectKind: "loan", subjectId: { in: some }, field: "pastDueSince", after: { not: null } },
      select: { subjectId: true, after: true },
    }),
  );
  const today = dayOf(month, ctx.now.toJSDate());
  const grace = ctx.policy.policy.classification.technical_grace.days;
  return due.filter(({ subjectId, dueOn, metOn }) => {
    const planned = plans.find((one) => one.loanId === subjectId && one.dueOn === dueOn);
    const lasted = daysBetween(isoDate(dueOn), isoDate(planned?.paidOn ?? metOn ?? today));
    const isTold =
      planned?.paidOn != null ||
      (planned?.state === "unpaid" && planned.stateOn !== null && planned.stateOn >= dueOn) ||
      told.some(({ subjectId: loanId, after }) => loanId === subjectId && isOf(due, { loanId, dueOn }, after, grace));
    return isTold && lasted >= 1 && lasted <= grace;
  });
}

/** A holiday may move the day since when the book calls a loan overdue: it is of the last repayment before it. */
function isOf(
  due: readonly KeptDate[],
  { loanId, dueOn }: { readonly loanId: string; readonly dueOn: string },
  since: string | null,
  grace: number,
): boolean {
  if (since === null) return false;
  const last = due.findLast((one) => one.subjectId === loanId && one.dueOn <= since)?.dueOn;
  return last === dueOn && daysBetween(isoDate(dueOn), isoDate(since)) <= grace;
}

const NOTES = ["weekly_track", "contact_note"];

/** By customer: the days on which somebody is recorded to have spoken with them, or to have tried. */
async function contactsOf(
  { db }: Context,
  month: Month,
  borrowers: readonly string[],
): Promise<Map<string, readonly IsoDate[]>> {
  // A reminder comes a month before a repayment at most.
  const since = addDays(month.from, -62);
  const days = new Map<string, IsoDate[]>();
  const ids = [...new Set(borrowers)];
  const reports = await inTurns(ids, (some) =>
    db.report.findMany({
      where: {
        inspection: { borrowerId: { in: some } },
        state: { not: "withdrawn" },
        visitedOn: { gte: since, lte: month.to },
        OR: [{ mode: { in: ["on_site", "unannounced"] } }, { inspection: { kind: { in: NOTES } } }],
      },
      select: { visitedOn: true, inspection: { select: { borrowerId: true } } },
    }),
  );
  const tried = await inTurns(ids, (some) =>
    db.visitAttempt.findMany({
      where: { inspection: { borrowerId: { in: some } }, attemptedOn: { gte: since, lte: month.to } },
      select: { attemptedOn: true, inspection: { select: { borrowerId: true } } },
    }),
  );
  for (const { visitedOn, inspection } of reports) addTo(days, inspection.borrowerId, isoDate(visitedOn));
  for (const { attemptedOn, inspection } of tried) addTo(days, inspection.borrowerId, isoDate(attemptedOn));
  return days;
}
