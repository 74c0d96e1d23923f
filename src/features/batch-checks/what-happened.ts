/** The answer to a batch that came too late: what became of it, and when. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { momentText } from "../../texts/dates.ts";
import type { BatchRecord } from "./store.ts";

export async function whatHappened(ctx: Context, { id, number, submittedAt }: BatchRecord): Promise<Refusal> {
  const count = await ctx.db.report.count({ where: { batchId: id } });
  const moment = submittedAt === null ? "" : momentText(ctx.language, submittedAt, ctx.actor.timeZone);
  return refuse("batch.already", { number, count, moment });
}
