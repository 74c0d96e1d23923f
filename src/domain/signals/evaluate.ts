/** What the catalogue says of one subject: every trigger with its reason, and the worst level that fired. Pure and explaining. */
import type { SignalLevel } from "../vocabulary.ts";
import { type Circumstances, type Judged, judgeTrigger } from "./judge-trigger.ts";
import type { Observed } from "./observed.ts";
import type { SignalRule } from "./rule.ts";
import { severity } from "./trigger.ts";

export interface Evaluation {
  readonly code: string;
  /** The worst level that fired; undefined where nothing did, or `watch` alone. */
  readonly level?: SignalLevel;
  /** Something to look at, which raises nothing. */
  readonly isWatched: boolean;
  /** A veto condition holds: red at once, whatever else is said (P1 to P6). */
  readonly isVeto: boolean;
  readonly triggers: readonly Judged[];
}

/** The order of `observations` does not matter. */
export function evaluateSignal(
  code: string,
  rule: SignalRule,
  observations: readonly Observed[],
  at: Omit<Circumstances, "reads">,
): Evaluation {
  const triggers = rule.triggers.map((trigger) => judgeTrigger(trigger, observations, { ...at, reads: rule.reads }));
  const fired = triggers.filter((one) => one.fired).map(({ trigger }) => trigger.level);
  const level = fired
    .flatMap((one) => (one === "watch" ? [] : [one]))
    .reduce<SignalLevel | undefined>(worse, undefined);
  return {
    code,
    ...(level === undefined ? {} : { level }),
    isWatched: fired.includes("watch"),
    isVeto: rule.veto === true && level === "red",
    triggers,
  };
}

/** The worse of two levels. */
export function worse(a: SignalLevel | undefined, b: SignalLevel): SignalLevel {
  return severity(a) >= severity(b) && a !== undefined ? a : b;
}
