/** What everything that is heard shares: keeping the delivery, knowing the person, answering failures. */
import { translator } from "../../texts/index.ts";
import type { Context, Parts } from "../context.ts";
import { answerInbound, type Kept, storeInbound } from "../inbound/store.ts";
import { AfterAck } from "./after-ack.ts";
import type { SlackClients } from "./clients.ts";
import type { Door, Reply } from "./door.ts";
import { publishHome } from "./home/publish-home.ts";
import { failureView, strangersFailureView, strangerView } from "./known-person.ts";
import type { SlackUser } from "./payload.ts";
import { type Place, replyTo } from "./reply.ts";

const afterAck = new AfterAck();

export interface Ears {
  readonly parts: Parts;
  readonly door: Door;
  readonly clients: SlackClients;
  /** The person's context, or nothing where the Slack account belongs to nobody we know. */
  contextFor(user: SlackUser): Promise<Context | undefined>;
}

export function keep(ears: Ears, key: string, kind: string, body: unknown): Promise<Kept> {
  const receivedAt = ears.parts.clocks.machineNow();
  return storeInbound(ears.parts.database, { key, kind, payload: payloadText(body), receivedAt });
}

/** What was shown is not kept with what was done: nothing reads it again, and a one-time link may stand in it. */
function payloadText(body: unknown): string {
  return JSON.stringify(body, (name, value: unknown) => (name === "blocks" ? undefined : value));
}

/**
 * Keeps, acknowledges, runs: in this order. What could not be kept is not run; the person is told so instead of being left
 * with Slack's warning sign.
 */
export async function keptBefore(
  ears: Ears,
  delivery: { readonly key: string; readonly kind: string; readonly body: unknown; readonly place: Omit<Place, "t"> },
  ack: () => Promise<void>,
  run: () => Promise<void>,
): Promise<void> {
  const acknowledged = afterAck.heard();
  try {
    const kept = await keep(ears, delivery.key, delivery.kind, delivery.body).catch((failure: unknown) => ({
      failure,
    }));
    // What is kept is done, also where the line went before it could be acknowledged.
    await ack().catch((failure: unknown) => ears.parts.log.warn({ failure }, "a delivery could not be acknowledged"));
    acknowledged();
    if ("failure" in kept) {
      await asKnownPerson(ears, delivery.place, async () => {
        throw kept.failure;
      });
    } else if (kept.fresh) {
      await afterAck.run(run);
      await answerInbound(ears.parts.database, delivery.key, "");
    }
  } finally {
    acknowledged();
  }
}

/** Runs as the person who acted. Never throws: whatever fails is told to them and logged. */
export async function asKnownPerson(
  ears: Ears,
  where: Omit<Place, "t">,
  run: (ctx: Context, reply: Reply) => Promise<void>,
): Promise<void> {
  const { log } = ears.parts;
  const replyIn = (t: Place["t"]) => replyTo(ears.clients.people, { ...where, t }, () => publishHome(ears, where.user));
  let reply = replyIn(translator("en"));
  let broken = (failure: unknown) => strangersFailureView(log, failure);
  try {
    const ctx = await ears.contextFor(where.user);
    if (ctx === undefined) {
      await reply.tell(strangerView());
      return;
    }
    reply = replyIn(ctx.t);
    broken = (failure) => failureView(ctx.t, log, failure);
    await run(ctx, reply);
  } catch (failure) {
    await reply.tell(broken(failure)).catch((untold: unknown) => log.error({ untold }, "a person could not be told"));
  }
}
