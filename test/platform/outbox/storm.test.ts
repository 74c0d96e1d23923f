/**
 * 10,000 messages for 200 people against Slack's limits, on a clock that is moved a second at a time, as the desk looks. Slack is the oracle: it notes when each message arrived, in its own time, and answers late.
 */
import type { WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { SLACK_LIMITS } from "../../../src/domain/send-pace.ts";
import { createClocks } from "../../../src/platform/clock.ts";
import { type Parts, systemContext } from "../../../src/platform/context.ts";
import { deliverDue } from "../../../src/platform/outbox/deliver.ts";
import { createDelivery } from "../../../src/platform/outbox/delivery.ts";
import { Renderers } from "../../../src/platform/outbox/renderers.ts";
import { line } from "../../../src/platform/view.ts";
import { anOfficer, aSlackAccount, aUnit } from "../../builders/index.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const CHANNELS = 200;
const MESSAGES = 10_000;
const LOOK_EVERY_MS = 1_000;
/** Urgent ones come in between. */
const URGENT_AFTER_MS = 600;
/** Most replies come at once, every fiftieth takes six seconds. */
const replyAfterMs = (nth: number) => (nth % 50 === 0 ? 6_000 : 120);

interface Arrival {
  readonly channel: string;
  readonly text: string;
  readonly at: number;
}

/** Takes messages and answers when its time has come. */
class SlowSlack {
  readonly arrived: Arrival[] = [];
  private readonly waiting: { readonly at: number; readonly answer: () => void }[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  get client(): WebClient {
    const postMessage = ({ channel, text }: { channel: string; text: string }) => {
      this.arrived.push({ channel, text, at: this.now() });
      const at = this.now() + replyAfterMs(this.arrived.length);
      return new Promise((answer) =>
        this.waiting.push({ at, answer: () => answer({ ok: true, channel, ts: `${at}` }) }),
      );
    };
    const teamInfo = async () => ({ ok: true, users: {} });
    return { chat: { postMessage }, dnd: { teamInfo } } as unknown as WebClient;
  }

  get unanswered(): number {
    return this.waiting.length;
  }

  answerDue(): void {
    const due = this.waiting.filter(({ at }) => at <= this.now());
    for (const one of due) {
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.answer();
    }
  }
}

async function aStorm() {
  const database = await freshDatabase();
  let nowMs = Date.parse("2026-03-02T01:00:00Z");
  const clocks = createClocks(0, () => nowMs);
  const parts: Parts = { ...(await openTestParts(database, "2026-03-02T01:00:00Z")), clocks };
  const slack = new SlowSlack(() => nowMs);
  const renderers = new Renderers();
  renderers.add("news", async (_ctx, { refs }) => ({ title: refs.key ?? "", pieces: [line("news")] }));
  const delivery = createDelivery({
    parts,
    client: slack.client,
    renderers,
    worker: "storm",
    contextOf: async () => systemContext(parts),
    inPlaceOf: async () => [],
    latestForQuiet: async (_ctx, _personId, dueAt) => dueAt,
    metadataSecret: "storm",
  });
  const unit = await aUnit(database.db);
  const people: string[] = [];
  for (let n = 0; n < CHANNELS; n += 1) {
    const { id } = await anOfficer(database.db, { unitId: unit.id });
    await aSlackAccount(database.db, id, { channelId: `D${n}` });
    people.push(id);
  }
  const row = (key: string, person: number, urgent: boolean) => ({
    key,
    kind: "news",
    personId: people[person % CHANNELS] ?? "",
    urgent,
    state: "pending",
    notBefore: new Date(nowMs),
    createdAt: new Date(nowMs),
    refs: JSON.stringify({ key }),
  });
  const quiet = async () => {
    while (delivery.flights.rows.length > slack.unanswered) await new Promise(setImmediate);
  };
  return {
    slack,
    now: () => nowMs,
    promises: (rows: readonly ReturnType<typeof row>[]) => database.db.outboxMessage.createMany({ data: [...rows] }),
    row,
    passes(ms: number) {
      nowMs += ms;
    },
    /** One look of the desk. */
    async looks() {
      slack.answerDue();
      await quiet();
      await deliverDue(delivery, 0);
      await quiet();
    },
    close: () => database.close(),
  };
}

function shortestPause(arrived: readonly Arrival[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { channel, at } of arrived) {
    shortest = Math.min(shortest, at - (last.get(channel) ?? Number.NEGATIVE_INFINITY));
    last.set(channel, at);
  }
  return shortest;
}

function mostInAMinute(arrived: readonly Arrival[]): number {
  let most = 0;
  for (let from = 0, to = 0; to < arrived.length; to += 1) {
    while ((arrived[to]?.at ?? 0) - (arrived[from]?.at ?? 0) >= 60_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

describe("a storm of 10,000 messages over 200 conversations", () => {
  it("loses none, breaks no limit, uses what the limits allow, and lets an urgent one through at once", async () => {
    const storm = await aStorm();
    // The first person alone has 200: their conversation must not hold up the others.
    const all = Array.from({ length: MESSAGES }, (_, n) => storm.row(`n${n}`, n < 150 ? 0 : n, false));
    for (let from = 0; from < MESSAGES; from += 1_000) await storm.promises(all.slice(from, from + 1_000));
    const began = storm.now();
    const urgentAt = new Map<string, number>();
    for (let look = 0; storm.slack.arrived.length < MESSAGES + urgentAt.size; look += 1) {
      storm.passes(URGENT_AFTER_MS);
      if (look % 100 === 50) {
        urgentAt.set(`red${look}`, storm.now());
        await storm.promises([storm.row(`red${look}`, look, true)]);
      }
      storm.passes(LOOK_EVERY_MS - URGENT_AFTER_MS);
      await storm.looks();
    }
    const { arrived } = storm.slack;
    const minutes = ((arrived.at(-1)?.at ?? 0) - began) / 60_000;
    const waits = arrived.flatMap(({ text, at }) => (urgentAt.has(text) ? at - (urgentAt.get(text) ?? 0) : []));

    expect(new Set(arrived.map(({ text }) => text)).size).toBe(MESSAGES + urgentAt.size);
    expect(arrived).toHaveLength(MESSAGES + urgentAt.size);
    expect(shortestPause(arrived)).toBeGreaterThanOrEqual(SLACK_LIMITS.perChannelMs);
    expect(mostInAMinute(arrived)).toBeLessThanOrEqual(SLACK_LIMITS.perMinute);
    expect(arrived.length / minutes).toBeGreaterThanOrEqual(0.95 * SLACK_LIMITS.perMinute);
    expect(waits.length).toBe(urgentAt.size);
    expect(Math.max(...waits)).toBeLessThanOrEqual(2_000);
    await storm.close();
  }, 300_000);
});
