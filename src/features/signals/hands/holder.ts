/** Who answers for a signal, and what being it brings along. */

import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import type { Verb } from "../../../domain/rights.ts";
import type { Context } from "../../../platform/context.ts";
import { type SignalCase, signalFor } from "../signal-case.ts";
import { type Happening, writeDown } from "../write-down.ts";

/** What stands in a signal that is offered to nobody. */
export const NO_OFFER = { offeredToId: null, offeredById: null, offeredAt: null, offerUntil: null, offerNote: null };

/** Whoever took it over, or keeps the customer's account. */
export function holderOf({ subject }: SignalCase): string | undefined {
  return subject.assigneeId ?? subject.ownerId ?? undefined;
}

/** The signal, where the actor may do this to it and it has not ended. A restricted one knows no hands but a taking over. */
export async function standingFor(ctx: Context, verb: Verb, signalId: string): Promise<SignalCase | Refusal> {
  const found = await signalFor(ctx, verb, signalId);
  if (isRefusal(found)) {
    return found;
  }
  return (
    whyNotNow(found) ?? (found.row.isRestricted && verb !== "take_over_signal" ? refuse("signal.in_the_circle") : found)
  );
}

export function whyNotNow({ row, now }: SignalCase): Refusal | undefined {
  return row.endedAt === null ? undefined : refuse("signal.not_now", { state: now.state });
}

/** The actor answers for it from now on. Whoever says so has seen it: what nobody acknowledged is acknowledged with it. */
export async function becomeHolder(tx: Context, found: SignalCase, act: "taken_over" | "accepted"): Promise<void> {
  const me = tx.actor.personId;
  const isNew = found.now.state === "raised";
  const happening: Happening = {
    act,
    words: "",
    ...(isNew ? { to: "acknowledged" } : {}),
    change: {
      ownerId: me,
      ...NO_OFFER,
      ...(isNew ? { acknowledgedById: me, acknowledgedAt: tx.now.toJSDate() } : {}),
    },
    noted: { ownerId: me, before: holderOf(found) ?? null },
  };
  await writeDown(tx, found, happening);
}
