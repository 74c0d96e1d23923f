/** Answers to a person who is looking: modals and words only they see. */
import type { ModalView as SlackModal } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Translate } from "../../texts/index.ts";
import { readFailure } from "../outbox/slack-failure.ts";
import type { View } from "../view.ts";
import type { Reply } from "./door.ts";
import { type ModalView, slackModal } from "./modal.ts";
import type { Click, SlackUser } from "./payload.ts";
import { type RenderedMessage, renderMessage, renderPlainer, toBlocks } from "./render.ts";
import { shareFile } from "./share-file.ts";
import { fetchOf } from "./way-out.ts";

/** A trigger lives three seconds: past this the skeleton is opened and filled afterwards. */
const SKELETON_AFTER_MS = 900;
const MODAL_BLOCKS = 100;
const RESPONSE_TIMEOUT_MS = 2_000;

export interface Place {
  readonly user: SlackUser;
  readonly triggerId: string | undefined;
  /** The modal they acted in. */
  readonly viewId: string | undefined;
  /** Works in every conversation, also where the bot is no member. */
  readonly responseUrl: string | undefined;
  readonly t: Translate;
}

export function placeOfClick(click: Click, t: Translate): Place {
  return {
    user: click.user,
    triggerId: click.triggerId,
    viewId: click.view?.id,
    responseUrl: click.responseUrl,
    t,
  };
}

/** One per request: it remembers the skeleton that it left standing. */
export function replyTo(client: WebClient, place: Place, showHome: () => Promise<void>): Reply {
  let skeletonId: string | undefined;
  const show = async (how: "open" | "push", build: () => Promise<ModalView>) => {
    if (place.triggerId === undefined) {
      return;
    }
    const building = build();
    const early = await Promise.race([building, after(SKELETON_AFTER_MS)]);
    if (early !== undefined) {
      await client.views[how]({ trigger_id: place.triggerId, view: slackModal(early) });
      return;
    }
    const opened = await client.views[how]({ trigger_id: place.triggerId, view: skeleton(place.t) });
    skeletonId = opened.view?.id;
    const view = slackModal(await building);
    await unlessClosed(client.views.update({ view_id: skeletonId ?? "", hash: opened.view?.hash ?? "", view }));
    skeletonId = undefined;
  };
  return {
    openModal: (build) => show("open", build),
    pushModal: (build) => show("push", build),
    updateModal: async (view) => {
      await (place.viewId === undefined
        ? show("open", async () => view)
        : unlessClosed(client.views.update({ view_id: place.viewId, view: slackModal(view) })));
    },
    showHome,
    tell: (view) => tellSomewhere(client, place, skeletonId, view),
    share: (file) => shareFile(client, place.user.userId, file),
  };
}

/** Where the person is looking, or else in the conversation with the bot: a refusal of one place is no reason to be silent. */
async function tellSomewhere(client: WebClient, place: Place, skeletonId: string | undefined, view: View) {
  const ways = [
    () => tellInModal(client, place, skeletonId, view),
    () => tellInConversation(client, place.responseUrl, view),
    () => tellOnTop(client, place, view),
  ];
  for (const way of ways) {
    if (await way().catch(() => false)) {
      return;
    }
  }
  const plainer = renderPlainer(view) ?? renderMessage(view);
  await client.chat.postMessage({ channel: place.user.userId, ...plainer });
}

async function tellInModal(client: WebClient, place: Place, skeletonId: string | undefined, view: View) {
  if (skeletonId !== undefined) {
    await client.views.update({ view_id: skeletonId, view: notice(view, place.t) });
    return true;
  }
  if (place.viewId === undefined || place.triggerId === undefined) {
    return false;
  }
  await client.views.push({ trigger_id: place.triggerId, view: notice(view, place.t) });
  return true;
}

async function tellInConversation(client: WebClient, responseUrl: string | undefined, view: View): Promise<boolean> {
  if (responseUrl === undefined) {
    return false;
  }
  const plainer = renderPlainer(view);
  return (
    (await respond(client, responseUrl, renderMessage(view))) ||
    (plainer !== undefined && (await respond(client, responseUrl, plainer)))
  );
}

/** Whether Slack took it: a refusal comes with a status, or in the body. */
async function respond(client: WebClient, responseUrl: string, message: RenderedMessage): Promise<boolean> {
  const answer = await fetchOf(client)(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, ...message }),
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  return answer.ok && !/"ok":\s*false/.test(await answer.text());
}

/** The Home tab has no conversation and no modal of its own. */
async function tellOnTop(client: WebClient, place: Place, view: View): Promise<boolean> {
  if (place.viewId !== undefined || place.triggerId === undefined) {
    return false;
  }
  await client.views.open({ trigger_id: place.triggerId, view: notice(view, place.t) });
  return true;
}

/** Not as the answer to a click: something has come that the open modal tells. */
export async function updateOpenModal(client: WebClient, viewId: string, view: ModalView): Promise<void> {
  await unlessClosed(client.views.update({ view_id: viewId, view: slackModal(view) }));
}

/** A person who has closed the modal meanwhile misses nothing that they wanted. */
async function unlessClosed(updating: Promise<unknown>): Promise<void> {
  try {
    await updating;
  } catch (failure) {
    if (readFailure(failure).platform !== "not_found") {
      throw failure;
    }
  }
}

export function notice(view: View, t: Translate): SlackModal {
  const blocks = toBlocks(view.pieces, MODAL_BLOCKS);
  return slackModal({ callbackId: "notice", title: view.title, close: t("words.close"), blocks });
}

function skeleton(t: Translate): SlackModal {
  const blocks = toBlocks([{ kind: "line", text: t("words.loading") }], 1);
  return slackModal({ callbackId: "skeleton", title: t("words.product"), close: t("words.close"), blocks });
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}
