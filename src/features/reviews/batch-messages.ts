/** To the officer: what of a batch was approved, when it is sent or edited. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type View } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { cardButtons, cardsMenu } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";

/** Names that fit into one message; the rest is counted. */
const MOST_NAMES = 30;

export async function drawBatchApproved(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const { batchId = "", reviewerId = "" } = message.refs;
  const batch = await ctx.db.offSiteBatch.findUnique({ where: { id: batchId } });
  const reports = await reportsOf(ctx, batchId);
  const approved = reports.filter(({ review }) => review?.decision === "approved" && review.reviewerId === reviewerId);
  const decidedAt = approved.at(-1)?.review?.decidedAt;
  if (batch === null || decidedAt === undefined) {
    return undefined;
  }
  const { t, language } = ctx;
  const title = t("batch.approved_title", { count: approved.length, number: batch.number });
  const states: readonly string[] = WAITING_REPORT_STATES;
  const waiting = reports.filter(({ state }) => states.includes(state)).length;
  const returned = reports.filter(({ state }) => state === "returned").length;
  const name = (await namesById(ctx.db, [reviewerId])).get(reviewerId) ?? "";
  return {
    title,
    pieces: [
      line([bold(title)]),
      line(
        namesText(
          ctx,
          approved.map(({ inspection }) => inspection.borrower.name),
        ),
      ),
      ...cardsMenu(
        { t, cards: cardButtons(ctx) },
        approved.slice(0, MOST_NAMES).map(({ inspection }) => inspection.borrower),
      ),
      note(t("batch.approved_by", { name, moment: momentText(language, decidedAt, ctx.actor.timeZone) })),
      ...(waiting + returned === 0 ? [] : [note(t("batch.others", { all: reports.length, waiting, returned }))]),
    ],
  };
}

function reportsOf(ctx: Context, batchId: string) {
  return ctx.db.report.findMany({
    where: { batchId },
    orderBy: { id: "asc" },
    select: {
      state: true,
      review: { select: { reviewerId: true, decidedAt: true, decision: true } },
      inspection: { select: { borrower: { select: { id: true, name: true } } } },
    },
  });
}

/** In full: the message goes to the person responsible. */
export function namesText({ t, language }: Context, names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? [t("desk.more", { count: names.length - MOST_NAMES })] : [];
  return [...names.slice(0, MOST_NAMES), ...more].join(language === "en" ? ", " : "、");
}
