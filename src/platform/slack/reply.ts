/** Answers to a person who is looking: modals and words only they see. */
import type { ModalView as SlackModal } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Translate } from "../../texts/index.ts";
import type { Reply } from "./door.ts";
import { type ModalView, slackModal } from "./modal.ts";
import type { Click, SlackUser } from "./payload.ts";
import { renderMessage, toBlocks } from "./render.ts";

/** A trigger lives three seconds: past this the skeleton is opened and filled afterwards. */
const SKELETON_AFTER_MS = 900;
const MODAL_BLOCKS = 100;

export interface Place {
  readonly user: SlackUser;
  readonly triggerId: string | undefined;
  readonly viewId: string | undefined;
  readonly channelId: string | undefined;
  readonly t: Translate;
}

export function placeOfClick(click: Click, t: Translate): Place {
  return {
    user: click.user,
    triggerId: click.triggerId,
    viewId: click.view?.id,
    channelId: click.message?.channelId,
    t,
  };
}

export function replyTo(client: WebClient, place: Place): Reply {
  return {
    openModal: (build) => showModal(client, place, "open", build),
    pushModal: (build) => showModal(client, place, "push", build),
    updateModal: async (view) => {
      if (place.viewId !== undefined) {
        await client.views.update({ view_id: place.viewId, view: slackModal(view) });
      }
    },
    tell: async (view) => {
      if (place.viewId !== undefined && place.triggerId !== undefined) {
        const blocks = toBlocks(view.pieces, MODAL_BLOCKS);
        const notice: ModalView = { callbackId: "notice", title: view.title, close: place.t("words.close"), blocks };
        await client.views.push({ trigger_id: place.triggerId, view: slackModal(notice) });
        return;
      }
      const message = renderMessage(view);
      const channel = place.channelId ?? place.user.userId;
      if (place.channelId === undefined) {
        await client.chat.postMessage({ channel, ...message });
        return;
      }
      await client.chat.postEphemeral({ channel, user: place.user.userId, ...message });
    },
  };
}

async function showModal(
  client: WebClient,
  place: Place,
  how: "open" | "push",
  build: () => Promise<ModalView>,
): Promise<void> {
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
  const view = slackModal(await building);
  await client.views.update({ view_id: opened.view?.id ?? "", hash: opened.view?.hash ?? "", view });
}

function skeleton(t: Translate): SlackModal {
  const text = { type: "mrkdwn" as const, text: t("words.loading") };
  return slackModal({
    callbackId: "skeleton",
    title: t("words.product"),
    close: t("words.close"),
    blocks: [{ type: "section", text }],
  });
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}
