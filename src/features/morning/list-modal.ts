/** "Show all": the whole desk in a modal, a page at a time. */
import { z } from "zod";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, line, note, type Piece } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { type Desk, deskOf } from "./desk.ts";
import { groupHeading } from "./desk-view.ts";
import { LIST_MODAL, SHOW_ALL, TURN_PAGE } from "./ids.ts";
import { openLine, wordingOf } from "./item-lines.ts";
import { DESK_STAGES } from "./stages.ts";

const PAGE_ITEMS = 20;
const MODAL_BLOCKS = 100;

export async function listModal(ctx: Context, page: number): Promise<ModalView> {
  const desk = await deskOf(ctx, ctx.actor.personId);
  const pieces = isRefusal(desk) ? [line(refusalSentence(ctx.language, desk))] : pagePieces(ctx, desk, page);
  return {
    callbackId: LIST_MODAL,
    title: ctx.t("desk.list_title"),
    close: ctx.t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

/** Page numbers count from 0; one past the end shows the last, since work done meanwhile makes the list shorter. */
function pagePieces(ctx: Context, desk: Desk, wanted: number): Piece[] {
  const pages = Math.max(1, Math.ceil(desk.items.length / PAGE_ITEMS));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const items = desk.items.slice(page * PAGE_ITEMS, (page + 1) * PAGE_ITEMS);
  const wording = wordingOf(ctx);
  const groups = DESK_STAGES.flatMap((stage) => {
    const lines = items.filter((item) => item.stage === stage).map((item) => openLine(wording, item, stage));
    return lines.length === 0 ? [] : [groupHeading(wording, stage, desk.counts[stage], desk.soonDays), ...lines];
  });
  const buttons = [
    ...(page > 0 ? [pageButton(ctx.t("words.previous_page"), page - 1)] : []),
    ...(page < pages - 1 ? [pageButton(ctx.t("words.next_page"), page + 1)] : []),
  ];
  return [
    ...(groups.length === 0 ? [line(ctx.t("morning.all_done"))] : groups),
    ...(pages > 1 ? [note(ctx.t("words.page", { page: page + 1, pages }))] : []),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

function pageButton(text: string, page: number): Button {
  return { text, action: TURN_PAGE, value: String(page) };
}

const pageNumber = z.coerce.number().int().min(0).catch(0);

export function registerList(door: Door): void {
  door.onOpen(SHOW_ALL, "see_own_desk", (ctx, _click, reply) => reply.openModal(() => listModal(ctx, 0)));
  door.onOpen(TURN_PAGE, "see_own_desk", async (ctx, click, reply) =>
    reply.updateModal(await listModal(ctx, pageNumber.parse(click.value))),
  );
}
