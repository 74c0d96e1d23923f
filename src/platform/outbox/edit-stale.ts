/**
 * Draws again the messages whose facts have changed: first those that a person changed, who looks for the answer. An edit alerts
 * nobody, and doing it twice does no harm.
 */
import { KEPT_FOR_PEOPLE } from "../../domain/send-pace.ts";
import type { ClaimedRow } from "../storage/index.ts";
import type { Delivery } from "./delivery.ts";
import { draw, undrawn } from "./draw.ts";
import { classify } from "./failure-class.ts";
import { isStopped, stopAll } from "./pauses.ts";
import { rest, restLeft } from "./rest.ts";
import { readFailure } from "./slack-failure.ts";
import { takeTurn } from "./turns.ts";

const EDITS_AT_ONCE = 20;
const TRIES = 3;
/** An edit whose reply was lost may simply be done again, but not at once. */
const PAUSE_MS = 5_000;
/** So long an edit is one worker's: another one would only say the same. */
const LEASE_MS = 15_000;
/** Further away than any moment that is set here or by `undrawn`: it is from before the clock was set back. */
const OUT_OF_REACH_MS = 3_600_000;

/** While the turns of the sweeps are used up, a person's edits still have theirs. */
const OF_PEOPLE = { kept: 0, resting: "edit" } as const;
const OF_SWEEPS = { kept: KEPT_FOR_PEOPLE, resting: "background_edit" } as const;

export interface EditCounts {
  edited: number;
  unchanged: number;
  failed: number;
  /** So long until the next edit: Slack asked for it, or the pace does. */
  waitMs: number;
}

export async function editStale(delivery: Delivery): Promise<EditCounts> {
  const counts: EditCounts = { edited: 0, unchanged: 0, failed: 0, waitMs: restLeft(delivery, "edit") };
  if (delivery.flights.stopping || (await isStopped(delivery))) {
    return counts;
  }
  for (let done = 0; done < EDITS_AT_ONCE && counts.waitMs === 0; done += 1) {
    const row = await takeStale(delivery);
    if (row === undefined) {
      counts.waitMs = restLeft(delivery, "background_edit");
      break;
    }
    await editOne(delivery, row, counts);
  }
  return counts;
}

/**
 * Asked before each edit: a decision that came meanwhile goes before the sweeps' edits. The mark is put off while the edit is ours,
 * so that it comes again if we die.
 */
async function takeStale(delivery: Delivery): Promise<ClaimedRow | undefined> {
  const { db } = delivery.parts.database;
  const now = delivery.parts.clocks.machineNow();
  const onlyForPeople = restLeft(delivery, "background_edit") > 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await db.outboxMessage.findFirst({
      where: {
        OR: [{ staleAt: { lte: now } }, { staleAt: { gt: later(now, OUT_OF_REACH_MS) } }],
        state: "sent",
        ...(onlyForPeople ? { staleInBackground: false } : {}),
      },
      orderBy: [{ staleInBackground: "asc" }, { staleAt: "asc" }],
      include: { items: true },
    });
    if (row === null) {
      return undefined;
    }
    const staleAt = later(now, LEASE_MS);
    const { count } = await db.outboxMessage.updateMany({
      where: { id: row.id, staleAt: row.staleAt },
      data: { staleAt },
    });
    if (count === 1) {
      return { ...row, staleAt };
    }
  }
  return undefined;
}

/** To be edited, but not by this round. */
async function giveBack({ parts }: Delivery, row: ClaimedRow): Promise<void> {
  const data = { staleAt: parts.clocks.machineNow() };
  await parts.database.db.outboxMessage.updateMany({ where: { id: row.id, staleAt: row.staleAt }, data });
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
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
  const { kept, resting } = row.staleInBackground ? OF_SWEEPS : OF_PEOPLE;
  counts.waitMs = await takeTurn(delivery, "chat.update", kept);
  if (counts.waitMs > 0) {
    rest(delivery, resting, counts.waitMs);
    await giveBack(delivery, row);
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
    await giveBack(delivery, row);
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
