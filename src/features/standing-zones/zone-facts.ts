/** What decides in which zone a customer stands (R102): the worst open signal, and what people set. */
import { isoDate } from "../../domain/dates.ts";
import { ENDED_SIGNAL_STATES, type IsoDate, SIGNAL_LEVELS, type SignalLevel, ZONES } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";

const ENDED: string[] = [...ENDED_SIGNAL_STATES];

/**
 * What decides a customer's zone, as a selection of columns. A restricted signal moves nothing that an outsider could see; an
 * override whose last day has passed is sorted out by its day, in the customer's own unit.
 */
export const ZONE_FACTS = {
  signals: {
    where: { isRestricted: false, state: { notIn: ENDED } },
    select: { level: true },
  },
  zones: { where: { state: "approved" }, select: { id: true, zone: true, computed: true, untilOn: true } },
} as const;

interface ZoneRow {
  readonly signals: readonly { readonly level: string }[];
  readonly zones: readonly OverrideRow[];
}

interface OverrideRow {
  readonly id: string;
  readonly zone: string;
  readonly computed: string;
  readonly untilOn: string;
}

export function openSignalLevel({ signals }: ZoneRow): SignalLevel | undefined {
  return SIGNAL_LEVELS.findLast((level) => signals.some((signal) => signal.level === level));
}

export function standingOverride({ zones }: ZoneRow, today: IsoDate) {
  const [row] = zones.filter(({ untilOn }) => untilOn >= today);
  return row === undefined
    ? undefined
    : {
        id: row.id,
        zone: oneOf(ZONES, row.zone),
        computed: oneOf(ZONES, row.computed),
        untilOn: isoDate(row.untilOn),
      };
}
