/** What does not fit on the tab is a button away: all of one list, in a modal. */
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { ownSignals, unansweredReds } from "../signals/index.ts";
import { ALL_OF_MODAL, SHOW_ALL_OF } from "./ids.ts";
import { DECISIONS } from "./manager/decision-kinds.ts";

const MODAL_LINES = 40;
const MODAL_BLOCKS = 100;

const LISTS = { ...DECISIONS, own_signals: ownSignals, red_signals: unansweredReds };
export type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS).filter((name): name is ListName => Object.hasOwn(LISTS, name));

export const listTitle = ({ t }: Context, name: ListName, count: number): string => t(`home.list.${name}`, { count });

/** Nothing where all of it has been shown. */
export function restPieces({ t }: Context, name: ListName, count: number, shown: number): Piece[] {
  const text = t("words.show_all", { count });
  return count > shown ? [{ kind: "buttons", buttons: [{ text, action: SHOW_ALL_OF, value: name }] }] : [];
}

/** As it is now, for whoever presses. */
export async function allOfModal(ctx: Context, wanted: string): Promise<ModalView> {
  const name = NAMES.find((one) => one === wanted);
  const found = name === undefined ? undefined : await LISTS[name](ctx, MODAL_LINES);
  const pieces =
    name === undefined || found === undefined || found.count === 0
      ? [line(ctx.t("home.list.none"))]
      : [
          line([bold(listTitle(ctx, name, found.count))]),
          ...found.pieces,
          ...(found.count > MODAL_LINES ? [note(ctx.t("desk.more", { count: found.count - MODAL_LINES }))] : []),
        ];
  return {
    callbackId: ALL_OF_MODAL,
    title: ctx.t("home.list.title"),
    close: ctx.t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}
