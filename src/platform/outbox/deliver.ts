/**
 * Keeps promises: claims messages with a lease, draws them from the facts of the moment, sends each once, marks it. A reply that
 * never came makes it uncertain; it is looked up before it could ever be sent again.
 */
import { inTime } from "../in-time.ts";
import type { RenderedMessage } from "../slack/render.ts";
import { showIn, uploaded } from "../slack/share-file.ts";
import type { ClaimedRow, OutboxRow } from "../storage/index.ts";
import type { FileBelow } from "../view.ts";
import { type Delivery, PROMISE_EVENT, promiseHash } from "./delivery.ts";
import { type Drawn, draw, undrawn } from "./draw.ts";
import { classify, type FailureClass } from "./failure-class.ts";
import { noteOf } from "./file-below.ts";
import { openChannel } from "./open-channel.ts";
import { type Gate, gateOf, liftGuess, pauseAll, pauseChannel, stopAll } from "./pauses.ts";
import { isPutOff, learnQuiet } from "./quiet.ts";
import { rest, restLeft } from "./rest.ts";
import { bury, hold, isFresh, LEASE_MS, LOOK_UP_AFTER_MS, leaseFor, release, settle, settleSent } from "./settle.ts";
import { readFailure } from "./slack-failure.ts";

const CLAIM_AT_ONCE = 20;
/** A slow reply holds up neither the next look nor an urgent message. */
const PATIENCE_MS = 50;
const LOOKS_A_SECOND = 4;
const BETWEEN_LOOKS_MS = 180;
/** While the whole workspace waits, one urgent message tries so often. */
const PROBE_EVERY_MS = 1_000;
/** Something failed before anything was posted. */
const NOT_READY_MS = 5_000;

export interface DeliveryCounts {
  begun: number;
  sent: number;
  calledOff: number;
  waiting: number;
  uncertain: number;
  dead: number;
  /** The token is not accepted any more: nothing can be sent. */
  stopped: boolean;
}

interface Round {
  readonly delivery: Delivery;
  readonly counts: DeliveryCounts;
  /** An urgent message tries while the whole workspace waits. */
  readonly probing: boolean;
  /** Who wants quiet is known; urgent messages do not wait for it. */
  readonly quietKnown: Promise<void>;
}

/** A file is promised below what is posted. */
interface Posting extends Round {
  readonly hasFile: boolean;
}

/**
 * Sends what is due and what Slack takes now: one message for each person. Waits for the replies, at most `patienceMs`: the
 * slower ones land by themselves. Ask again for what is left.
 */
export async function deliverDue(delivery: Delivery, patienceMs?: number): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = {
    begun: 0,
    sent: 0,
    calledOff: 0,
    waiting: 0,
    uncertain: 0,
    dead: 0,
    stopped: false,
  };
  const flights = await beginRound(delivery, counts);
  counts.begun = flights.length;
  const landed = Promise.all(flights);
  await (patienceMs === undefined ? landed : inTime(landed, patienceMs));
  return counts;
}

/** What a tick does: it looks again, some times within the second, as long as there was something to send. */
export async function deliverForASecond(delivery: Delivery): Promise<void> {
  for (let look = 0; look < LOOKS_A_SECOND; look += 1) {
    const { begun } = await deliverDue(delivery, PATIENCE_MS);
    if (begun === 0 || delivery.flights.stopping) {
      return;
    }
    await new Promise((resume) => setTimeout(resume, BETWEEN_LOOKS_MS));
  }
}

/** Claims, and begins to send. A message that breaks in our hands loses its lease and is looked up; the others go on. */
async function beginRound(delivery: Delivery, counts: DeliveryCounts): Promise<Promise<void>[]> {
  const gate = delivery.flights.stopping ? undefined : await gateOf(delivery);
  counts.stopped ||= gate?.kind === "stopped";
  if (gate === undefined || gate.kind === "stopped") {
    return [];
  }
  const claimed = await claim(delivery, gate);
  const quietKnown = learnQuiet(delivery, claimed);
  const round: Round = { delivery, counts, probing: gate.kind === "urgent_only", quietKnown };
  return claimed.map((row) =>
    delivery.flights.begin(row, () =>
      deliverOne(round, row).catch((failure: unknown) =>
        delivery.parts.log.error({ failure, message: row.id }, "a message could not be dealt with"),
      ),
    ),
  );
}

async function claim(delivery: Delivery, gate: Exclude<Gate, { kind: "stopped" }>): Promise<ClaimedRow[]> {
  const { database, clocks } = delivery.parts;
  const probing = gate.kind === "urgent_only";
  if (probing && restLeft(delivery, "probe") > 0) {
    return [];
  }
  const claimed = await database.claim({
    machineNow: clocks.machineNow(),
    businessNow: clocks.now().toJSDate(),
    limit: probing ? 1 : CLAIM_AT_ONCE,
    leaseMs: LEASE_MS,
    worker: delivery.worker,
    limits: delivery.limits,
    except: gate.except,
    urgentOnly: probing || delivery.flights.full,
    flying: delivery.flights.ids,
    lookUpAfterMs: LOOK_UP_AFTER_MS,
  });
  if (probing && claimed.length > 0) {
    rest(delivery, "probe", PROBE_EVERY_MS);
  }
  return claimed;
}

async function deliverOne(round: Round, row: ClaimedRow): Promise<void> {
  const { delivery, counts } = round;
  await (row.urgent ? undefined : round.quietKnown);
  if (await isPutOff(delivery, row)) {
    counts.waiting += 1;
    return;
  }
  const drawn = await draw(delivery, row, false);
  switch (drawn.kind) {
    case "message":
      await tryToPost(round, row, drawn);
      return;
    case "file":
      await tryToShow(round, row, drawn.file);
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

async function tryToPost(round: Round, row: OutboxRow, drawn: DrawnMessage): Promise<void> {
  const channel = await ready(round, row);
  if (channel === undefined) {
    return;
  }
  const { message, plainer } = drawn;
  const words = { text: message.text, blocks: [] };
  const forms = [message, ...(plainer === undefined ? [] : [plainer]), words];
  await postOrPlainer({ ...round, hasFile: drawn.hasFile }, row, channel, forms);
}

/** Slack gives the file an id before it is shown to anybody: noted under a young lease, it is found by a look-up. */
async function tryToShow(round: Round, row: OutboxRow, file: FileBelow): Promise<void> {
  const { delivery, counts } = round;
  const channel = await ready(round, row);
  if (channel === undefined) {
    return;
  }
  try {
    const fileId = await uploaded(delivery.client, file);
    if (!(await settle(delivery, row, { rendered: noteOf(fileId), ...leaseFor(delivery, LEASE_MS) }))) {
      return;
    }
    await showIn(delivery.client, channel, fileId, file);
    await settle(delivery, row, { state: "sent", sentAt: delivery.parts.clocks.now().toJSDate(), failure: null });
    counts.sent += 1;
  } catch (error) {
    const failure = classify(readFailure(error));
    await failed(round, row, channel, failure.kind === "plainer" ? { kind: "dead", why: failure.why } : failure);
  }
}

/** Where Slack will not draw the blocks, older ones say the same; at last the words alone still tell the person. */
async function postOrPlainer(
  round: Posting,
  row: OutboxRow,
  channel: string,
  [message, ...plainer]: readonly RenderedMessage[],
): Promise<void> {
  if (message === undefined) {
    return;
  }
  try {
    await post(round, row, channel, message);
  } catch (error) {
    const failure = classify(readFailure(error));
    if (failure.kind !== "plainer") {
      await failed(round, row, channel, failure);
    } else if (plainer.length > 0) {
      await postOrPlainer(round, row, channel, plainer);
    } else {
      await failed(round, row, channel, { kind: "dead", why: failure.why });
    }
  }
}

/** The conversation to post to, noted down, under a lease that is young. Nothing was posted yet: whatever fails here may be tried again. */
async function ready(round: Round, row: OutboxRow): Promise<string | undefined> {
  const { delivery } = round;
  try {
    if (row.channelId !== null && isFresh(delivery, row.leaseUntil)) {
      return row.channelId;
    }
    const channel = await openChannel(delivery, row.personId ?? "");
    const held = await hold(delivery, row, channel);
    if (isFresh(delivery, held)) {
      return channel;
    }
    await wait(round, row, 0);
  } catch (error) {
    await notReady(round, row, classify(readFailure(error)));
  }
  return undefined;
}

async function notReady(round: Round, row: OutboxRow, failure: FailureClass): Promise<void> {
  switch (failure.kind) {
    case "dead":
    case "plainer":
      await die(round, row, failure.why);
      return;
    case "stop":
      await stop(round, row, failure.why);
      return;
    case "wait":
      await wait(round, row, failure.ms);
      return;
    case "uncertain":
      await wait(round, row, NOT_READY_MS);
  }
}

async function post(round: Posting, row: OutboxRow, channel: string, message: RenderedMessage): Promise<void> {
  const { delivery, counts } = round;
  const answer = await delivery.client.chat.postMessage({
    channel,
    ...message,
    metadata: { event_type: PROMISE_EVENT, event_payload: { promise: promiseHash(delivery, row.key) } },
    unfurl_links: false,
    unfurl_media: false,
  });
  const sent = {
    channelId: answer.channel ?? channel,
    ts: answer.ts ?? null,
    sentAt: delivery.parts.clocks.now().toJSDate(),
    rendered: JSON.stringify(message),
  };
  await settleSent(delivery, row, sent, round.hasFile);
  counts.sent += 1;
  await (round.probing ? liftGuess(delivery) : undefined);
}

type DrawnMessage = Extract<Drawn, { kind: "message" }>;
type Failed = Exclude<FailureClass, { kind: "plainer" }>;

async function failed(round: Round, row: OutboxRow, channel: string, failure: Failed): Promise<void> {
  const { delivery, counts } = round;
  switch (failure.kind) {
    case "wait":
      // Paused before it is given back, so that no other round takes it in between.
      await (failure.everywhere
        ? pauseAll(delivery, failure.ms, "app_limited")
        : pauseChannel(delivery, channel, failure.ms));
      await wait(round, row, 0);
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
      await stop(round, row, failure.why);
      return;
    case "dead":
      await die(round, row, failure.why);
  }
}

async function stop({ delivery, counts }: Round, row: OutboxRow, why: string): Promise<void> {
  await stopAll(delivery, why);
  await release(delivery, row, 0);
  counts.stopped = true;
}

async function die({ delivery, counts }: Round, row: OutboxRow, why: string): Promise<void> {
  const isDead = await bury(delivery, row, why);
  counts[isDead ? "dead" : "waiting"] += 1;
}

async function wait({ delivery, counts }: Round, row: OutboxRow, ms: number, failure?: string): Promise<void> {
  await release(delivery, row, ms, failure);
  counts.waiting += 1;
}
