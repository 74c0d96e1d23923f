/**
 * Edits, look-ups, opening a conversation, asking who wants quiet: each method has its own pace by Slack's tiers, kept in the database
 * like the pace of posts, so that all processes keep it together.
 */
import { afterSending, METHOD_PACES, type PacedMethod, untilSlotMs } from "../../domain/send-pace.ts";
import { isUniqueConflict } from "../storage/index.ts";
import type { Delivery } from "./delivery.ts";

/** Other processes took their turns in the same moment: look again soon. */
const TRIES = 3;
const SOON_MS = 50;

/** Takes a turn: 0 where the call may be made now, else the milliseconds to wait before asking again. */
export async function takeTurn({ parts, limits }: Delivery, method: PacedMethod): Promise<number> {
  if (limits.perMinute === Number.POSITIVE_INFINITY) {
    return 0;
  }
  for (let turn = 0; turn < TRIES; turn += 1) {
    const waitMs = await tryOnce(parts, method);
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
  method: PacedMethod,
): Promise<number | undefined> {
  const pace = METHOD_PACES[method];
  const bucket = `method:${method}`;
  const now = clocks.machineNow().getTime();
  const known = await db.deliveryPace.findUnique({ where: { bucket } });
  const nextAtMs = known?.nextAt.getTime() ?? now;
  const waitMs = untilSlotMs(nextAtMs, now, pace);
  if (waitMs > 0) {
    return waitMs;
  }
  const nextAt = new Date(Math.ceil(afterSending(nextAtMs, now, 1, pace)));
  if (known !== null) {
    const { count } = await db.deliveryPace.updateMany({ where: { bucket, nextAt: known.nextAt }, data: { nextAt } });
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
