/** Who has more to do than they get done. */
import { addDays } from "../dates.ts";
import { INSPECTION_DONE } from "../totals/index.ts";
import type { IsoDate } from "../vocabulary.ts";
import { type AskedTotals, askedTotals, LATE_FIGURES } from "./figures.ts";

/** The pace is what was done in so many weeks up to yesterday. */
export const PACE_WEEKS = 4;
/** A load below this is nobody's trouble, whatever the pace. */
const LEAST_LOAD = 10;
/** So many weeks of one's own pace are too much for one. */
const WEEKS_OF_WORK = 2;

export interface Load {
  /** Late, and due within the days a digest looks ahead. */
  readonly toDo: number;
  /** Done in the last `PACE_WEEKS` weeks. */
  readonly done: number;
}

/** At least ten things to do, and more than two weeks of what one got done in an average week of the last four. */
export function isOverloaded({ toDo, done }: Load): boolean {
  return toDo >= LEAST_LOAD && toDo * PACE_WEEKS > WEEKS_OF_WORK * done;
}

/** What is late, falls due in the days a digest looks ahead, and was done in the last weeks up to yesterday. */
export const LOAD_NAMES = ["late", "dueSoon", "done"] as const;
export type LoadName = (typeof LOAD_NAMES)[number];

/** The totals that each of the three is the sum of, as of a day. */
export function loadAsked(today: IsoDate): Readonly<Record<LoadName, readonly AskedTotals[]>> {
  const anyDays = { from: today, to: today };
  return {
    late: LATE_FIGURES.map((name) => askedTotals(name, anyDays, today)),
    dueSoon: [askedTotals("due_soon", anyDays, today)],
    done: [
      { kind: INSPECTION_DONE, states: ["in_time", "late"], from: addDays(today, -7 * PACE_WEEKS), before: today },
    ],
  };
}
