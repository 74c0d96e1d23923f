/**
 * Keeps promises: claims a message with a lease, draws it from the facts of the moment, sends it once, marks it. A reply that
 * never came makes it uncertain; it is looked up before it could ever be sent again.
 */
import { createHmac } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import type { Context, Parts } from "../context.ts";
import type { RenderedMessage } from "../slack/render.ts";
import type { OutboxRow } from "../storage/index.ts";
import { draw, undrawn } from "./draw.ts";
import { classify, type FailureClass } from "./failure-class.ts";
import { openChannel } from "./open-channel.ts";
import type { Renderers } from "./renderers.ts";
import { rest, restLeft } from "./rest.ts";
import { bury, hold, LEASE_MS, leaseFor, release, settle } from "./settle.ts";
import { readFailure } from "./slack-failure.ts";

export const PROMISE_EVENT = "afterloan_promise";
const CLAIM_AT_ONCE = 20;
/** Send time-out plus 30 s: no look-up sooner than this after an attempt (design, "Telling people"). */
export const LOOK_UP_AFTER_MS = 40_000;
/** A token that is not accepted is not tried every second. */
const STOPPED_FOR_MS = 30_000;

export interface Delivery {
  readonly parts: Parts;
  readonly client: WebClient;
  readonly renderers: Renderers;
  readonly worker: string;
  /** The reader's context: their language and rights. Nothing where the person has left. */
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

/** One round. `limited`: people whose channel Slack asked to leave alone; theirs wait together, the others go on. */
interface Round {
  readonly delivery: Delivery;
  readonly counts: DeliveryCounts;
  readonly limited: Map<string, number>;
}

export async function deliverDue(delivery: Delivery): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, calledOff: 0, waiting: 0, uncertain: 0, dead: 0, stopped: false };
  if (restLeft(delivery, "send") > 0) {
    return { ...counts, stopped: true };
  }
  const claimed = await delivery.parts.database.claim({
    machineNow: delivery.parts.clocks.machineNow(),
    businessNow: delivery.parts.clocks.now().toJSDate(),
    limit: CLAIM_AT_ONCE,
    leaseMs: LEASE_MS,
    worker: delivery.worker,
  });
  const round: Round = { delivery, counts, limited: new Map() };
  for (const row of claimed) {
    const waitMs = counts.stopped ? 0 : round.limited.get(row.personId ?? "");
    await (waitMs === undefined ? deliverOne(round, row) : wait(round, row, waitMs));
  }
  return counts;
}

async function deliverOne(round: Round, row: OutboxRow): Promise<void> {
  const { delivery, counts } = round;
  const drawn = await draw(delivery, row, false);
  switch (drawn.kind) {
    case "message":
      await tryToPost(round, row, drawn.message);
      return;
    case "nothing":
      await settle(delivery, row, { state: "cancelled" });
      counts.calledOff += 1;
      return;
    case "no_account":
      await die(round, row, "no_slack_account");
      return;
    case "failed": {
      const { mark, waitMs } = undrawn(row.failure);
      await (waitMs === undefined ? die(round, row, mark) : wait(round, row, waitMs, mark));
    }
  }
}

async function tryToPost(round: Round, row: OutboxRow, message: RenderedMessage): Promise<void> {
  try {
    await post(round, row, message);
  } catch (error) {
    const failure = classify(readFailure(error));
    await (failure.kind === "plainer" ? postPlainer(round, row, message) : failed(round, row, failure));
  }
}

/** Slack would not draw the blocks: the words alone still tell the person. */
async function postPlainer(round: Round, row: OutboxRow, message: RenderedMessage): Promise<void> {
  try {
    await post(round, row, { text: message.text, blocks: [] });
  } catch (error) {
    const again = classify(readFailure(error));
    await failed(round, row, again.kind === "plainer" ? { kind: "dead", why: again.why } : again);
  }
}

async function post({ delivery, counts }: Round, row: OutboxRow, message: RenderedMessage): Promise<void> {
  const channel = await openChannel(delivery, row.personId ?? "");
  if (!(await hold(delivery, row, channel))) {
    return;
  }
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
  counts.sent += 1;
}

async function failed(round: Round, row: OutboxRow, failure: Exclude<FailureClass, { kind: "plainer" }>) {
  const { delivery, counts } = round;
  switch (failure.kind) {
    case "wait":
      round.limited.set(row.personId ?? "", failure.ms);
      await wait(round, row, failure.ms);
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
      rest(delivery, "send", STOPPED_FOR_MS);
      counts.stopped = true;
      delivery.parts.log.error({ why: failure.why }, "Slack does not accept the token; nothing is sent");
      return;
    case "dead":
      await die(round, row, failure.why);
  }
}

async function die({ delivery, counts }: Round, row: OutboxRow, why: string): Promise<void> {
  await bury(delivery, row, why);
  counts.dead += 1;
}

async function wait({ delivery, counts }: Round, row: OutboxRow, ms: number, failure?: string): Promise<void> {
  await release(delivery, row, ms, failure);
  counts.waiting += 1;
}

export function promiseHash(delivery: Delivery, key: string): string {
  return createHmac("sha256", delivery.metadataSecret).update(key).digest("hex");
}
