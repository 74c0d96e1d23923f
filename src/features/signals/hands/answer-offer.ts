/** Whoever was asked to take a signal answers: it is theirs, or it stays where it is. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../../platform/context.ts";
import { loadSignal, type SignalCase, signalFor } from "../signal-case.ts";
import { writeDown } from "../write-down.ts";
import { becomeHolder, NO_OFFER, whyNotNow } from "./holder.ts";
import { tellHands } from "./tell-hands.ts";

export async function answerSignalOffer(
  ctx: Context,
  signalId: string,
  accepted: boolean,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await offered(tx, signalId);
    if (isRefusal(found)) {
      return found;
    }
    const { row } = found;
    if (accepted) {
      await becomeHolder(tx, found, "accepted");
    } else {
      await writeDown(tx, found, { act: "declined", words: "", change: NO_OFFER });
    }
    await tellHands(tx, found, { outcome: accepted ? "accepted" : "declined", to: [row.ownerId, row.offeredById] });
    return { number: row.number };
  });
}

/** Whoever may not even see it learns nothing; to everybody else an offer that has ended is said to have ended. */
async function offered(tx: Context, signalId: string): Promise<SignalCase | Refusal> {
  const found = await loadSignal(tx, signalId);
  if (found?.row.offeredToId == null) {
    const seen = await signalFor(tx, "see_signal", signalId);
    return isRefusal(seen) ? seen : (whyNotNow(seen) ?? refuse("signal.no_offer", { number: seen.row.number }));
  }
  return authorize(tx, "answer_signal_offer", askedOf(found, found.row.offeredToId)) ?? found;
}

/** What was asked of one person is theirs to answer, or whoever's who stands in for them; nobody else's. */
export function askedOf({ subject }: SignalCase, personId: string) {
  return { unitPath: subject.unitPath, assigneeId: personId };
}
