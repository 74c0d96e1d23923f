/** What earlier reports were returned for: said where the officer fills in the next one (R78). */
import { type Lesson, lessonsByStep } from "../../domain/check/lessons.ts";
import { storedReasons } from "../../domain/return-reasons.ts";
import { RETURN_REASONS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";

const MONTHS = 12;
/** The newest so many returns of a person. */
const MOST = 200;

export interface Lessons {
  /** Reasons for which this person's reports came back, by the id of the step that they are about. */
  readonly byStep: ReadonlyMap<string, readonly Lesson[]>;
  /** What a reviewer wrote beside an answer of this customer's last report that came back, by answer key. */
  readonly remarks: ReadonlyMap<string, string>;
}

export async function lessonsFor(ctx: Context, { inspection, form, policy }: CheckSheet): Promise<Lessons> {
  const since = ctx.now.minus({ months: MONTHS }).toJSDate();
  const another = { NOT: { id: inspection.id } };
  const returns = await ctx.db.review.findMany({
    where: {
      submitterId: ctx.actor.personId,
      decidedAt: { gte: since },
      decision: "returned",
      report: { inspection: another },
    },
    orderBy: { decidedAt: "desc" },
    take: MOST,
    select: { reasons: true },
  });
  const last = await ctx.db.report.findFirst({
    where: {
      inspection: { borrowerId: inspection.borrowerId, ...another },
      state: "returned",
      decidedAt: { gte: since },
    },
    orderBy: { decidedAt: "desc" },
    select: { review: { select: { notes: true } } },
  });
  const all = returns.flatMap(({ reasons }) => storedReasons(reasons));
  const lessons = RETURN_REASONS.map((reason) => ({ reason, count: all.filter((one) => one === reason).length }));
  return {
    byStep: lessonsByStep(
      form,
      lessons.filter(({ count }) => count > 0),
      policy.policy.gate.concludes,
    ),
    remarks: new Map((last?.review?.notes ?? []).map(({ answerKey, note }) => [answerKey, note])),
  };
}
