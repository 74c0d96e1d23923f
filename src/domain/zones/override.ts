/** A zone that people set in place of the computed one, with approval and until a day (R102). Pure. */
import { addDays, compareDates, isIsoDate } from "../dates.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { type IsoDate, ZONES, type Zone } from "../vocabulary.ts";

export interface ZoneOverride {
  readonly zone: Zone;
  /** What the rules said when it was asked for. */
  readonly computed: Zone;
}

/** `computed`: what the rules say now. An override never hides that they have come to ask for more than when it was made. */
export function zoneInForce(computed: Zone, override: ZoneOverride | undefined): Zone {
  if (override === undefined) return computed;
  if (rank(override.zone) > rank(override.computed)) return worse(override.zone, computed);
  return rank(computed) > rank(override.computed) ? computed : milder(override.zone, computed);
}

/** The zone of one loan, where the customer's was overridden: stricter for all loans, or milder for those that stood higher. */
export function movedZone(zone: Zone, computed: Zone, inForce: Zone): Zone {
  if (inForce === computed) return zone;
  return rank(inForce) > rank(computed) ? worse(zone, inForce) : milder(zone, inForce);
}

export interface ZoneWish {
  readonly zone: string;
  /** The last day on which it holds. */
  readonly untilOn: string;
}

/** What was wished for, or why not. A non-performing customer is in no milder zone: that is a matter of the tier. */
export function readZoneWish(
  wish: ZoneWish,
  { computed, today, maxDays }: { readonly computed: Zone; readonly today: IsoDate; readonly maxDays: number },
): { readonly zone: Zone; readonly untilOn: IsoDate } | Refusal {
  const zone = ZONES.find((one) => one === wish.zone);
  if (zone === undefined || zone === computed) return refuse("zone.same", {}, "zone");
  if (computed === "z3") return refuse("zone.non_performing", {}, "zone");
  const { untilOn } = wish;
  const last = addDays(today, maxDays);
  if (!isIsoDate(untilOn) || compareDates(untilOn, today) <= 0 || compareDates(untilOn, last) > 0) {
    return refuse("zone.until", { from: addDays(today, 1), to: last }, "until");
  }
  return { zone, untilOn };
}

const rank = (zone: Zone): number => ZONES.indexOf(zone);
const worse = (a: Zone, b: Zone): Zone => (rank(a) >= rank(b) ? a : b);
const milder = (a: Zone, b: Zone): Zone => (rank(a) <= rank(b) ? a : b);
