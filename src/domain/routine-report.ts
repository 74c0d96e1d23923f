/** Which waiting reports may be approved several at a time (R70): clean routine ones. Whatever stands out is read by itself. Pure. */
import type { MarkLevel } from "./templates/condition.ts";
import type { InspectionKind } from "./vocabulary.ts";

export const OUTLIER_REASONS = [
  "level",
  "signal",
  "risk",
  "gate",
  "disagreed",
  "borrower",
  "returned",
  "late",
  "kind",
  "opened",
] as const;
/**
 * `level`: an answer crossed a threshold. `signal`: an early warning of the customer is open. `risk`: a risk was found, so a measure follows.
 * `gate`: something was explained, or let through, at submission. `disagreed`: the borrower did not confirm. `borrower`: they are waited for.
 * `returned`: it was sent back before. `late`: checked after its day. `kind`: no routine check. `opened`: a colleague reads it.
 */
export type OutlierReason = (typeof OUTLIER_REASONS)[number];

export interface RoutineFacts {
  readonly level: MarkLevel | undefined;
  /** Of those that the reader may know of. */
  readonly hasOpenSignal: boolean;
  readonly foundRisk: boolean;
  readonly explained: boolean;
  readonly borrowerDisagreed: boolean;
  readonly isDecidable: boolean;
  readonly revision: number;
  /** Days of the unit. */
  readonly submittedOn: string;
  readonly dueOn: string;
  readonly kind: InspectionKind;
  readonly isOpened: boolean;
}

/** In the order in which they matter; none: it may be approved together with others. */
export function standsOut(facts: RoutineFacts): OutlierReason[] {
  const is: Readonly<Record<OutlierReason, boolean>> = {
    level: facts.level !== undefined,
    signal: facts.hasOpenSignal,
    risk: facts.foundRisk,
    gate: facts.explained,
    disagreed: facts.borrowerDisagreed,
    borrower: !facts.isDecidable,
    returned: facts.revision > 1,
    late: facts.submittedOn > facts.dueOn,
    kind: facts.kind !== "routine",
    opened: facts.isOpened,
  };
  return OUTLIER_REASONS.filter((reason) => is[reason]);
}
