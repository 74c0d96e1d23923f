/** Figures by period: each visit, calendar month or calendar quarter, newest last, and whether they follow each other without a gap. */
import { monthOf, yearOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import type { Point } from "./points.ts";
import type { Period } from "./trigger.ts";

/** The newest `count` periods, or fewer where there are no more or one between has no figure. Of a period the last figure counts. */
export function newestPeriods(points: readonly Point[], every: Period, count: number): Point[] {
  if (every === "visit") return points.slice(-count);
  const last = new Map(points.map((point) => [periodNumber(point.asOf, every), point] as const));
  const newest = Math.max(...last.keys());
  const run: Point[] = [];
  for (let number = newest; run.length < count; number -= 1) {
    const point = last.get(number);
    if (point === undefined) break;
    run.unshift(point);
  }
  return run;
}

function periodNumber(date: IsoDate, every: Exclude<Period, "visit">): number {
  const month = yearOf(date) * 12 + monthOf(date) - 1;
  return every === "month" ? month : Math.floor(month / 3);
}
