/** Somebody up the line asks those to whom a late report falls: each once a day, and it is recorded. */
import { compareDates } from "../../domain/dates.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { reviewDueOn } from "../../domain/reminders/index.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { calendarOf, reviewClockOf } from "../ladder/index.ts";
import { unitPath } from "../people/index.ts";
import { decidableSince, REPORT_SUBJECT, reportNumber, reviewersOf } from "../review-queue/index.ts";
import { REVIEW_NUDGED } from "./ids.ts";
import { nextWorkingMoment } from "./working-moment.ts";

export interface NudgedReviewers {
  readonly number: string;
  /** Who is told. */
  readonly names: readonly string[];
}

export async function nudgeReviewers(ctx: Context, reportId: string): Promise<NudgedReviewers | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const report = await findReport(tx, reportId);
    if (report === null) {
      return refuse("not_found", { number: "" });
    }
    const { unitId } = report.inspection;
    const number = reportNumber(report.inspection.number, report.revision);
    const refused =
      authorize(tx, "nudge_reviewer", { unitPath: await unitPath(tx.db, unitId) }) ??
      (await notLate(tx, report, number));
    if (refused !== undefined) {
      return refused;
    }
    const reviewers = (await reviewersOf(tx, reportId)).filter(({ id }) => id !== tx.actor.personId);
    const told = await tellEach(tx, report, reviewers);
    const [first] = reviewers;
    if (first === undefined || told.length === 0) {
      return first === undefined
        ? refuse("nudge.no_reviewer", { number })
        : refuse("nudge.today", { name: reviewers.map(({ name }) => name).join(", ") });
    }
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "reviewer.nudged",
      subject: { kind: "inspection", id: report.inspectionId },
      after: { reportId, reviewers: told.map(({ id }) => id) },
    });
    return { number, names: told.map(({ name }) => name) };
  });
}

export function findReport(ctx: Context, id: string) {
  return ctx.db.report.findUnique({
    where: { id },
    include: { inspection: { include: { borrower: { include: { unit: true } } } } },
  });
}

export type NudgedReport = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/**
 * The last day of the reviewer's time, on the days of the customer's unit, and whether it still waits. Its time has no end yet where
 * the borrower's confirmation is waited for.
 */
export async function reviewTimeOf(ctx: Context, report: NudgedReport) {
  const { timeZone, calendarId } = report.inspection.borrower.unit;
  const since = (await decidableSince(ctx.db, [report])).get(report.id);
  const sinceOn = since === undefined ? undefined : localDate(momentFromDate(since), timeZone);
  return {
    dueOn: sinceOn === undefined ? undefined : reviewDueOn(calendarOf(ctx, calendarId), sinceOn, reviewClockOf(ctx)),
    today: localDate(ctx.now, timeZone),
    waits: WAITING_REPORT_STATES.some((waiting) => waiting === report.state),
  };
}

async function notLate(tx: Context, report: NudgedReport, number: string): Promise<Refusal | undefined> {
  const { dueOn, today, waits } = await reviewTimeOf(tx, report);
  if (!waits) {
    return refuse("naming.decided", { number });
  }
  return dueOn === undefined || compareDates(dueOn, today) >= 0 ? refuse("nudge.not_late", { number }) : undefined;
}

/** Those who were not asked about it today already. */
async function tellEach(tx: Context, report: NudgedReport, reviewers: readonly { id: string; name: string }[]) {
  const { today } = await reviewTimeOf(tx, report);
  const told: { id: string; name: string }[] = [];
  for (const reviewer of reviewers) {
    const isNew = await promise(tx, {
      key: `nudge-review:${report.id}:${reviewer.id}:${today}`,
      kind: REVIEW_NUDGED,
      personId: reviewer.id,
      slotOn: today,
      refs: { byId: tx.actor.personId },
      items: [{ kind: REPORT_SUBJECT, id: report.id, stage: "nudged" }],
      notBefore: await nextWorkingMoment(tx, reviewer.id),
    });
    if (isNew) {
      told.push(reviewer);
    }
  }
  return told;
}
