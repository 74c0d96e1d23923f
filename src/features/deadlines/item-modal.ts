/** What stands behind *More* on a line: how the item stands, and what may be done to put it off. */
import { isoDate } from "../../domain/dates.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { ATTEMPT_REASONS } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { ATTEMPT, END_SNOOZE, EXTEND, ITEM_MODAL, SNOOZE } from "./ids.ts";
import { askedExtension, type ItemCase, openItem, runningSnooze } from "./item-case.ts";

export const itemCards = cardModals(ITEM_MODAL, "deadline.title", 30);
const ATTEMPTS_SHOWN = 5;

export async function itemModal(ctx: Context, inspectionId: string): Promise<ModalView> {
  const item = await openItem(ctx, "snooze_item", inspectionId);
  return isRefusal(item) ? itemCards.refused(ctx, item) : itemCards.card(ctx, itemPieces(ctx, item));
}

function itemPieces(ctx: Context, item: ItemCase): Piece[] {
  const { row, dueOn } = item;
  const due = ctx.t("desk.due", { date: dateText(ctx.language, dueOn) });
  return [
    {
      kind: "item",
      text: [bold(row.borrower.name), " · ", row.number, " · ", due],
      more: customerMore(ctx, row.borrowerId),
    },
    ...standingPieces(ctx, item),
    { kind: "buttons", buttons: buttonsOf(ctx, item) },
    note(ctx.t("deadline.runs_on")),
  ];
}

function standingPieces(ctx: Context, item: ItemCase): Piece[] {
  const { t, language } = ctx;
  const asked = askedExtension(item);
  const quiet = runningSnooze(ctx, item);
  const moved = item.row.extensions.filter(({ state }) => state === "approved");
  const said = [
    ...(quiet === undefined ? [] : [t("deadline.quiet", { date: dateText(language, isoDate(quiet.untilOn)) })]),
    ...(asked === undefined ? [] : [t("deadline.asked", { date: dateText(language, isoDate(asked.toDueOn)) })]),
    ...moved.map(({ fromDueOn }) => t("deadline.moved", { date: dateText(language, isoDate(fromDueOn)) })),
    ...item.row.attempts.slice(0, ATTEMPTS_SHOWN).map((attempt) =>
      t("deadline.attempted", {
        date: dateText(language, isoDate(attempt.attemptedOn)),
        reason: t(`attempt.reason.${oneOf(ATTEMPT_REASONS, attempt.reason)}`),
        next: dateText(language, isoDate(attempt.nextAttemptOn)),
      }),
    ),
  ];
  return said.map((sentence) => line(sentence));
}

/** Only what the reader may do to it now. */
function buttonsOf(ctx: Context, item: ItemCase): Button[] {
  const { t } = ctx;
  const value = item.row.id;
  const may = (verb: "ask_extension" | "record_attempt") => authorize(ctx, verb, item.subject) === undefined;
  const canExtend = item.state !== "returned" && askedExtension(item) === undefined && may("ask_extension");
  return [
    runningSnooze(ctx, item) === undefined
      ? { text: t("deadline.snooze"), action: SNOOZE, value }
      : { text: t("deadline.end_snooze"), action: END_SNOOZE, value },
    ...(canExtend ? [{ text: t("deadline.extend"), action: EXTEND, value }] : []),
    ...(may("record_attempt") ? [{ text: t("deadline.attempt"), action: ATTEMPT, value }] : []),
  ];
}
