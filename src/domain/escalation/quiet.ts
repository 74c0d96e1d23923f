/** Times in which a signal's ladder stands still: how long the policy lets it, and when what fell into one is told. Pure. */
import type { LocalMinute } from "../calendar/working-minutes.ts";
import { addDays } from "../dates.ts";
import { compareMinutes, isBefore, isLater, type Length, type LevelTime, timeAfter } from "./level-time.ts";

export interface Quiet {
  /** What was due in this very minute is still told. */
  readonly from: LocalMinute;
  /** Without this minute. */
  readonly until: LocalMinute;
}

/** `at`, or where it falls into a quiet time, the first minute of the level's hours after that. */
export function afterQuiet(quiets: readonly Quiet[] | undefined, time: LevelTime, at: LocalMinute): LocalMinute {
  const during = quiets?.find(({ from, until }) => isLater(at, from) && isBefore(at, until));
  return during === undefined ? at : afterQuiet(quiets, time, timeAfter(time, during.until, undefined));
}

/** The latest end of a quiet time that begins now: so long a stretch of the level's own time. */
export function latestEnd(time: LevelTime, now: LocalMinute, most: Length): LocalMinute {
  return timeAfter(time, now, most);
}

const HOURS = [1, 2, 4] as const;
const MOST_CHOICES = 8;

/** Ends that a person can choose, soonest first: in some hours, the mornings after, and the latest there is. */
export function endsToChoose(time: LevelTime, now: LocalMinute, most: Length): LocalMinute[] {
  const latest = latestEnd(time, now, most);
  const soon = HOURS.map((hours) => timeAfter(time, now, { working_hours: hours }));
  const mornings: LocalMinute[] = [];
  let morning = timeAfter(time, { date: addDays(now.date, 1), minute: 0 }, undefined);
  while (isBefore(morning, latest) && mornings.length < MOST_CHOICES) {
    mornings.push(morning);
    morning = timeAfter(time, { date: addDays(morning.date, 1), minute: 0 }, undefined);
  }
  const ends = [...soon, ...mornings].filter((end) => isLater(end, now) && isBefore(end, latest));
  const sorted = [...ends, latest].toSorted(compareMinutes);
  return sorted.filter((end, place) => place === 0 || compareMinutes(end, sorted[place - 1] ?? end) !== 0);
}
