/**
 * Two clocks, passed as values. The business clock decides duties and messages and can be moved; the machine clock serves
 * leases, triggers and time-outs and never is.
 */
import { DateTime } from "luxon";
import { isoDate } from "../domain/dates.ts";
import type { IsoDate, Moment } from "../domain/vocabulary.ts";

export interface Clocks {
  /** The business moment, in UTC. */
  now(): Moment;
  /** The machine's moment. */
  machineNow(): Date;
  /** Moves the business clock; it runs on from there. */
  moveTo(moment: Moment): void;
  /** How far the business clock stands from the machine's, in milliseconds. */
  offsetMs(): number;
}

export function createClocks(offsetMs = 0, machineNowMs: () => number = Date.now): Clocks {
  let offset = offsetMs;
  const now = () => momentFromMs(machineNowMs() + offset);
  return {
    now,
    machineNow: () => new Date(machineNowMs()),
    moveTo: (moment) => {
      offset = moment.toMillis() - machineNowMs();
    },
    offsetMs: () => offset,
  };
}

/** A clock that stands still until it is moved: for tests and replays. */
export function createStandingClocks(iso: string): Clocks {
  let standing = momentFromIso(iso);
  return {
    now: () => standing,
    machineNow: () => new Date(),
    moveTo: (moment) => {
      standing = moment;
    },
    offsetMs: () => 0,
  };
}

/** Throws RangeError where the text is no moment. */
export function momentFromIso(iso: string): Moment {
  return valid(DateTime.fromISO(iso, { zone: "utc" }));
}

export function momentFromDate(date: Date): Moment {
  return momentFromMs(date.getTime());
}

function momentFromMs(ms: number): Moment {
  return valid(DateTime.fromMillis(ms, { zone: "utc" }));
}

function valid(moment: DateTime<true> | DateTime<false>): Moment {
  if (!moment.isValid) {
    throw new RangeError(`not a moment: ${moment.invalidExplanation ?? "unknown"}`);
  }
  return moment;
}

/** Asking a zone about a moment is slow, and a batch asks about the same few moments thousands of times. */
const walls = new Map<string, Wall>();
const MOST_WALLS = 5_000;

interface Wall {
  readonly date: IsoDate;
  readonly minute: number;
}

/** The date on the wall in a time zone. */
export function localDate(moment: Moment, timeZone: string): IsoDate {
  return wallOf(moment, timeZone).date;
}

/** Minutes since midnight on the wall in a time zone. */
export function localMinute(moment: Moment, timeZone: string): number {
  return wallOf(moment, timeZone).minute;
}

function wallOf(moment: Moment, timeZone: string): Wall {
  const key = `${moment.toMillis()} ${timeZone}`;
  const known = walls.get(key);
  if (known !== undefined) {
    return known;
  }
  if (walls.size >= MOST_WALLS) {
    walls.clear();
  }
  const local = moment.setZone(timeZone);
  const wall = { date: isoDate(local.toFormat("yyyy-MM-dd")), minute: local.hour * 60 + local.minute };
  walls.set(key, wall);
  return wall;
}

/** A wall-clock time of a date in a zone, as a moment. `time` is HH:MM. */
export function momentAt(date: IsoDate, time: string, timeZone: string): Moment {
  return valid(DateTime.fromISO(`${date}T${time}`, { zone: timeZone }).toUTC());
}
