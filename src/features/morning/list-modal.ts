/** The whole desk in a modal, a page at a time: to work through, or to put something off. */
import { z } from "zod";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, line, note, type Piece } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { foldBatches, reviewBatchLine } from "./batch-line.ts";
import { type Desk, deskOf, type StagedItem } from "./desk.ts";
import { groupHeading, type Listed } from "./desk-view.ts";
import { LIST_MODAL, PUT_OFF, SHOW_ALL, TURN_PAGE, TURN_PUT_OFF_PAGE } from "./ids.ts";
import { openLine, putOffLine, wordingOf } from "./item-lines.ts";
import { DESK_STAGES, type DeskStage } from "./stages.ts";

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

/** Page numbers count from 0; one past the end shows the last, since work done meanwhile makes the list shorter. */
function pagePieces(ctx: Context, desk: Desk, wanted: number, offered: Offered): Piece[] {
  const folded = foldBatches(desk.items, (item) => item);
  const listed = offered === "work" ? folded.lines : desk.items.filter(({ putOff }) => putOff.may.more);
  const pages = Math.max(1, Math.ceil(listed.length / PAGE_ITEMS));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = listed.slice(page * PAGE_ITEMS, (page + 1) * PAGE_ITEMS);
  const groups = groupPieces(ctx, desk, { shown, folded }, offered);
  const buttons = [
    ...(page > 0 ? [pageButton(ctx.t("words.previous_page"), page - 1, offered)] : []),
    ...(page < pages - 1 ? [pageButton(ctx.t("words.next_page"), page + 1, offered)] : []),
  ];
  return [
    ...(groups.length === 0 ? [line(ctx.t("morning.all_done"))] : groups),
    ...(pages > 1 ? [note(ctx.t("words.page", { page: page + 1, pages }))] : []),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

function groupPieces(ctx: Context, desk: Desk, { shown, folded }: Listed, offered: Offered): Piece[] {
  const wording = wordingOf(ctx);
  const lineOf = (item: StagedItem, stage: DeskStage) =>
    offered === "work"
      ? reviewBatchLine(wording, folded.together(item), openLine(wording, item, stage))
      : putOffLine(wording, item, stage);
  return DESK_STAGES.flatMap((stage) => {
    const lines = shown.filter((item) => item.stage === stage).map((item) => lineOf(item, stage));
    return lines.length === 0 ? [] : [groupHeading(wording, stage, desk.counts[stage], desk.soonDays), ...lines];
  });
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
