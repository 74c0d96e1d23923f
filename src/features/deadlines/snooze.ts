/** Quiet for one person about one item, for a few days: due date and ladder run on. */
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { refuseSnooze } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { INSPECTION_SUBJECT, LONGEST_REASON } from "./ids.ts";
import { type ItemCase, openItem, runningSnooze } from "./item-case.ts";

export interface Quiet {
  readonly inspectionId: string;
  /** The last quiet day, in the person's own zone. */
  readonly untilOn: IsoDate;
  readonly reason: string;
}

export async function snoozeItem(ctx: Context, wanted: Quiet): Promise<Quiet | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "snooze_item", wanted.inspectionId);
    const refused = isRefusal(item) ? item : notNow(tx, item, wanted);
    if (refused !== undefined) {
      return refused;
    }
    const { inspectionId, untilOn } = wanted;
    const reason = wanted.reason.trim();
    await tx.db.snooze.create({
      data: { inspectionId, personId: tx.actor.personId, untilOn, reason, enteredAt: tx.now.toJSDate() },
    });
    await noted(tx, inspectionId, "item.snoozed", { untilOn, reason });
    return wanted;
  });
}

export async function endSnooze(ctx: Context, inspectionId: string): Promise<{ ended: true } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "snooze_item", inspectionId);
    if (isRefusal(item)) {
      return item;
    }
    const running = runningSnooze(tx, item);
    if (running === undefined) {
      return refuse("snooze.none", {});
    }
    await tx.db.snooze.updateMany({ where: { id: running.id, endedAt: null }, data: { endedAt: tx.now.toJSDate() } });
    await noted(tx, inspectionId, "snooze.ended", { untilOn: running.untilOn });
    return { ended: true };
  });
}

function notNow(ctx: Context, item: ItemCase, { untilOn, reason }: Quiet): Refusal | undefined {
  const running = runningSnooze(ctx, item);
  if (running !== undefined) {
    return refuse("snooze.running", { date: running.untilOn });
  }
  if (reason.trim() === "" || reason.length > LONGEST_REASON) {
    return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
  }
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const before = item.row.snoozes
    .filter(({ personId }) => personId === ctx.actor.personId)
    .map((one) => ({
      fromOn: localDate(momentFromDate(one.enteredAt), ctx.actor.timeZone),
      untilOn: one.endedAt === null ? isoDate(one.untilOn) : localDate(momentFromDate(one.endedAt), ctx.actor.timeZone),
    }));
  return refuseSnooze(today, untilOn, ctx.policy.policy.reminders.snooze.max_days, before);
}

async function noted(tx: Context, inspectionId: string, verb: string, after: object): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: INSPECTION_SUBJECT, id: inspectionId },
    after,
  });
  await markStale(tx, { kind: INSPECTION_SUBJECT, id: inspectionId });
}
