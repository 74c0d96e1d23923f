/**
 * An offer that nobody answered in the policy's time is an offer no longer: the signal stays with whoever answers for it, who hears of
 * it, and so does whoever asked. Run it as often as you like.
 */
import { nothingInParticular } from "../../../domain/may.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../../platform/context.ts";
import { loadSignal } from "../signal-case.ts";
import { writeDown } from "../write-down.ts";
import { NO_OFFER } from "./holder.ts";
import { tellHands } from "./tell-hands.ts";

const AT_ONCE = 200;

export async function endLateOffers(ctx: Context): Promise<{ lapsed: number } | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  const due = await ctx.db.signal.findMany({
    where: { offerUntil: { lte: ctx.now.toJSDate() } },
    orderBy: { offerUntil: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of due) {
    lapsed += await inTransaction(ctx, (tx) => lapse(tx, id));
  }
  return { lapsed };
}

async function lapse(tx: Context, id: string): Promise<number> {
  // Taken hold of before it is read: it may be accepted in this moment.
  await tx.db.signal.updateMany({ where: { id }, data: { version: { increment: 0 } } });
  const found = await loadSignal(tx, id);
  const until = found?.row.offerUntil;
  if (found === undefined || until == null || until > tx.now.toJSDate()) return 0;
  const { row, subject } = found;
  const byId = row.offeredToId ?? "";
  await writeDown(tx, found, { act: "lapsed", words: "", change: NO_OFFER, noted: { offeredTo: byId } });
  await tellHands(tx, found, {
    outcome: "lapsed",
    to: [row.ownerId, subject.ownerId ?? null, row.offeredById].filter((one) => one !== byId),
    byId,
  });
  return 1;
}
