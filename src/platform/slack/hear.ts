/** Bolt's side of the door: whatever Slack delivers goes through here. */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { answerInbound, failInbound } from "../inbound/store.ts";
import { asKnownPerson, type Ears, keptBefore } from "./ears.ts";
import { hearClick, runClickAgain } from "./hear-click.ts";
import { answerSubmission, runSubmissionAgain } from "./hear-submission.ts";
import { publishHome } from "./home/publish-home.ts";
import { refusedAtDoor, sentenceView } from "./known-person.ts";
import { commandPayload, listenerId, readShortcut } from "./payload.ts";
import { plain } from "./render.ts";

export type { Ears } from "./ears.ts";

const MOST_OPTIONS = 100;
/** Which view the person has before them; the first time they have none. */
const heldHash = z
  .object({ hash: z.string() })
  .transform(({ hash }) => hash)
  .optional()
  .catch(undefined);

export function hear(bolt: App, ears: Ears): void {
  bolt.action(/.*/, async ({ ack, body }) => hearClick(ears, body, ack));
  bolt.view(/.*/, async ({ ack, body }) => {
    const answer = await answerSubmission(ears, body);
    await (answer === undefined ? ack() : ack(answer));
  });
  bolt.view({ type: "view_closed", callback_id: /.*/ }, async ({ ack }) => ack());
  bolt.options(/.*/, async ({ ack, payload }) => {
    await ack({ options: await findOptions(ears, payload) });
  });
  bolt.shortcut({ type: "message_action", callback_id: /.*/ }, async ({ ack, body }) => hearShortcut(ears, body, ack));
  bolt.command(/.*/, async ({ ack, body }) => hearCommand(ears, body, ack));
  bolt.event("app_home_opened", async ({ event, context }) => {
    if (event.tab === "home") {
      await publishHome(ears, { teamId: context.teamId ?? "", userId: event.user }, heldHash.parse(event.view));
    }
  });
  bolt.event("user_change", async ({ event, context }) => {
    await ears.door.userChanged?.({ teamId: context.teamId ?? event.user.team_id ?? "", userId: event.user.id });
  });
}

async function hearCommand(ears: Ears, body: unknown, ack: () => Promise<void>): Promise<void> {
  const command = commandPayload.parse(body);
  const place = {
    user: { teamId: command.team_id, userId: command.user_id },
    triggerId: command.trigger_id,
    viewId: undefined,
    responseUrl: command.response_url,
  };
  await keptBefore(ears, { key: `command:${command.trigger_id}`, kind: "command", body, place }, ack, () =>
    asKnownPerson(ears, place, async (ctx, reply) => ears.door.command?.(ctx, command.text, reply)),
  );
}

/** What somebody wrote is not ours to keep: of the delivery it is left out. */
async function hearShortcut(ears: Ears, body: unknown, ack: () => Promise<void>): Promise<void> {
  const shortcut = readShortcut(body);
  const { user, id, triggerId, responseUrl } = shortcut;
  const place = { user, triggerId, viewId: undefined, responseUrl };
  const delivery = { key: `shortcut:${triggerId}`, kind: "shortcut", body: { id, user }, place };
  await keptBefore(ears, delivery, ack, () =>
    asKnownPerson(ears, place, async (ctx, reply) => {
      const listener = ears.door.shortcuts.get(id);
      if (listener === undefined) {
        return reply.tell(sentenceView(ctx.t, ctx.t("refusal.out_of_date")));
      }
      const refused = refusedAtDoor(ctx, listener.verb);
      await (refused === undefined ? listener.run(ctx, shortcut, reply) : reply.tell(refused));
    }),
  );
}

async function findOptions(
  ears: Ears,
  payload: { action_id: string; block_id: string; value: string; user?: { id: string }; team?: { id: string } | null },
): Promise<{ text: { type: "plain_text"; text: string }; value: string }[]> {
  try {
    const listener = ears.door.options.get(listenerId(payload.action_id));
    const ctx = await ears.contextFor({ teamId: payload.team?.id ?? "", userId: payload.user?.id ?? "" });
    if (listener === undefined || ctx === undefined || refusedAtDoor(ctx, listener.verb) !== undefined) {
      return [];
    }
    const { action_id, block_id, value } = payload;
    const found = await listener.run(ctx, value, { action_id, block_id, action_ts: "", type: "external_select" });
    return found.slice(0, MOST_OPTIONS).map((one) => ({ text: plain(one.text, 75), value: one.value }));
  } catch (failure) {
    ears.parts.log.error({ failure }, "no options could be found");
    return [];
  }
}

/** What was stored and not finished when the process ended is finished now; the person has long been acknowledged. */
export async function finishKept(
  ears: Ears,
  kept: readonly { key: string; kind: string; payload: string }[],
): Promise<number> {
  let finished = 0;
  for (const delivery of kept) {
    finished += (await finishOne(ears, delivery)) ? 1 : 0;
  }
  return finished;
}

/** One that cannot be finished is marked, so that it neither stops the start nor comes again at every start. */
async function finishOne(ears: Ears, { key, kind, payload }: { key: string; kind: string; payload: string }) {
  const { database, log } = ears.parts;
  try {
    if (kind === "decision") {
      await runClickAgain(ears, JSON.parse(payload));
      await answerInbound(database, key, "");
      return true;
    }
    if (kind === "submission") {
      await runSubmissionAgain(ears, JSON.parse(payload));
      return true;
    }
    await failInbound(database, key, "interrupted");
  } catch (failure) {
    log.error({ failure, key }, "a kept delivery could not be finished");
    await failInbound(database, key, "unfinished");
  }
  return false;
}
