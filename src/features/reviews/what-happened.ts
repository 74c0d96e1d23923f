/** The answer to a button that came too late: what happened, by whom, when. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { momentText } from "../../texts/dates.ts";
import type { ReportCase } from "./case.ts";

export async function whatHappened(ctx: Context, { report, number }: ReportCase): Promise<Refusal> {
  if (report.review !== null) {
    const { decision, reviewerId, decidedAt } = report.review;
    return refuse(`review.already_${decision}`, await who(ctx, number, reviewerId, decidedAt));
  }
  if (report.state === "withdrawn") {
    const withdrawn = await ctx.db.auditEvent.findFirst({
      where: { subjectKind: "inspection", subjectId: report.inspectionId, verb: "report.withdrawn" },
      orderBy: { seq: "desc" },
    });
    const at = withdrawn?.at ?? report.submittedAt;
    return refuse("review.already_withdrawn", await who(ctx, number, withdrawn?.actorId ?? report.submittedById, at));
  }
  return refuse("review.not_waiting", { number });
}

async function who(ctx: Context, number: string, personId: string, at: Date) {
  const person = await ctx.db.person.findUnique({ where: { id: personId }, select: { name: true } });
  return { number, name: person?.name ?? "", moment: momentText(ctx.language, at, ctx.actor.timeZone) };
}
