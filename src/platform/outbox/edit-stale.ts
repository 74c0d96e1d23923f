/** Draws again the messages whose facts have changed. An edit alerts nobody, and doing it twice does no harm. */
import type { ClaimedRow } from "../storage/index.ts";
import type { Delivery } from "./delivery.ts";
import { draw, undrawn } from "./draw.ts";
import { classify } from "./failure-class.ts";
import { isStopped, stopAll } from "./pauses.ts";
import { rest, restLeft } from "./rest.ts";
import { readFailure } from "./slack-failure.ts";
import { takeTurn } from "./turns.ts";

const EDITS_AT_ONCE = 20;
/** An edit whose reply was lost may simply be done again, but not at once. */
const PAUSE_MS = 5_000;

export interface EditCounts {
  edited: number;
  unchanged: number;
  failed: number;
  /** So long until the next edit: Slack asked for it, or the pace does. */
  waitMs: number;
}

export async function editStale(delivery: Delivery): Promise<EditCounts> {
  const counts: EditCounts = { edited: 0, unchanged: 0, failed: 0, waitMs: restLeft(delivery, "edit") };
  if (counts.waitMs > 0 || delivery.flights.stopping || (await isStopped(delivery))) {
    return counts;
  }
  const stale = await delivery.parts.database.db.outboxMessage.findMany({
    where: { staleAt: { lte: delivery.parts.clocks.machineNow() }, state: "sent" },
    orderBy: { staleAt: "asc" },
    take: EDITS_AT_ONCE,
    include: { items: true },
  });
  for (const row of stale) {
    if (counts.waitMs === 0) {
      await editOne(delivery, row, counts);
    }
  }
  return counts;
}

async function editOne(delivery: Delivery, row: ClaimedRow, counts: EditCounts): Promise<void> {
  const drawn = await draw(delivery, row, true);
  if (drawn.kind === "failed") {
    await laterOrNever(delivery, row);
    counts.failed += 1;
    return;
  }
  const rendered = drawn.kind === "message" ? JSON.stringify(drawn.message) : row.rendered;
  if (drawn.kind !== "message" || rendered === row.rendered || row.channelId === null || row.ts === null) {
    await fresh(delivery, row, {});
    counts.unchanged += 1;
    return;
  }
  counts.waitMs = await takeTurn(delivery, "chat.update");
  if (counts.waitMs > 0) {
    rest(delivery, "edit", counts.waitMs);
    return;
  }
  try {
    await delivery.client.chat.update({ channel: row.channelId, ts: row.ts, ...drawn.message });
    await fresh(delivery, row, { rendered, editedAt: delivery.parts.clocks.now().toJSDate(), editFailure: null });
    counts.edited += 1;
  } catch (error) {
    await editFailed(delivery, row, error, counts);
  }
}

async function editFailed(delivery: Delivery, row: ClaimedRow, error: unknown, counts: EditCounts): Promise<void> {
  const failure = classify(readFailure(error));
  if (failure.kind === "stop") {
    await stopAll(delivery, failure.why);
  }
  if (failure.kind === "wait" || failure.kind === "uncertain" || failure.kind === "stop") {
    counts.waitMs = failure.kind === "wait" ? failure.ms : PAUSE_MS;
    rest(delivery, "edit", counts.waitMs);
    return;
  }
  await fresh(delivery, row, { editFailure: failure.why });
  counts.failed += 1;
}

/** A message that cannot be drawn lets the others pass, and is tried again some times. */
async function laterOrNever(delivery: Delivery, row: ClaimedRow): Promise<void> {
  const { mark: editFailure, waitMs } = undrawn(row.editFailure);
  const staleAt = waitMs === undefined ? null : new Date(delivery.parts.clocks.machineNow().getTime() + waitMs);
  await delivery.parts.database.db.outboxMessage.updateMany({
    where: { id: row.id, staleAt: row.staleAt },
    data: { editFailure, staleAt },
  });
}

/** Clears the mark only if nothing changed again meanwhile. */
async function fresh(
  delivery: Delivery,
  row: ClaimedRow,
  changed: { rendered?: string | null; editedAt?: Date; editFailure?: string | null },
): Promise<void> {
  const { db } = delivery.parts.database;
  if (Object.keys(changed).length > 0) {
    await db.outboxMessage.update({ where: { id: row.id }, data: changed });
  }
  await db.outboxMessage.updateMany({ where: { id: row.id, staleAt: row.staleAt }, data: { staleAt: null } });
}
