/** To the officer: which of their routine reports were approved together, when it is sent or edited. */
import type { Context } from "../../../platform/context.ts";
import type { DueMessage } from "../../../platform/outbox/renderers.ts";
import { bold, line, note, type View } from "../../../platform/view.ts";
import { momentText } from "../../../texts/dates.ts";
import { cardButtons, cardsMenu } from "../../named-customers/index.ts";
import { namesById } from "../../people/index.ts";
import { namesText } from "../batch-messages.ts";

export async function drawRoutineApproved(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const { reviewerId = "", reportIds = "" } = message.refs;
  const reports = await ctx.db.report.findMany({
    where: { id: { in: reportIds.split(",") }, review: { reviewerId, decision: "approved" } },
    orderBy: { id: "asc" },
    select: {
      review: { select: { decidedAt: true } },
      inspection: { select: { borrower: { select: { id: true, name: true } } } },
    },
  });
  const decidedAt = reports.at(-1)?.review?.decidedAt;
  if (decidedAt === undefined) {
    return undefined;
  }
  const { t, language } = ctx;
  const title = t("routine.approved_title", { count: reports.length });
  const name = (await namesById(ctx.db, [reviewerId])).get(reviewerId) ?? "";
  const customers = reports.map(({ inspection }) => inspection.borrower);
  return {
    title,
    pieces: [
      line([bold(title)]),
      line(
        namesText(
          ctx,
          customers.map((one) => one.name),
        ),
      ),
      ...cardsMenu({ t, cards: cardButtons(ctx) }, customers),
      note(t("batch.approved_by", { name, moment: momentText(language, decidedAt, ctx.actor.timeZone) })),
    ],
  };
}
