/** Bolt's side of the door: keeps the delivery, acknowledges, knows the person, runs the listener, answers failures. */
import type { App } from "@slack/bolt";
import { translator } from "../../texts/index.ts";
import type { Context, Parts } from "../context.ts";
import { answerInbound, failInbound, storeInbound } from "../inbound/store.ts";
import { plainText, type View } from "../view.ts";
import type { SlackClients } from "./clients.ts";
import type { ClickListener, Door } from "./door.ts";
import { failureView, refusedAtDoor, strangerView } from "./known-person.ts";
import { type AckBody, ackBody, type SubmissionAnswer } from "./modal.ts";
import { type Click, commandPayload, listenerId, readClick, readSubmission, type SlackUser } from "./payload.ts";
import { plain } from "./render.ts";
import { type Place, placeOfClick, replyTo } from "./reply.ts";

export interface Ears {
  readonly parts: Parts;
  readonly door: Door;
  readonly clients: SlackClients;
  /** The person's context, or nothing where the Slack account belongs to nobody we know. */
  contextFor(user: SlackUser): Promise<Context | undefined>;
}

export function hear(bolt: App, ears: Ears): void {
  bolt.action(/.*/, async ({ ack, body }) => hearClick(ears, body, ack));
  bolt.view(/.*/, async ({ ack, body }) => {
    await hearSubmission(ears, body, async (answer) => (answer === undefined ? ack() : ack(answer)));
  });
  bolt.view({ type: "view_closed", callback_id: /.*/ }, async ({ ack }) => ack());
  bolt.options(/.*/, async ({ ack, payload }) => {
    await ack({ options: await findOptions(ears, payload) });
  });
  bolt.command(/.*/, async ({ ack, body }) => hearCommand(ears, body, ack));
  bolt.event("app_home_opened", async ({ event, context }) => {
    if (event.tab === "home") {
      await publishHome(ears, { teamId: context.teamId ?? "", userId: event.user });
    }
  });
  bolt.event("user_change", async ({ event, context }) => {
    await ears.door.userChanged?.({ teamId: context.teamId ?? event.user.team_id ?? "", userId: event.user.id });
  });
}

async function hearClick(ears: Ears, body: unknown, ack: () => Promise<void>): Promise<void> {
  const { click, key } = readClick(body);
  const listener = ears.door.clicks.get(click.action);
  if (listener === undefined || listener.draft) {
    await ack();
    await runClick(ears, listener, click);
    return;
  }
  const kept = await keep(ears, key, listener.again ? "decision" : "click", body);
  await ack();
  if (kept.fresh) {
    await runClick(ears, listener, click);
    await answerInbound(ears.parts.database, key, "");
  }
}

async function runClick(ears: Ears, listener: ClickListener | undefined, click: Click): Promise<void> {
  await asKnownPerson(ears, placeOfClick(click, translator("en")), click.user, async (ctx, place) => {
    const reply = replyTo(ears.clients.people, place);
    const refused = listener === undefined ? undefined : refusedAtDoor(ctx, listener.verb);
    if (refused !== undefined) {
      await reply.tell(refused);
      return;
    }
    await listener?.run(ctx, click, reply);
  });
}

/** A submission is in the database before Slack is told; a repeat gets the first answer again. */
async function hearSubmission(ears: Ears, body: unknown, ack: (answer: AckBody) => Promise<void>): Promise<void> {
  const { submission, key } = readSubmission(body);
  const listener = ears.door.submissions.get(submission.view.callbackId);
  const kept = await keep(ears, key, "submission", body);
  if (!kept.fresh && kept.answer !== null) {
    await ack(storedAnswer(kept.answer));
    return;
  }
  const ctx = await ears.contextFor(submission.user);
  if (ctx === undefined || listener === undefined) {
    await ack(ctx === undefined ? noticeBody(strangerView(), "OK") : undefined);
    return;
  }
  const place = placeOfView(submission.user, submission.triggerId, submission.view.id, ctx);
  const answer = await decideSubmission(ears, ctx, async () => {
    const refused = refusedAtDoor(ctx, listener.verb);
    return refused === undefined
      ? ackBody(await listener.run(ctx, submission, replyTo(ears.clients.people, place)))
      : noticeBody(refused, ctx.t("words.close"));
  });
  if (answer.done) {
    await answerInbound(ears.parts.database, key, JSON.stringify(answer.body ?? null));
  } else {
    await failInbound(ears.parts.database, key, "failed");
  }
  await ack(answer.body);
}

async function decideSubmission(
  ears: Ears,
  ctx: Context,
  run: () => Promise<AckBody>,
): Promise<{ done: boolean; body: AckBody }> {
  try {
    return { done: true, body: await run() };
  } catch (failure) {
    return { done: false, body: noticeBody(failureView(ctx, ears.parts.log, failure), ctx.t("words.close")) };
  }
}

/** What could not be done is pushed on top, so that the form below keeps everything that was typed. */
function noticeBody(view: View, close: string): AckBody {
  const blocks = view.pieces.flatMap((piece) =>
    "text" in piece ? [{ type: "section" as const, text: plain(plainText(piece.text), 3000) }] : [],
  );
  const view_ = {
    type: "modal" as const,
    callback_id: "notice",
    title: plain(view.title, 24),
    close: plain(close, 24),
    blocks,
  };
  return { response_action: "push", view: view_ };
}

function storedAnswer(text: string): AckBody {
  const body: AckBody | null = JSON.parse(text);
  return body ?? undefined;
}

async function hearCommand(ears: Ears, body: unknown, ack: () => Promise<void>): Promise<void> {
  const command = commandPayload.parse(body);
  const key = `command:${command.trigger_id}`;
  const kept = await keep(ears, key, "command", body);
  await ack();
  if (!kept.fresh) {
    return;
  }
  const user = { teamId: command.team_id, userId: command.user_id };
  const place: Place = {
    user,
    triggerId: command.trigger_id,
    viewId: undefined,
    channelId: command.channel_id,
    t: translator("en"),
  };
  await asKnownPerson(ears, place, user, async (ctx, own) => {
    await ears.door.command?.(ctx, command.text, replyTo(ears.clients.people, own));
  });
  await answerInbound(ears.parts.database, key, "");
}

async function findOptions(
  ears: Ears,
  payload: { action_id: string; block_id: string; value: string; user?: { id: string }; team?: { id: string } | null },
): Promise<{ text: { type: "plain_text"; text: string }; value: string }[]> {
  const listener = ears.door.options.get(listenerId(payload.action_id));
  const ctx = await ears.contextFor({ teamId: payload.team?.id ?? "", userId: payload.user?.id ?? "" });
  if (listener === undefined || ctx === undefined || refusedAtDoor(ctx, listener.verb) !== undefined) {
    return [];
  }
  const element = { action_id: payload.action_id, block_id: payload.block_id, action_ts: "", type: "external_select" };
  const found = await listener.run(ctx, payload.value, element);
  return found.slice(0, 100).map((one) => ({ text: plain(one.text, 75), value: one.value }));
}

export async function publishHome(ears: Ears, user: SlackUser): Promise<void> {
  const ctx = await ears.contextFor(user);
  const { home } = ears.door;
  if (home === undefined) {
    return;
  }
  const blocks =
    ctx === undefined
      ? strangerView().pieces.flatMap((piece) =>
          "text" in piece ? [{ type: "section" as const, text: plain(plainText(piece.text), 3000) }] : [],
        )
      : await home.run(ctx);
  await ears.clients.people.views.publish({ user_id: user.userId, view: { type: "home", blocks } });
}

async function asKnownPerson(
  ears: Ears,
  place: Place,
  user: SlackUser,
  run: (ctx: Context, place: Place) => Promise<void>,
): Promise<void> {
  const ctx = await ears.contextFor(user);
  if (ctx === undefined) {
    await replyTo(ears.clients.people, place).tell(strangerView());
    return;
  }
  const own = { ...place, t: ctx.t };
  try {
    await run(ctx, own);
  } catch (failure) {
    await replyTo(ears.clients.people, own).tell(failureView(ctx, ears.parts.log, failure));
  }
}

function placeOfView(user: SlackUser, triggerId: string | undefined, viewId: string, ctx: Context): Place {
  return { user, triggerId, viewId, channelId: undefined, t: ctx.t };
}

function keep(ears: Ears, key: string, kind: string, body: unknown) {
  const receivedAt = ears.parts.clocks.machineNow();
  return storeInbound(ears.parts.database, { key, kind, payload: JSON.stringify(body), receivedAt });
}

/** What was stored and not finished when the process ended is finished now; the person has long been acknowledged. */
export async function finishKept(
  ears: Ears,
  kept: readonly { key: string; kind: string; payload: string }[],
): Promise<number> {
  let finished = 0;
  for (const delivery of kept) {
    const body: unknown = JSON.parse(delivery.payload);
    if (delivery.kind === "decision") {
      const { click } = readClick(body);
      await runClick(ears, ears.door.clicks.get(click.action), { ...click, triggerId: undefined });
      await answerInbound(ears.parts.database, delivery.key, "");
      finished += 1;
    }
    if (delivery.kind === "submission") {
      await hearSubmission(ears, body, async () => undefined);
      finished += 1;
    }
  }
  return finished;
}

export type { SubmissionAnswer };
