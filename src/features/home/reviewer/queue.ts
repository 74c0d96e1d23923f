/** The reviewer's queue: how much, how bad and how old; what is read one by one, and clean checks that are approved together (R70). */
import { MARK_LEVELS } from "../../../domain/templates/condition.ts";
import type { Context } from "../../../platform/context.ts";
import { bold, heading, line, note, type Piece } from "../../../platform/view.ts";
import {
  type QueueEntry,
  type QueueReader,
  queueParts,
  readerOf,
  SHOW_QUEUE,
  waitingFor,
} from "../../review-queue/index.ts";

const SHOWN = 8;

export async function reviewPieces(ctx: Context): Promise<Piece[]> {
  const { t } = ctx;
  const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
  if (entries.length === 0) {
    return [heading(t("home.queue", { count: 0 })), line(t("queue.done"))];
  }
  const reader = readerOf(ctx);
  const { singly, together, rest } = queueParts(entries, reader, SHOWN);
  const showAll = { text: t("words.show_all", { count: entries.length }), action: SHOW_QUEUE, value: "0" };
  const isMixed = singly.length > 0 && together.length > 0;
  return [
    heading(t("home.queue", { count: entries.length })),
    note(summary(ctx, entries, reader)),
    ...(isMixed ? [line([bold(t("home.queue.singly"))])] : []),
    ...singly,
    ...(together.length > 0 ? [line([bold(t("home.queue.together"))])] : []),
    ...together,
    ...(rest > 0 ? [note(t("queue.more", { count: rest })), { kind: "buttons" as const, buttons: [showAll] }] : []),
  ];
}

/** `1 red · 2 orange · 4 without a finding · the oldest has waited 3 working days · 2 over their time` */
function summary({ t, now }: Context, entries: readonly QueueEntry[], reader: QueueReader): string {
  const waits = entries.flatMap((entry) => reader.waits(entry) ?? []);
  const today = now.toISODate();
  const late = waits.filter(({ by }) => by < today).length;
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
