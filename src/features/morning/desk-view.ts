/** The desk as people see it: on the Home tab, in `/postloan due`, in the terminal. Pure. */
import { addDays } from "../../domain/dates.ts";
import { heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { batchLine, batchOf, type Folded, foldBatches, reviewBatchLine } from "./batch-line.ts";
import type { Desk, StagedItem } from "./desk.ts";
import type { DeskItem } from "./desk-items.ts";
import { PUT_OFF, SHOW_ALL } from "./ids.ts";
import { openLine, type Wording } from "./item-lines.ts";
import { DESK_STAGES, type DeskStage, firstLines } from "./stages.ts";

/** `most` lines with buttons over all groups; the rest is counted under its group and stands behind "Show all". */
export function deskPieces(wording: Wording, desk: Desk, most: number): Piece[] {
  const { t, language } = wording;
  const batch = batchOf(wording, desk.items, (item) => ({ item, stage: item.stage }));
  const singly = desk.items.filter((item) => !batch.has(item));
  const folded = foldBatches(singly, (item) => item);
  const shown = firstLines(folded.lines, most);
  const together = [...batch].map((item) => ({ item, stage: item.stage }));
  const groups = [
    ...batchLine(wording, together),
    ...DESK_STAGES.flatMap((stage) => {
      const inBatch = together.filter((one) => one.stage === stage).length;
      return groupPieces(wording, desk, { stage, count: desk.counts[stage] - inBatch }, { shown, folded });
    }),
  ];
  const total = DESK_STAGES.reduce((sum, stage) => sum + desk.counts[stage], 0);
  const told = shown.reduce((sum, item) => sum + folded.together(item).length, 0);
  return [
    ...(groups.length === 0 ? [nothingDue(wording, desk)] : groups),
    ...footer(wording, total > told ? total : 0, desk.items),
    ...(desk.waiting === 0 ? [] : [note(t("desk.waiting", { count: desk.waiting }))]),
    note(t("desk.as_of", { date: dateText(language, desk.today) })),
  ];
}

export function deskView(wording: Wording, desk: Desk, most: number): View {
  return { title: wording.t("desk.title"), pieces: deskPieces(wording, desk, most), json: deskJson(desk) };
}

export function groupHeading({ t }: Wording, stage: DeskStage, count: number, soonDays: number): Piece {
  const values = { count, days: soonDays };
  return heading(t(`desk.group.${stage}`, values));
}

/** What the whole list offers: all of it, where some had no line, and to put one of them off. */
export function footer({ t, onlySnoozes }: Wording, showAll: number, items: readonly DeskItem[]): Piece[] {
  const buttons = [
    ...(showAll > 0 ? [{ text: t("words.show_all", { count: showAll }), action: SHOW_ALL, value: "all" }] : []),
    ...(items.some(({ putOff }) => putOff.may.more)
      ? [{ text: t(onlySnoozes === true ? "desk.snooze" : "desk.put_off"), action: PUT_OFF, value: "all" }]
      : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}

interface Group {
  readonly stage: DeskStage;
  /** Of those that have a line of their own. */
  readonly count: number;
}

export interface Listed {
  readonly shown: readonly StagedItem[];
  readonly folded: Folded<StagedItem>;
}

function groupPieces(wording: Wording, desk: Desk, { stage, count }: Group, { shown, folded }: Listed): Piece[] {
  if (count === 0) {
    return [];
  }
  const here = shown.filter((item) => item.stage === stage);
  const lines = here.map((item) => reviewBatchLine(wording, folded.together(item), openLine(wording, item, stage)));
  const hidden = count - here.reduce((sum, item) => sum + folded.together(item).length, 0);
  return [
    groupHeading(wording, stage, count, desk.soonDays),
    ...lines,
    ...(hidden > 0 ? [line([quiet(wording.t("desk.more", { count: hidden }))])] : []),
  ];
}

export function nothingDue({ t, language, cards }: Wording, { today, soonDays, next }: Desk): Piece {
  const date = dateText(language, addDays(today, soonDays + 1));
  if (next === undefined) return line(t("desk.nothing", { date }));
  const text = t("desk.nothing_next", { date, name: next.borrowerName, next: dateText(language, next.dueOn) });
  return { kind: "item", text, more: cards?.(next.borrowerId) ?? [] };
}

/** What scripts read: snake_case, no words. */
function deskJson(desk: Desk): unknown {
  return {
    today: desk.today,
    counts: desk.counts,
    waiting_for_review: desk.waiting,
    items: desk.items.map((item) => ({
      number: item.number,
      stage: item.stage,
      borrower: item.borrowerNumber,
      ...(item.keyDate === undefined
        ? { kind: item.kind, mode: item.mode, state: item.state }
        : { key_date: item.keyDate.kind }),
      due_on: item.dueOn,
      provisional: item.provisional,
      late_working_days: item.stage === "late" || item.stage === "climbed" ? item.lateDays : 0,
      ...(item.climbed === undefined ? {} : { rung: item.climbed.stage }),
    })),
  };
}
