/**
 * Keeps promises: claims a message with a lease, draws it from the facts of the moment, sends it once, marks it. A reply that
 * never came makes it uncertain; it is looked up before it could ever be sent again.
 */
import { createHmac } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import type { Context, Parts } from "../context.ts";
import { type RenderedMessage, renderMessage } from "../slack/render.ts";
import type { OutboxRow } from "../storage/index.ts";
import type { View } from "../view.ts";
import { classify, type FailureClass } from "./failure-class.ts";
import { openChannel } from "./open-channel.ts";
import type { DueMessage, Renderers } from "./renderers.ts";
import { readFailure } from "./slack-failure.ts";

export const PROMISE_EVENT = "afterloan_promise";
const CLAIM_AT_ONCE = 20;
/** Longer than the client's own time-out, so that a living sender never loses its lease. */
const LEASE_MS = 60_000;
/** Send time-out plus 30 s: no look-up sooner than this after an attempt (design, "Telling people"). */
export const LOOK_UP_AFTER_MS = 40_000;

export interface Delivery {
  readonly parts: Parts;
  readonly client: WebClient;
  readonly renderers: Renderers;
  readonly worker: string;
  /** The reader's context: their language and rights. Nothing where the person has no Slack account. */
  contextOf(personId: string): Promise<Context | undefined>;
  /** Key of the hash in a message's metadata, so that a look-up finds it and nobody can read it. */
  readonly metadataSecret: string;
}

export interface DeliveryCounts {
  sent: number;
  calledOff: number;
  waiting: number;
  uncertain: number;
  dead: number;
  /** The token is not accepted any more: nothing can be sent. */
  stopped: boolean;
}

export async function deliverDue(delivery: Delivery): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, calledOff: 0, waiting: 0, uncertain: 0, dead: 0, stopped: false };
  const claimed = await delivery.parts.database.claim({
    machineNow: delivery.parts.clocks.machineNow(),
    businessNow: delivery.parts.clocks.now().toJSDate(),
    limit: CLAIM_AT_ONCE,
    leaseMs: LEASE_MS,
    worker: delivery.worker,
  });
  for (const row of claimed) {
    if (counts.stopped) {
      await release(delivery, row, 0);
      continue;
    }
    await deliverOne(delivery, row, counts);
  }
  return counts;
}

async function deliverOne(delivery: Delivery, row: OutboxRow, counts: DeliveryCounts): Promise<void> {
  const drawn = await draw(delivery, row, false);
  if (drawn === "no_account") {
    await settle(delivery, row, { state: "dead", failure: "no_slack_account" });
    counts.dead += 1;
    return;
  }
  if (drawn === undefined) {
    await settle(delivery, row, { state: "cancelled" });
    counts.calledOff += 1;
    return;
  }
  const message = renderMessage(drawn);
  try {
    await post(delivery, row, message);
    counts.sent += 1;
  } catch (error) {
    await failed(delivery, row, message, classify(readFailure(error)), counts);
  }
}

async function post(delivery: Delivery, row: OutboxRow, message: RenderedMessage): Promise<void> {
  const channel = await openChannel(delivery, row.personId ?? "");
  const answer = await delivery.client.chat.postMessage({
    channel,
    ...message,
    metadata: { event_type: PROMISE_EVENT, event_payload: { promise: promiseHash(delivery, row.key) } },
    unfurl_links: false,
    unfurl_media: false,
  });
  await settle(delivery, row, {
    state: "sent",
    channelId: answer.channel ?? channel,
    ts: answer.ts ?? null,
    sentAt: delivery.parts.clocks.now().toJSDate(),
    rendered: JSON.stringify(message),
    failure: null,
  });
}

async function failed(
  delivery: Delivery,
  row: OutboxRow,
  message: RenderedMessage,
  failure: FailureClass,
  counts: DeliveryCounts,
): Promise<void> {
  switch (failure.kind) {
    case "wait":
      await release(delivery, row, failure.ms);
      counts.waiting += 1;
      return;
    case "uncertain":
      await settle(delivery, row, {
        state: "uncertain",
        failure: failure.why,
        ...leaseFor(delivery, LOOK_UP_AFTER_MS),
      });
      counts.uncertain += 1;
      return;
    case "stop":
      await release(delivery, row, 0);
      counts.stopped = true;
      delivery.parts.log.error({ why: failure.why }, "Slack does not accept the token; nothing is sent");
      return;
    case "plainer":
      await sendPlainer(delivery, row, message, counts);
      return;
    case "dead":
      await settle(delivery, row, { state: "dead", failure: failure.why });
      counts.dead += 1;
  }
}

/** Slack would not draw the blocks: the words alone still tell the person. */
async function sendPlainer(delivery: Delivery, row: OutboxRow, message: RenderedMessage, counts: DeliveryCounts) {
  try {
    await post(delivery, row, { text: message.text, blocks: [] });
    counts.sent += 1;
  } catch (error) {
    const again = classify(readFailure(error));
    const settled: FailureClass = again.kind === "plainer" ? { kind: "dead", why: again.why } : again;
    await failed(delivery, row, message, settled, counts);
  }
}

export async function draw(
  delivery: Delivery,
  row: OutboxRow,
  editing: boolean,
): Promise<View | undefined | "no_account"> {
  const renderer = delivery.renderers.of(row.kind);
  if (renderer === undefined || row.personId === null) {
    return undefined;
  }
  const ctx = await delivery.contextOf(row.personId);
  return ctx === undefined ? "no_account" : renderer(ctx, await dueMessage(delivery, row, row.personId, editing));
}

async function dueMessage(delivery: Delivery, row: OutboxRow, personId: string, editing: boolean): Promise<DueMessage> {
  const items = await delivery.parts.database.db.outboxItem.findMany({ where: { messageId: row.id } });
  const refs: Record<string, string> = JSON.parse(row.refs);
  return {
    id: row.id,
    kind: row.kind,
    personId,
    slotOn: row.slotOn,
    createdAt: row.createdAt,
    refs,
    items: items.map((item) => ({ kind: item.subjectKind, id: item.subjectId, stage: item.stage })),
    editing,
  };
}

export function promiseHash(delivery: Delivery, key: string): string {
  return createHmac("sha256", delivery.metadataSecret).update(key).digest("hex");
}

type Settled = Partial<
  Pick<OutboxRow, "state" | "failure" | "channelId" | "ts" | "sentAt" | "rendered" | "leaseUntil">
>;

/** Only the holder of the lease may settle: a sender that was given up on changes nothing. */
export async function settle(delivery: Delivery, row: OutboxRow, settled: Settled): Promise<void> {
  await delivery.parts.database.db.outboxMessage.updateMany({
    where: { id: row.id, claimedBy: row.claimedBy },
    data: { leaseUntil: null, ...settled },
  });
}

async function release(delivery: Delivery, row: OutboxRow, afterMs: number): Promise<void> {
  await settle(delivery, row, { state: "pending", ...leaseFor(delivery, afterMs) });
}

function leaseFor(delivery: Delivery, ms: number): { leaseUntil: Date } {
  return { leaseUntil: new Date(delivery.parts.clocks.machineNow().getTime() + ms) };
}
