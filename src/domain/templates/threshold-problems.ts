import { compare, decimal } from "../check/decimal.ts";
import type { Condition, MarkLevel, Thresholds } from "./condition.ts";

const MILD_TO_SEVERE: readonly MarkLevel[] = ["yellow", "orange", "red"];

/** Levels in the wrong order: a value would pass the severe level before the mild one. */
export function disorderedLevels(thresholds: Thresholds | undefined): { severe: MarkLevel; mild: MarkLevel }[] {
  const levels = MILD_TO_SEVERE.flatMap((level) =>
    (thresholds?.[level] ?? []).map((condition) => ({ level, condition })),
  );
  return levels.flatMap((milder, index) =>
    levels
      .slice(index + 1)
      .filter((severe) => severe.level !== milder.level && contradicts(milder.condition, severe.condition))
      .map((severe) => ({ severe: severe.level, mild: milder.level })),
  );
}

/** Only conditions that measure the same thing in the same direction can be put in order. */
function contradicts(mild: Condition, severe: Condition): boolean {
  if (mild.than !== severe.than || mild.percent_of !== severe.percent_of) return false;
  const below = order(severe.lt ?? severe.lte, mild.lt ?? mild.lte);
  const above = order(severe.gt ?? severe.gte, mild.gt ?? mild.gte);
  return (below !== undefined && below > 0) || (above !== undefined && above < 0);
}

function order(a: string | undefined, b: string | undefined): number | undefined {
  const [left, right] = [decimal(a ?? ""), decimal(b ?? "")];
  return left === undefined || right === undefined ? undefined : compare(left, right);
}
