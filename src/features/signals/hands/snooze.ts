/** A signal's ladder stands still for a while, with a reason, no longer and no oftener than the policy lets its level; and goes on. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { newId } from "../../../platform/ids.ts";
import { momentText } from "../../../texts/dates.ts";
import { type QuietOffer, quietOffer } from "../../escalation/index.ts";
import { LONGEST_WORDS } from "../ids.ts";
import type { SignalCase } from "../signal-case.ts";
import { writeDown } from "../write-down.ts";
import { standingFor } from "./holder.ts";

export interface Snoozing {
  readonly signalId: string;
  /** The moment from which the ladder goes on. */
  readonly until: Date;
  readonly reason: string;
}

/** Deadlines stay where they are. Refusals stand at `until` or `words`. */
export async function snoozeSignal(ctx: Context, snoozing: Snoozing): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const open = await snoozable(tx, snoozing.signalId);
    if (isRefusal(open)) {
      return open;
    }
    const { found, offer } = open;
    const refused = notSoLong(tx, snoozing.until, offer) ?? withoutReason(snoozing.reason);
    if (refused !== undefined) {
      return refused;
    }
    const [reason, { until }] = [snoozing.reason.trim(), { until: snoozing.until }];
    const entered = { personId: tx.actor.personId, fromAt: tx.now.toJSDate(), untilAt: until, reason };
    await tx.db.signalSnooze.create({
      data: { id: newId(), signalId: found.row.id, ...entered, policyVersionId: tx.policy.versionId },
    });
    await writeDown(tx, found, { act: "snoozed", words: reason, noted: { until: until.toISOString() } });
    return { number: found.row.number };
  });
}

/** The signal and how long its ladder may stand still, where the actor may make it and it may be made to. */
export async function snoozable(
  ctx: Context,
  signalId: string,
): Promise<{ readonly found: SignalCase; readonly offer: QuietOffer } | Refusal> {
  const found = await standingFor(ctx, "snooze_signal", signalId);
  if (isRefusal(found)) {
    return found;
  }
  const offer = await quietOffer(ctx, signalId);
  if (offer === undefined) {
    return refuse("signal.never_quiet", { level: found.level });
  }
  if (offer.running !== undefined) {
    return refuse("signal.quiet_already", { moment: momentOf(ctx, offer.running.untilAt) });
  }
  if (offer.left === 0) {
    return refuse("signal.quiet_used_up", { times: offer.times });
  }
  return offer.isAwaited ? { found, offer } : refuse("signal.nothing_comes", { number: found.row.number });
}

/** The ladder goes on at once. */
export async function wakeSignal(ctx: Context, signalId: string): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await standingFor(tx, "snooze_signal", signalId);
    if (isRefusal(found)) {
      return found;
    }
    const running = (await quietOffer(tx, signalId))?.running;
    if (running === undefined) {
      return refuse("signal.not_quiet", { number: found.row.number });
    }
    await tx.db.signalSnooze.update({ where: { id: running.id }, data: { endedAt: tx.now.toJSDate() } });
    await writeDown(tx, found, { act: "woken", words: "" });
    return { number: found.row.number };
  });
}

function notSoLong(ctx: Context, until: Date, { latest }: QuietOffer): Refusal | undefined {
  const isWithin = until.getTime() > ctx.now.toMillis() && until.getTime() <= latest.getTime();
  return isWithin ? undefined : refuse("signal.quiet_until", { moment: momentOf(ctx, latest) }, "until");
}

function withoutReason(reason: string): Refusal | undefined {
  const isGiven = reason.trim() !== "" && reason.length <= LONGEST_WORDS;
  return isGiven ? undefined : refuse("reason.needed", { most: LONGEST_WORDS }, "words");
}

function momentOf({ language, actor }: Context, moment: Date): string {
  return momentText(language, moment, actor.timeZone);
}
