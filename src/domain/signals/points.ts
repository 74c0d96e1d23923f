/** What a trigger measures, day by day: the figure itself, a share, a difference or a change, computed exactly. */
import { decimal, decimalText, percentageOf, subtract } from "../check/decimal.ts";
import { addDays, compareDates, daysBetween } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import { factsOf, type Observed, type Reading, seriesOf } from "./observed.ts";
import type { Trigger } from "./trigger.ts";

export interface Point {
  readonly asOf: IsoDate;
  /** Decimal text, a flag or a word. */
  readonly value: string;
  /** The facts it was made of. */
  readonly used: readonly Observed[];
}

const SCALE = 4;

/** Oldest first. A figure whose other half is not known, or that is compared with zero, gives no point. */
export function pointsOf(trigger: Trigger, observations: readonly Observed[], reading: Reading): Point[] {
  const series = seriesOf(factsOf(observations, trigger.metric, reading));
  const { share_of, less, change } = trigger;
  const other = share_of ?? less;
  if (other !== undefined) {
    const others = seriesOf(factsOf(observations, other, reading));
    return series.flatMap((one) =>
      madeOf(one, latestUpTo(others, one.asOf), share_of === undefined ? minus : percentOf),
    );
  }
  if (change !== undefined) {
    const made = change.in === "percent" ? growth : minus;
    return series.flatMap((one) => madeOf(one, before(series, one.asOf, change.days), made));
  }
  return series.map((one) => ({ asOf: one.asOf, value: one.value, used: [one] }));
}

type Making = (value: string, other: string) => string | undefined;

function madeOf(one: Observed, other: Observed | undefined, make: Making): Point[] {
  const value = other === undefined ? undefined : make(one.value, other.value);
  return other === undefined || value === undefined ? [] : [{ asOf: one.asOf, value, used: [one, other] }];
}

function latestUpTo(series: readonly Observed[], date: IsoDate): Observed | undefined {
  return series.findLast(({ asOf }) => compareDates(asOf, date) <= 0);
}

/** The figure nearest to so many days before, no further off than a quarter of that time; of two as near, the earlier. */
function before(series: readonly Observed[], date: IsoDate, days: number): Observed | undefined {
  const wanted = addDays(date, -days);
  const off = ({ asOf }: Observed) => Math.abs(daysBetween(wanted, asOf));
  const near = series.filter((one) => compareDates(one.asOf, date) < 0 && off(one) <= days / 4);
  return near.reduce<Observed | undefined>(
    (best, one) => (best === undefined || off(one) < off(best) ? one : best),
    undefined,
  );
}

const percentOf: Making = (value, other) => {
  const [part, whole] = [decimal(value), decimal(other)];
  // A share of nothing, or of less than nothing, is no share.
  const share =
    part === undefined || whole === undefined || whole.digits <= 0n ? undefined : percentageOf(part, whole, SCALE);
  return share === undefined ? undefined : decimalText(share);
};

const minus: Making = (value, other) => {
  const [a, b] = [decimal(value), decimal(other)];
  return a === undefined || b === undefined ? undefined : decimalText(subtract(a, b));
};

const growth: Making = (value, other) => {
  const difference = minus(value, other);
  return difference === undefined ? undefined : percentOf(difference, other.replace(/^-/u, ""));
};
