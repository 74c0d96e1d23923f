/** What second persons decided in the month: of the reports of an officer, and by a reviewer in time. */
import type { Counted, MetricFacts, Proof } from "../../../domain/appraisal/facts.ts";
import { addWorkingDays } from "../../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../../domain/dates.ts";
import { RECHECK, WAITING_REPORT_STATES } from "../../../domain/inspection.ts";
import { storedReasons } from "../../../domain/return-reasons.ts";
import type { Context } from "../../../platform/context.ts";
import { countedBy, dayOf, type Month } from "./month.ts";

const OF_REPORT = {
  id: true,
  revision: true,
  submittedAt: true,
  inspection: { select: { number: true, occasion: true } },
} as const;

/** Decisions on first revisions; whoever submitted it answers for it, wherever the account went since. */
export async function firstPassOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const reviews = await decidedIn(ctx, { submitterId: personId }, month);
  const first = reviews.filter(({ report }) => report.revision === 1 && report.inspection.occasion !== RECHECK);
  return {
    counted: first.map(({ report, decision, decidedAt }) => ({
      proof: proofOf(report, month, decidedAt),
      due: 1,
      done: decision === "approved" ? 1 : 0,
    })),
    events: [],
  };
}

/** A copy is one that a person confirmed: returned or rejected as copied. What only looks alike is none. */
export async function originalityOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const reviews = await decidedIn(ctx, { submitterId: personId }, month);
  const seen = reviews.map(({ report, decidedAt, reasons }) => ({
    proof: proofOf(report, month, decidedAt),
    isCopy: storedReasons(reasons).includes("copied_report"),
  }));
  return {
    counted: seen.map(({ proof, isCopy }) => ({ proof, due: 1, done: isCopy ? 0 : 1 })),
    events: seen.filter(({ isCopy }) => isCopy).map(({ proof }) => proof),
  };
}

/** Re-checks of the person on which a second person decided: what they found was confirmed, or was not. */
export async function recheckFindings(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const reviews = await decidedIn(ctx, { submitterId: personId }, month);
  return {
    counted: reviews
      .filter(({ report }) => report.inspection.occasion === RECHECK)
      .map(({ report, decision, decidedAt }) => ({
        proof: proofOf(report, month, decidedAt),
        due: 1,
        done: decision === "approved" ? 1 : 0,
      })),
    events: [],
  };
}

function decidedIn(ctx: Context, whose: { submitterId: string } | { reviewerId: string }, { begins, ends }: Month) {
  return ctx.db.review.findMany({
    where: { ...whose, decidedAt: { gte: begins, lt: ends, lte: ctx.now.toJSDate() } },
    orderBy: { id: "asc" },
    select: { decision: true, decidedAt: true, reasons: true, report: { select: OF_REPORT } },
  });
}

interface ReportRow {
  readonly id: string;
  readonly inspection: { readonly number: string };
}

function proofOf({ id, inspection }: ReportRow, month: Month, at: Date): Proof {
  return { kind: "report", id, name: inspection.number, on: dayOf(month, at) };
}

/** Longer than any review clock of a policy and its holidays, in days. */
const LOOK_BACK_DAYS = 60;

/** By the day on which a decision was owed: those of the person, and what waits in the person's hands past it. */
export async function reviewsOf(
  ctx: Context,
  personId: string,
  units: readonly string[],
  month: Month,
): Promise<MetricFacts> {
  const since = new Date(month.begins.getTime() - LOOK_BACK_DAYS * 86_400_000);
  const decided = await ctx.db.review.findMany({
    where: { reviewerId: personId, report: { submittedAt: { gte: since, lt: month.ends } } },
    orderBy: { id: "asc" },
    select: { decidedAt: true, report: { select: OF_REPORT } },
  });
  const waiting = await ctx.db.report.findMany({
    where: {
      state: { in: [...WAITING_REPORT_STATES] },
      submittedAt: { gte: since, lt: month.ends },
      inspection: { unitId: { in: [...units] } },
    },
    orderBy: { id: "asc" },
    select: {
      ...OF_REPORT,
      namings: { orderBy: { namedAt: "desc" }, take: 1, select: { reviewerId: true } },
      inspection: { select: { number: true, occasion: true, openedById: true, assigneeId: true } },
    },
  });
  const own = waiting.filter(({ namings, inspection }) => {
    const inHand = namings[0]?.reviewerId ?? inspection.openedById;
    return inspection.assigneeId !== personId && (inHand ?? personId) === personId;
  });
  const counted = [
    ...decided.map(({ report, decidedAt }) => reviewCounted(ctx, month, report, decidedAt)),
    ...own.map((report) => reviewCounted(ctx, month, report, undefined)),
  ];
  return { counted: counted.filter((one) => one !== undefined), events: [] };
}

function reviewCounted(
  ctx: Context,
  month: Month,
  report: ReportRow & { readonly submittedAt: Date },
  decidedAt: Date | undefined,
): Counted | undefined {
  const days = ctx.policy.policy.review.reviewer_working_days;
  const owed = addWorkingDays(month.calendar, isoDate(dayOf(month, report.submittedAt)), days).date;
  const decided = decidedAt === undefined ? undefined : dayOf(month, decidedAt);
  const by = countedBy(ctx, month, owed, decided);
  const { id, inspection } = report;
  return by && { proof: { kind: "report", id, name: inspection.number, on: by.on }, due: 1, done: by.done };
}
