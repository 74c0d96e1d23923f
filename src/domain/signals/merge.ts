/** What a fact does to a signal that stands already: one fact seen twice is one signal, a worsening raises it (handbook 2.4). */
import type { SignalLevel } from "../vocabulary.ts";
import { isStanding, type Standing } from "./combine.ts";
import { severity } from "./trigger.ts";

export interface Known extends Standing {
  /** Its fact was gone. */
  readonly isCured: boolean;
}

export type Arrival<Signal extends Known> =
  | { readonly does: "raise" }
  /** It stands, and this says no more: noted beside it. */
  | { readonly does: "note"; readonly signal: Signal }
  | { readonly does: "worsen"; readonly signal: Signal; readonly to: SignalLevel }
  /** It was thought to be over, or its fact was gone. */
  | { readonly does: "return"; readonly signal: Signal; readonly to: SignalLevel };

const THOUGHT_OVER: readonly string[] = ["resolved", "observing"];

/** Its plan has done its work, people say; the same fact again would mean that it has not. */
export function isThoughtOver(state: string): boolean {
  return THOUGHT_OVER.includes(state);
}

/** `signals` are those of the same code and subject, ended ones too: those are history and never wake up. */
export function arrive<Signal extends Known>(signals: readonly Signal[], level: SignalLevel): Arrival<Signal> {
  const signal = signals.find(isStanding);
  if (signal === undefined) return { does: "raise" };
  const isWorse = severity(level) > severity(signal.level);
  if (signal.isCured || isThoughtOver(signal.state))
    return { does: "return", signal, to: isWorse ? level : signal.level };
  return isWorse ? { does: "worsen", signal, to: level } : { does: "note", signal };
}
