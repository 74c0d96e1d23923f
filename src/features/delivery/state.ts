/** How delivery stands: what waits, what was sent, what was answered, what failed and why. No names of customers. */

import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { readersInstead } from "../../platform/outbox/dead.ts";
import { notPutOff, putOffForQuiet } from "../../platform/outbox/quiet.ts";
import { morningsToCome } from "../morning/index.ts";
import { namesById } from "../people/index.ts";

/** Red: somebody must look now. */
export type Health = "green" | "amber" | "red";

export interface FailedMessage {
  readonly id: string;
  readonly kind: string;
  readonly personName: string;
  readonly failure: string;
  readonly instead: readonly string[];
}

export interface DeliveryState {
  readonly health: Health;
  /** Seconds since the oldest unsent message should have left; nothing where none waits. */
  readonly oldestSeconds: number | undefined;
  readonly pause: { readonly kind: "limited" | "stopped"; readonly why: string; readonly since: Date } | undefined;
  /** Conversations that Slack asked to leave alone. */
  readonly limited: number;
  /** Later today: promised for a later hour, or a morning whose hour has not come. */
  readonly planned: number;
  readonly queued: number;
  /** For the end of their reader's Do Not Disturb. */
  readonly quiet: number;
  readonly uncertain: number;
  /** Of today. */
  readonly sent: number;
  readonly acted: number;
  /** Given up within `FAILED_DAYS`, by reason, and the latest of them. */
  readonly failed: number;
  readonly why: readonly { readonly failure: string; readonly count: number }[];
  readonly latest: readonly FailedMessage[];
}

export const FAILED_DAYS = 7;
const RED_SECONDS = 10 * 60;
const AMBER_SECONDS = 2 * 60;
const LISTED = 10;
const WAITING = ["pending", "claimed", "uncertain"];

/** Refused to whoever may not see it. */
export async function loadState(ctx: Context): Promise<DeliveryState | Refusal> {
  const refused = authorize(ctx, "see_delivery", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const { outboxMessage } = ctx.db;
  const now = ctx.now.toJSDate();
  const midnight = midnightOf(ctx);
  const oldestSeconds = await oldestUnsent(ctx);
  const pauses = await ctx.db.deliveryPause.findMany();
  const all = pauses.find(({ bucket }) => bucket === "all");
  const failed = await failures(ctx);
  const machineNow = ctx.parts.clocks.machineNow();
  const ofToday = { sentAt: { gte: midnight }, state: "sent" };
  return {
    health: healthOf(all?.kind, oldestSeconds, failed.failed),
    oldestSeconds,
    pause: all === undefined ? undefined : { kind: kindOf(all.kind), why: all.why, since: all.since },
    limited: pauses.filter((one) => one !== all).length,
    planned:
      (await outboxMessage.count({ where: { state: "pending", notBefore: { gt: now } } })) + (await tooEarly(ctx)),
    queued: await outboxMessage.count({
      where: { state: { in: ["pending", "claimed"] }, notBefore: { lte: now }, ...notPutOff(machineNow) },
    }),
    quiet: await outboxMessage.count({ where: putOffForQuiet(machineNow) }),
    uncertain: await outboxMessage.count({ where: { state: "uncertain" } }),
    sent: await outboxMessage.count({ where: ofToday }),
    acted: await outboxMessage.count({ where: { ...ofToday, actedAt: { not: null } } }),
    ...failed,
  };
}

/** The two questions of a monitor alone: a pause, and how long the oldest unsent message waits. No failed ones: they are told. */
export async function loadHealth(ctx: Context): Promise<Pick<DeliveryState, "health" | "oldestSeconds">> {
  const all = await ctx.db.deliveryPause.findUnique({ where: { bucket: "all" } });
  const oldestSeconds = await oldestUnsent(ctx);
  return { health: healthOf(all?.kind, oldestSeconds, 0), oldestSeconds };
}

export function healthOf(pause: string | undefined, oldestSeconds: number | undefined, failed: number): Health {
  const oldest = oldestSeconds ?? 0;
  if (pause === "stopped" || oldest >= RED_SECONDS) {
    return "red";
  }
  return pause !== undefined || oldest >= AMBER_SECONDS || failed > 0 ? "amber" : "green";
}

const kindOf = (kind: string) => (kind === "stopped" ? "stopped" : "limited");

function midnightOf(ctx: Context): Date {
  const zone = ctx.policy.policy.calendar.time_zone;
  return momentAt(localDate(ctx.now, zone), "00:00", zone).toJSDate();
}

async function oldestUnsent(ctx: Context): Promise<number | undefined> {
  const now = ctx.now.toJSDate();
  const oldest = await ctx.db.outboxMessage.findFirst({
    where: { state: { in: WAITING }, notBefore: { lte: now }, ...notPutOff(ctx.parts.clocks.machineNow()) },
    orderBy: { notBefore: "asc" },
    select: { notBefore: true },
  });
  return oldest === null ? undefined : Math.round((now.getTime() - oldest.notBefore.getTime()) / 1_000);
}

/** Whose morning comes later today. */
async function tooEarly(ctx: Context): Promise<number> {
  const count = await morningsToCome(ctx);
  return isRefusal(count) ? 0 : count;
}

async function failures(ctx: Context): Promise<Pick<DeliveryState, "failed" | "why" | "latest">> {
  const dead = { state: "dead", createdAt: { gte: ctx.now.minus({ days: FAILED_DAYS }).toJSDate() } };
  const grouped = await ctx.db.outboxMessage.groupBy({ by: ["failure"], where: dead, _count: { _all: true } });
  const rows = await ctx.db.outboxMessage.findMany({ where: dead, orderBy: { createdAt: "desc" }, take: LISTED });
  const instead = await readersInstead(
    ctx,
    rows.map(({ id }) => id),
  );
  const people = [...rows.flatMap(({ personId }) => personId ?? []), ...[...instead.values()].flat()];
  const names = await namesById(ctx.db, people);
  const nameOf = (id: string | null) => names.get(id ?? "") ?? "?";
  return {
    failed: grouped.reduce((sum, { _count }) => sum + _count._all, 0),
    why: grouped.map(({ failure, _count }) => ({ failure: failure ?? "", count: _count._all })),
    latest: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      personName: nameOf(row.personId),
      failure: row.failure ?? "",
      instead: (instead.get(row.id) ?? []).map(nameOf),
    })),
  };
}
