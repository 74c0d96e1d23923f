/** Draws again the messages whose facts have changed. An edit alerts nobody, and doing it twice does no harm. */
import { renderMessage } from "../slack/render.ts";
import { type Delivery, draw } from "./deliver.ts";
import { classify } from "./failure-class.ts";
import { readFailure } from "./slack-failure.ts";

const EDITS_AT_ONCE = 20;

export interface EditCounts {
  edited: number;
  unchanged: number;
  failed: number;
  /** Slack asked to wait so long before the next edit. */
  waitMs: number;
}

export async function editStale(delivery: Delivery): Promise<EditCounts> {
  const counts: EditCounts = { edited: 0, unchanged: 0, failed: 0, waitMs: 0 };
  const stale = await delivery.parts.database.db.outboxMessage.findMany({
    where: { staleAt: { not: null }, state: "sent" },
    orderBy: { staleAt: "asc" },
    take: EDITS_AT_ONCE,
  });
  for (const row of stale) {
    if (counts.waitMs === 0) {
      await editOne(delivery, row, counts);
    }
  }
  return counts;
}

type Row = Awaited<ReturnType<Delivery["parts"]["database"]["db"]["outboxMessage"]["findMany"]>>[number];

async function editOne(delivery: Delivery, row: Row, counts: EditCounts): Promise<void> {
  const drawn = await draw(delivery, row, true);
  const message = drawn === undefined || drawn === "no_account" ? undefined : renderMessage(drawn);
  const rendered = JSON.stringify(message);
  if (message === undefined || rendered === row.rendered || row.channelId === null || row.ts === null) {
    await fresh(delivery, row, {});
    counts.unchanged += 1;
    return;
  }
  try {
    await delivery.client.chat.update({ channel: row.channelId, ts: row.ts, ...message });
    await fresh(delivery, row, { rendered, editedAt: delivery.parts.clocks.now().toJSDate(), editFailure: null });
    counts.edited += 1;
  } catch (error) {
    await editFailed(delivery, row, error, counts);
  }
}

async function editFailed(delivery: Delivery, row: Row, error: unknown, counts: EditCounts): Promise<void> {
  const failure = classify(readFailure(error));
  if (failure.kind === "wait" || failure.kind === "uncertain" || failure.kind === "stop") {
    counts.waitMs = failure.kind === "wait" ? failure.ms : 5_000;
    return;
  }
  await fresh(delivery, row, { editFailure: failure.why });
  counts.failed += 1;
}

/** Clears the mark only if nothing changed again meanwhile. */
async function fresh(
  delivery: Delivery,
  row: Row,
  changed: { rendered?: string; editedAt?: Date; editFailure?: string | null },
): Promise<void> {
  const { db } = delivery.parts.database;
  if (Object.keys(changed).length > 0) {
    await db.outboxMessage.update({ where: { id: row.id }, data: changed });
  }
  await db.outboxMessage.updateMany({ where: { id: row.id, staleAt: row.staleAt }, data: { staleAt: null } });
}
