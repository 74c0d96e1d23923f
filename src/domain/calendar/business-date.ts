/** From a moment to a unit's own date and back. The moment is told; the zone is the unit's. */
import { isoDate, partsOf } from "../dates.ts";
import type { IsoDate, Moment } from "../vocabulary.ts";
import type { LocalMinute } from "./working-minutes.ts";

/** The date on the wall in `timeZone` (IANA name). Throws RangeError for a zone that does not exist. */
export function businessDateOf(moment: Moment, timeZone: string): IsoDate {
  return localMinuteOf(moment, timeZone).date;
}

export function localMinuteOf(moment: Moment, timeZone: string): LocalMinute {
  const local = moment.setZone(timeZone);
  if (!local.isValid) throw new RangeError(`${timeZone} is not a time zone`);
  return { date: isoDate(local.toISODate()), minute: local.hour * 60 + local.minute };
}

/**
 * The moment of a local date and minute, in UTC. A minute that a change of clocks skips is taken as much later; one that
 * comes twice is the first. `near` is any moment: only its calendar is used.
 */
export function momentOf(local: LocalMinute, timeZone: string, near: Moment): Moment {
  const { year, month, day } = partsOf(local.date);
  const time = { hour: Math.floor(local.minute / 60), minute: local.minute % 60, second: 0, millisecond: 0 };
  const zoned = near.setZone(timeZone);
  if (!zoned.isValid) throw new RangeError(`${timeZone} is not a time zone`);
  // By way of midnight: its offset picks the first of a minute that comes twice, wherever `near` lies.
  return zoned.set({ year, month, day, hour: 0, minute: 0 }).set(time).toUTC();
}
