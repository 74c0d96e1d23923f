/** The management zone of a customer, computed by policy (R102): of its worst tier, or of its worst open signal. Pure. */
import type { Policy } from "../policy/schema.ts";
import { RISK_TIERS, type RiskTier, SIGNAL_LEVELS, type SignalLevel, type Zone } from "../vocabulary.ts";

export interface ZoneFacts {
  readonly tier: RiskTier;
  /** The worst level of its open signals. */
  readonly openSignalLevel?: SignalLevel | undefined;
}

export interface ComputedZone {
  readonly zone: Zone;
  /** Zone 2 because of an open signal, not of the tier. */
  readonly bySignal: boolean;
}

export function zoneOf({ zones: { z1, z2 } }: Pick<Policy, "zones">, facts: ZoneFacts): ComputedZone {
  if (z2.tiers.includes(facts.tier)) return { zone: "z2", bySignal: false };
  if (!z1.tiers.includes(facts.tier)) return { zone: "z3", bySignal: false };
  const { openSignalLevel: level } = facts;
  const signalled = level !== undefined && SIGNAL_LEVELS.indexOf(level) >= SIGNAL_LEVELS.indexOf(z2.from_signal);
  return signalled ? { zone: "z2", bySignal: true } : { zone: "z1", bySignal: false };
}

/** Of a customer's loans; a written-off one counts as loss. Normal where there is none. */
export function worstTier(loans: readonly { readonly tier: RiskTier; readonly state: string }[]): RiskTier {
  const tiers = loans.map(({ tier, state }) => (state === "written_off" ? "loss" : tier));
  return RISK_TIERS.findLast((one) => tiers.includes(one)) ?? "normal";
}
