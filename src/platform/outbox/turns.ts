/**
 * Edits, look-ups, opening a conversation, asking who wants quiet: each method has its own turns by Slack's tiers, kept in the
 * database like the pace of posts, so that all processes keep them together.
 */
import { type PacedMethod, turnsNow } from "../../domain/send-pace.ts";
import { isUniqueConflict } from "../storage/index.ts";
import type { Delivery } from "./delivery.ts";

/** Other processes took their turns in the same moment: look again soon. */
const TRIES = 3;
const SOON_MS = 50;

/** Takes a turn, but none of the last `kept`: 0 where the call may be made now, else the milliseconds to wait before asking again. */
export async function takeTurn({ parts, limits }: Delivery, method: PacedMethod, kept = 0): Promise<number> {
  const perMinute = limits.methods[method];
  if (perMinute === Number.POSITIVE_INFINITY) {
    return 0;
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const waitMs = await tryOnce(parts, { method, perMinute, kept });
    if (waitMs !== undefined) {
      return waitMs;
    }
  }
  return SOON_MS;
}

/** As `takeTurn`, for whoever is asked by a caller that reads Slack's own refusals: throws as if Slack had asked to wait. */
export async function needTurn(delivery: Delivery, method: PacedMethod): Promise<void> {
  const waitMs = await takeTurn(delivery, method);
  if (waitMs > 0) {
    throw { retryAfter: waitMs / 1_000 };
  }
}

/** Nothing where another process was faster. */
async function tryOnce(
  { database: { db }, clocks }: Delivery["parts"],
  { method, perMinute, kept }: { readonly method: PacedMethod; readonly perMinute: number; readonly kept: number },
): Promise<number | undefined> {
  const bucketOf = (turn: number) => `method:${method}:${turn}`;
  const buckets = Array.from({ length: perMinute }, (_, turn) => bucketOf(turn));
  const rows = await db.deliveryPace.findMany({ where: { bucket: { in: buckets } } });
  const known = new Map(rows.map(({ bucket, nextAt }) => [buckets.indexOf(bucket), nextAt.getTime()]));
  const turns = turnsNow(known, clocks.machineNow().getTime(), perMinute, kept);
  if ("waitMs" in turns) {
    return turns.waitMs;
  }
  // Any of them: two processes that ask in the same moment rarely mean the same one.
  const turn = turns.free[Math.floor(Math.random() * turns.free.length)] ?? 0;
  const bucket = bucketOf(turn);
  const nextAt = new Date(turns.againAtMs);
  const before = known.get(turn);
  if (before !== undefined) {
    const where = { bucket, nextAt: new Date(before) };
    const { count } = await db.deliveryPace.updateMany({ where, data: { nextAt } });
    return count === 1 ? 0 : undefined;
  }
  try {
    await db.deliveryPace.create({ data: { bucket, nextAt } });
    return 0;
  } catch (error) {
    if (isUniqueConflict(error)) {
      return undefined;
    }
    throw error;
  }
}
