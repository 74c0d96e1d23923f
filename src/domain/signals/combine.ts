/** How several signals of one customer count together: the highest level wins, points only sort (handbook 2.4). */
import { ENDED_SIGNAL_STATES, type SignalLevel, type SignalState } from "../vocabulary.ts";
import { worse } from "./evaluate.ts";

export interface Standing {
  readonly code: string;
  readonly level: SignalLevel;
  readonly state: SignalState;
}

export type Points = Readonly<Record<SignalLevel, number>>;

export function isStanding({ state }: Pick<Standing, "state">): boolean {
  const ended: readonly SignalState[] = ENDED_SIGNAL_STATES;
  return !ended.includes(state);
}

/** Undefined where none stands: what was closed or a false alarm is shown and does not count. */
export function combinedLevel(signals: readonly Standing[]): SignalLevel | undefined {
  return signals.filter(isStanding).reduce<SignalLevel | undefined>((level, one) => worse(level, one.level), undefined);
}

export function pointsOfSignals(signals: readonly Standing[], points: Points): number {
  return signals.filter(isStanding).reduce((sum, { level }) => sum + points[level], 0);
}
