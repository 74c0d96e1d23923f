/** Off-site checks of current retail customers stand as one line, with the one button that does them together (R70, R138). Pure. */

import { compareDates } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText, dayText } from "../../texts/dates.ts";
import { OPEN_BATCH_REVIEW } from "../review-queue/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { OPEN_BATCH } from "./ids.ts";
import type { Wording } from "./item-lines.ts";
import type { DeskStage } from "./stages.ts";

const OWN: readonly DeskStage[] = ["late", "due_today", "due_soon"];

interface Staged {
  readonly item: DeskItem;
  readonly stage: DeskStage;
}

/** Those that stand in the line; none where there are fewer than the policy wants in a batch, or the reader does no checks. */
export function batchOf<T>(
  { batchFrom, givesOn }: Wording,
  items: readonly T[],
  stagedOf: (one: T) => Staged | undefined,
): ReadonlySet<T> {
  const some = items.filter((one) => {
    const staged = stagedOf(one);
    return staged !== undefined && OWN.includes(staged.stage) && staged.item.batchable === true;
  });
  const isOne = batchFrom !== undefined && givesOn !== true && some.length >= batchFrom;
  return new Set(isOne ? some : []);
}

export function batchLine({ t, language }: Wording, items: readonly Staged[]): Piece[] {
  const [earliest] = items.map(({ item }) => item.dueOn).toSorted(compareDates);
  if (earliest === undefined) return [];
  const late = items.filter(({ stage }) => stage === "late").length;
  return [
    {
      kind: "item",
      text: [bold(t("batch.line", { count: items.length, late }))],
      detail: [quiet(t("batch.line_detail", { date: dateText(language, earliest) }))],
      buttons: [{ text: t("batch.open"), action: OPEN_BATCH, value: "open" }],
    },
  ];
}

/** What was submitted together is one line too. */
export function batchDoneLine({ t }: Wording, count: number): Piece[] {
  if (count === 0) return [];
  return [{ kind: "line", text: [bold(t("batch.line_done", { count })), " · ", quiet(t("batch.line_became"))] }];
}

/** What has a line, and what stands in it. */
export interface Folded<T> {
  readonly lines: readonly T[];
  /** Only the one itself, but for a batch. */
  together(one: T): readonly T[];
}

/** Reports of one batch that wait too long are decided on one screen: one line, where the first of them stands. */
export function foldBatches<T>(all: readonly T[], itemOf: (one: T) => DeskItem | undefined): Folded<T> {
  const batches = new Map<string, T[]>();
  for (const one of all) {
    const review = itemOf(one)?.review;
    if (review?.batch !== undefined && review.waits) {
      const key = `${review.batch.id} ${review.mayOpen}`;
      addTo(batches, key, one);
    }
  }
  const behind = new Set([...batches.values()].flatMap((members) => members.slice(1)));
  const byFirst = new Map([...batches.values()].map((members) => [members[0], members]));
  return { lines: all.filter((one) => !behind.has(one)), together: (one) => byFirst.get(one) ?? [one] };
}

/** The line of a batch that waits too long, or of one report. */
export function reviewBatchLine(wording: Wording, items: readonly DeskItem[], single: Piece): Piece {
  const [first] = items;
  const batch = first?.review?.batch;
  if (first === undefined || batch === undefined || items.length < 2 || single.kind !== "item") {
    return single;
  }
  const { t, language } = wording;
  const late = t("desk.review_late", { date: dayText(language, first.dueOn), days: first.lateDays });
  const submitted = t("desk.review_submitted", {
    date: dateText(language, first.review?.submittedOn ?? first.dueOn),
    name: first.climbed?.officer ?? "",
  });
  return {
    kind: "item",
    text: [bold(t("batch.queue", { count: items.length, number: batch.number })), " · ", late],
    detail: [quiet(submitted)],
    ...(first.review?.mayOpen === true
      ? { buttons: [{ text: t("batch.review"), action: OPEN_BATCH_REVIEW, value: batch.id }] }
      : // Whoever is asked about one of them decides all of them.
        { buttons: single.buttons ?? [] }),
  };
}
