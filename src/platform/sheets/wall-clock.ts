/** Moments as they stand on the clock of one place. */
import { IANAZone } from "luxon";

/** No zone has ever moved its clock but at a whole quarter of an hour. */
const QUARTER_MS = 15 * 60_000;

/** Answers the milliseconds that would be this wall-clock time in UTC. Throws where no such zone is known. */
export function wallClock(timeZone: string): (moment: Date) => number {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) {
    throw new Error(`no time zone is called ${timeZone}`);
  }
  let quarter = Number.NaN;
  let offsetMs = 0;
  // Rows come in the order of time: the last offset is nearly always the next one, and asking for it is what costs.
  return (moment) => {
    const ms = moment.getTime();
    const wanted = Math.floor(ms / QUARTER_MS);
    if (wanted !== quarter) {
      quarter = wanted;
      offsetMs = zone.offset(ms) * 60_000;
    }
    return ms + offsetMs;
  };
}
