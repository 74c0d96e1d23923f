/** A signal is offered to a colleague: until they accept, it stays with whoever answers for it, and its ladder runs on. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { promise } from "../../../platform/outbox/promise.ts";
import { answerBy } from "../../handovers/index.ts";
import { LONGEST_WORDS, OFFERED_KIND, SIGNAL_SUBJECT } from "../ids.ts";
import type { SignalCase } from "../signal-case.ts";
import { writeDown } from "../write-down.ts";
import { colleaguesFor } from "./colleagues-for.ts";
import { holderOf, NO_OFFER, standingFor } from "./holder.ts";

export interface SignalOffer {
  readonly signalId: string;
  readonly toId: string;
  readonly note: string;
}

/** Refusals stand at `to` or `words`. */
export async function offerSignal(
  ctx: Context,
  offer: SignalOffer,
): Promise<{ number: string; name: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await standingFor(tx, "hand_over_signal", offer.signalId);
    if (isRefusal(found)) {
      return found;
    }
    if (offer.toId === holderOf(found)) {
      return refuse("signal.theirs_already", {}, "to");
    }
    const to = (await colleaguesFor(tx, found, "answer_signal_offer")).find(({ id }) => id === offer.toId);
    if (to === undefined || offer.note.length > LONGEST_WORDS) {
      return to === undefined
        ? refuse("signal.not_for_them", {}, "to")
        : refuse("reason.needed", { most: LONGEST_WORDS }, "words");
    }
    await write(tx, found, to, offer.note.trim());
    return { number: found.row.number, name: to.name };
  });
}

async function write(tx: Context, found: SignalCase, to: { id: string; name: string }, note: string): Promise<void> {
  const { row } = found;
  await writeDown(tx, found, {
    act: "offered",
    words: note === "" ? to.name : `${to.name}: ${note}`,
    change: {
      offeredToId: to.id,
      offeredById: tx.actor.personId,
      offeredAt: tx.now.toJSDate(),
      offerUntil: await answerBy(tx, to.id),
      offerNote: note === "" ? null : note,
    },
    noted: { offeredTo: to.id },
  });
  await promise(tx, {
    key: `${OFFERED_KIND}:${row.id}:${row.version}:${to.id}`,
    kind: OFFERED_KIND,
    personId: to.id,
    urgent: true,
    refs: { signalId: row.id },
    items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: "offered" }],
  });
}

/** Whoever offered it, or answers for it, keeps it after all. */
export async function takeBackSignal(ctx: Context, signalId: string): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await standingFor(tx, "hand_over_signal", signalId);
    if (isRefusal(found)) {
      return found;
    }
    if (found.row.offeredToId === null) {
      return refuse("signal.no_offer", { number: found.row.number });
    }
    await writeDown(tx, found, { act: "taken_back", words: "", change: NO_OFFER });
    return { number: found.row.number };
  });
}
