/** How the reports of one officer fared in the last twelve months, as far as the reader may read them (R78, R119). */
import { storedReasons } from "../../domain/return-reasons.ts";
import { RETURN_REASONS, REVIEW_DECISIONS, type ReturnReason, type ReviewDecision } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { overridesAskedBy } from "../overrides/index.ts";
import { unitPath } from "../people/index.ts";
import { reportNumber } from "../review-queue/index.ts";

const MONTHS = 12;
/** Nobody writes more in a year; if somebody did, the newest would count. */
const MOST = 2000;

export interface PastDecision {
  readonly reportId: string;
  readonly number: string;
  readonly decision: ReviewDecision;
  readonly decidedAt: Date;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
}

export interface OfficerHistory {
  readonly officer: string;
  /** Decisions by what they were. */
  readonly counts: Readonly<Record<ReviewDecision, number>>;
  /** Of the returned ones, the most frequent first. */
  readonly reasons: readonly { readonly reason: ReturnReason; readonly count: number }[];
  /** Returned and rejected ones, the newest first. */
  readonly sentBack: readonly PastDecision[];
  /** Refusals of the gate that the officer asked the manager to let pass. */
  readonly overrides: { readonly asked: number; readonly granted: number };
}

const FIELDS = {
  decision: true,
  reasons: true,
  note: true,
  decidedAt: true,
  report: { select: { id: true, revision: true, inspectionId: true } },
} as const;

/** Whatever the reader may not see is neither counted nor named. */
export async function historyOf(ctx: Context, officer: { id: string; name: string }): Promise<OfficerHistory> {
  const since = ctx.now.minus({ months: MONTHS }).toJSDate();
  const reviews = await ctx.db.review.findMany({
    where: { submitterId: officer.id, decidedAt: { gte: since } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: FIELDS,
  });
  const overrides = await overridesAskedBy(ctx, officer.id, since);
  const inspections = [
    ...reviews.map(({ report }) => report.inspectionId),
    ...overrides.map((one) => one.inspectionId),
  ];
  const numbers = await readableNumbers(ctx, inspections);
  const past = reviews.flatMap(({ report, ...review }): PastDecision[] => {
    const number = numbers.get(report.inspectionId);
    return number === undefined
      ? []
      : [
          {
            reportId: report.id,
            number: reportNumber(number, report.revision),
            decision: oneOf(REVIEW_DECISIONS, review.decision),
            decidedAt: review.decidedAt,
            reasons: storedReasons(review.reasons),
            note: review.note,
          },
        ];
  });
  const asked = overrides.filter(({ inspectionId }) => numbers.has(inspectionId));
  return {
    officer: officer.name,
    counts: countsOf(past),
    reasons: frequent(past),
    sentBack: past.filter(({ decision }) => decision !== "approved"),
    overrides: { asked: asked.length, granted: asked.filter(({ state }) => state === "granted").length },
  };
}

/** The numbers of those inspections whose reports the reader may read. */
async function readableNumbers(ctx: Context, inspectionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await inTurns([...new Set(inspectionIds)], (some) =>
    ctx.db.inspection.findMany({
      where: { id: { in: [...some] } },
      select: {
        id: true,
        number: true,
        unitId: true,
        assigneeId: true,
        borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
      },
    }),
  );
  const numbers = new Map<string, string>();
  for (const { id, number, unitId, assigneeId, borrower } of rows) {
    const ownerId = borrower.ownerships[0]?.personId ?? null;
    const subject = { unitPath: await unitPath(ctx.db, unitId), assigneeId, ownerId };
    if (authorize(ctx, "see_report", subject) === undefined) numbers.set(id, number);
  }
  return numbers;
}

function countsOf(past: readonly PastDecision[]): Record<ReviewDecision, number> {
  const counts = { approved: 0, returned: 0, re_inspect: 0 };
  for (const { decision } of past) counts[decision] += 1;
  return counts;
}

function frequent(past: readonly PastDecision[]) {
  const all = past.flatMap(({ reasons }) => reasons);
  return RETURN_REASONS.map((reason) => ({ reason, count: all.filter((one) => one === reason).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
