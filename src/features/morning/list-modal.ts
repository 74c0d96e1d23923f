/** The whole desk in a modal, a page at a time: to work through, or to put something off. */
import { z } from "zod";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, line, note, type Piece } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { type Desk, deskOf, type StagedItem } from "./desk.ts";
import { deskPage } from "./desk-page.ts";
import { LIST_MODAL, PUT_OFF, SHOW_ALL, TURN_PAGE, TURN_PUT_OFF_PAGE } from "./ids.ts";
import { openLine, putOffLine, wordingOf } from "./item-lines.ts";
import type { DeskStage } from "./stages.ts";

const PAGE_ITEMS = 20;
const MODAL_BLOCKS = 100;

/** What each line offers: the button that does the work, or *More*, behind which stands what puts it off. */
export type Offered = "work" | "put_off";

export async function listModal(ctx: Context, page: number, offered: Offered = "work"): Promise<ModalView> {
  const desk = await deskOf(ctx, ctx.actor.personId);
  const pieces = isRefusal(desk) ? [line(refusalSentence(ctx.language, desk))] : pagePieces(ctx, desk, page, offered);
  return {
    callbackId: LIST_MODAL,
    title: ctx.t(titleOf(offered, wordingOf(ctx).onlySnoozes === true)),
    close: ctx.t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

function titleOf(offered: Offered, onlySnoozes: boolean) {
  if (offered === "work") {
    return "desk.list_title";
  }
  return onlySnoozes ? "deadline.snooze" : "desk.put_off_title";
}

function pagePieces(ctx: Context, desk: Desk, wanted: number, offered: Offered): Piece[] {
  const wording = wordingOf(ctx);
  const isWork = offered === "work";
  const items = isWork ? desk.items : desk.items.filter(({ putOff }) => putOff.may.more);
  const lineOf = (item: StagedItem, stage: DeskStage) =>
    isWork ? openLine(wording, item, stage) : putOffLine(wording, item, stage);
  const { counts } = desk;
  const { pieces, page, pages } = deskPage(
    wording,
    { ...desk, items },
    { page: wanted, size: PAGE_ITEMS, lineOf, counts },
  );
  const buttons = [
    ...(page > 0 ? [pageButton(ctx.t("words.previous_page"), page - 1, offered)] : []),
    ...(page < pages - 1 ? [pageButton(ctx.t("words.next_page"), page + 1, offered)] : []),
  ];
  return [
    ...(pieces.length === 0 ? [line(ctx.t("morning.all_done"))] : pieces),
    ...(pages > 1 ? [note(ctx.t("words.page", { page: page + 1, pages }))] : []),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

function pageButton(text: string, page: number, offered: Offered): Button {
  return { text, action: offered === "work" ? TURN_PAGE : TURN_PUT_OFF_PAGE, value: String(page) };
}

const pageNumber = z.coerce.number().int().min(0).catch(0);

export function registerList(door: Door): void {
  const lists = [
    [SHOW_ALL, TURN_PAGE, "work"],
    [PUT_OFF, TURN_PUT_OFF_PAGE, "put_off"],
  ] as const;
  for (const [open, turn, offered] of lists) {
    door.onOpen(open, "see_own_desk", (ctx, _click, reply) => reply.openModal(() => listModal(ctx, 0, offered)));
    door.onOpen(turn, "see_own_desk", async (ctx, click, reply) =>
      reply.updateModal(await listModal(ctx, pageNumber.parse(click.value), offered)),
    );
  }
}
