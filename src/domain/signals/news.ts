/** Whether what was found today says more than a signal that people know of (handbook 2.4: one fact seen twice is one signal). Pure. */
import type { SignalLevel } from "../vocabulary.ts";
import type { Evaluation } from "./evaluate.ts";
import { isThoughtOver } from "./merge.ts";
import { severity } from "./trigger.ts";

/** The newest signal of a code about one subject, standing or ended. */
export interface KnownSignal {
  readonly level: SignalLevel;
  readonly state: string;
  readonly isEnded: boolean;
  /** The fact was gone once since it was raised: whatever is found now came anew. */
  readonly isCured: boolean;
  /** ISO moment in UTC of its last step: what was recorded by then, people have seen. */
  readonly judgedAt: string;
}

/** A standing one says it already, unless it got worse. What people have dealt with comes back by a new fact only. */
export function isNews(known: KnownSignal, { level, triggers }: Pick<Evaluation, "level" | "triggers">): boolean {
  if (known.isCured || severity(level) > severity(known.level)) return true;
  if (!known.isEnded && !isThoughtOver(known.state)) return false;
  const used = triggers.filter(({ fired }) => fired).flatMap((judged) => judged.used);
  return used.some(({ recordedAt }) => recordedAt > known.judgedAt);
}
