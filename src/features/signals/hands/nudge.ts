/** Somebody up the line asks whoever answers for a signal that nobody has acknowledged: once a day for each, and it is recorded. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { record } from "../../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../../platform/context.ts";
import { promise } from "../../../platform/outbox/promise.ts";
import type { Button } from "../../../platform/view.ts";
import { namesById } from "../../people/index.ts";
import { NUDGE_SIGNAL, NUDGED_KIND, SIGNAL_SUBJECT } from "../ids.ts";
import { refusedFor, type SignalCase, signalFor } from "../signal-case.ts";
import { holderOf } from "./holder.ts";

export interface NudgedHolder {
  readonly number: string;
  /** Who is told. */
  readonly name: string;
}

export async function nudgeHolder(ctx: Context, signalId: string): Promise<NudgedHolder | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await signalFor(tx, "see_signal", signalId);
    if (isRefusal(found)) return found;
    const refused = authorize(tx, "nudge_officer", found.subject) ?? notNow(tx, found);
    const holderId = holderOf(found);
    if (refused !== undefined || holderId === undefined) {
      return refused ?? refuse("item.nobody", { number: found.row.number });
    }
    const name = (await namesById(tx.db, [holderId])).get(holderId) ?? "";
    const isNew = await promise(tx, {
      key: `nudge-signal:${signalId}:${found.today}:${holderId}`,
      kind: NUDGED_KIND,
      personId: holderId,
      slotOn: found.today,
      urgent: true,
      refs: { signalId, byId: tx.actor.personId },
      items: [{ kind: SIGNAL_SUBJECT, id: signalId, stage: "nudged" }],
    });
    if (!isNew) return refuse("nudge.today", { name });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "signal.nudged",
      subject: { kind: SIGNAL_SUBJECT, id: signalId },
      after: { holderId },
    });
    return { number: found.row.number, name };
  });
}

/** A restricted one is spoken of in its circle alone. */
function notNow({ actor }: Context, found: SignalCase): Refusal | undefined {
  if (found.row.isRestricted || found.now.state !== "raised") {
    return refuse("signal.not_now", { state: found.now.state });
  }
  return holderOf(found) === actor.personId ? refuse("nudge.yourself") : undefined;
}

/** Only where it would be sent. */
export function nudgeButton(ctx: Context, found: SignalCase): Button[] {
  const may =
    refusedFor(ctx, "see_signal", found) === undefined &&
    authorize(ctx, "nudge_officer", found.subject) === undefined &&
    notNow(ctx, found) === undefined &&
    holderOf(found) !== undefined;
  return may ? [{ text: ctx.t("nudge.button"), action: NUDGE_SIGNAL, value: found.row.id }] : [];
}
