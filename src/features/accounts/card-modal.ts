/** The card in a modal: opened where a customer is named, by a command, or from what a search found. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { OPEN_CUSTOMER } from "../named-customers/index.ts";
import { cardOf, seenCustomer } from "./card.ts";
import { cardPage } from "./card-pages.ts";
import { cardPieces } from "./card-view.ts";
import { CARD_MODAL, TURN_CARD } from "./ids.ts";
import { type CardPlace, readPlace } from "./place.ts";

const MODAL_BLOCKS = 100;
const cards = cardModals(CARD_MODAL, "account.card", MODAL_BLOCKS);

/** `id` may be any reference of the customer; who may not see them reads that there is no such customer. */
export async function customerModal(ctx: Context, place: CardPlace): Promise<ModalView> {
  const seen = await seenCustomer(ctx, place.id);
  if (isRefusal(seen)) return cards.refused(ctx, seen);
  const isFirst = place.part === "card";
  return cards.card(ctx, isFirst ? cardPieces(ctx, await cardOf(ctx, seen)) : await cardPage(ctx, seen, place));
}

export function registerCards(door: Door): void {
  for (const action of [OPEN_CUSTOMER, TURN_CARD]) {
    door.onOpen(action, "see_account", (ctx, click, reply) =>
      showInPlace("customers.", click, reply, () => customerModal(ctx, readPlace(click.value))),
    );
  }
}
