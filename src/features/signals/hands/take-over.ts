/** A person takes a signal over: they answer for it from now on, and whoever did is told. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { becomeHolder, holderOf, standingFor } from "./holder.ts";
import { tellHands } from "./tell-hands.ts";

/** Of two who press at once the second takes it over from the first. */
export async function takeOver(ctx: Context, signalId: string): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    // Taken hold of before it is read.
    await tx.db.signal.updateMany({ where: { id: signalId, endedAt: null }, data: { version: { increment: 0 } } });
    const found = await standingFor(tx, "take_over_signal", signalId);
    if (isRefusal(found)) {
      return found;
    }
    const { row, subject } = found;
    if (holderOf(found) === tx.actor.personId) {
      return refuse("signal.yours_already", { number: row.number });
    }
    // Of a restricted one the account's keeper knows nothing.
    const keeper = row.isRestricted ? null : (subject.ownerId ?? null);
    await becomeHolder(tx, found, "taken_over");
    await tellHands(tx, found, { outcome: "taken_over", to: [row.ownerId, keeper, row.offeredById] });
    return { number: row.number };
  });
}
