/** The reviewer's queue: how much, how bad and how old; what is read one by one, and clean checks that are approved together (R70). */
import { MARK_LEVELS } from "../../../domain/templates/condition.ts";
import type { Context } from "../../../platform/context.ts";
import { bold, heading, line, note, type Piece } from "../../../platform/view.ts";
import {
  narrowed,
  pageValue,
  type QueueEntry,
  type QueueReader,
  queueParts,
  readerOf,
  SHOW_QUEUE,
} from "../../review-queue/index.ts";
import { OPEN_ROUTINE, outlierText, routineQueue, routineValue } from "../../reviews/index.ts";
import type { Choices } from "../choices.ts";
import { chosenOfQueue, queueFilters } from "./filters.ts";

const SHOWN = 8;

export async function reviewPieces(ctx: Context, choices: Choices): Promise<Piece[]> {
  const { t } = ctx;
  const { entries, clean, why } = await routineQueue(ctx);
  if (entries.length === 0) {
    return [heading(t("home.queue", { count: 0 })), line(t("queue.done"))];
  }
  const reader = readerOf(ctx);
  const choice = chosenOfQueue(entries, choices);
  const chosen = narrowed(entries, choice, reader);
  const theirs = choice.view === "all" ? narrowed(clean, choice, reader) : [];
  // One alone is read like any other.
  const joined = theirs.length > 1 ? theirs : [];
  const others = chosen.filter((entry) => !joined.includes(entry));
  const { singly, together, rest } = queueParts(others, reader, SHOWN, ({ reportId }) =>
    outlierText(why.get(reportId) ?? [], t),
  );
  const approvable = joined.length === 0 ? [] : [cleanPiece(ctx, joined, choice.officerId)];
  const showAll = {
    text: t("words.show_all", { count: chosen.length }),
    action: SHOW_QUEUE,
    value: pageValue(0, choice),
  };
  const atOnce = [...approvable, ...together];
  const isMixed = singly.length > 0 && atOnce.length > 0;
  return [
    heading(t("home.queue", { count: entries.length })),
    note(summary(ctx, entries, reader)),
    ...queueFilters(ctx, entries, choice, reader),
    ...(chosen.length === 0 ? [line(t("home.none_of_view"))] : []),
    ...(isMixed ? [line([bold(t("home.queue.singly"))])] : []),
    ...singly,
    ...(atOnce.length > 0 ? [line([bold(t("home.queue.together"))])] : []),
    ...atOnce,
    ...(rest > 0 ? [note(t("queue.more", { count: rest })), { kind: "buttons" as const, buttons: [showAll] }] : []),
  ];
}

function cleanPiece({ t }: Context, clean: readonly QueueEntry[], officerId: string | undefined): Piece {
  const officers = new Set(clean.map(({ submittedBy }) => submittedBy)).size;
  return {
    kind: "item",
    text: t("routine.line", { count: clean.length, officers }),
    buttons: [{ text: t("routine.open"), action: OPEN_ROUTINE, value: routineValue(officerId), style: "primary" }],
  };
}

/** `1 red · 2 orange · 4 without a finding · the oldest has waited 3 working days · 2 over their time` */
function summary({ t }: Context, entries: readonly QueueEntry[], reader: QueueReader): string {
  const waits = entries.flatMap((entry) => reader.waits(entry) ?? []);
  const late = waits.filter(({ isLate }) => isLate).length;
  const oldest = Math.max(0, ...waits.map(({ days }) => days));
  const levels = MARK_LEVELS.toReversed().map((level) => ({
    level,
    count: entries.filter((one) => one.level === level).length,
  }));
  const clean = entries.filter(({ level }) => level === undefined).length;
  return [
    ...levels.filter(({ count }) => count > 0).map(({ level, count }) => `${count} ${t(`check.level.${level}`)}`),
    ...(clean > 0 ? [t("home.queue.clean", { count: clean })] : []),
    ...(oldest > 0 ? [t("home.queue.oldest", { days: oldest })] : []),
    ...(late > 0 ? [t("home.queue.late", { count: late })] : []),
  ].join(" · ");
}
