/** Where a row of the record is counted: the rule that the triggers of the database follow, said once more on paper. */

import type { ReportState } from "../inspection.ts";
import { WAITING_REPORT_STATES } from "../inspection.ts";
import {
  type CaseState,
  ENDED_SIGNAL_STATES,
  type InspectionState,
  type LoanState,
  type OverrideState,
  PURSUED_LOAN_STATES,
  type RiskTier,
  type SignalLevel,
  type SignalState,
  type TierProposalState,
} from "../vocabulary.ts";
import {
  CORRECTION_DUE,
  CUSTOMER_STANDING,
  INSPECTION_DONE,
  INSPECTION_DUE,
  LOAN_INTEREST,
  LOAN_RATED,
  LOAN_STANDING,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  REPORT_DECIDED,
  REPORT_WAITING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKey,
  ZONE_MOVED,
} from "./kinds.ts";

/** Whose it is; all dates are business dates of the unit, `YYYY-MM-DD`. */
interface Place {
  readonly unitId: string;
  /** The first responsible person; null for nobody. */
  readonly personId: string | null;
  readonly product: string | null;
}

export interface CountedInspection extends Place {
  readonly state: InspectionState;
  readonly dueOn: string;
  readonly submittedOn: string | null;
  readonly returnedDueOn: string | null;
}

export interface CountedReport extends Place {
  readonly state: ReportState;
  readonly submittedOn: string;
  readonly decidedOn: string | null;
}

export function inspectionKeys(row: CountedInspection): TotalKey[] {
  if (row.state === "cancelled") {
    return [];
  }
  // One that was withdrawn is being done again; its first submission counts once it is submitted anew.
  const done = row.state === "planned" || row.state === "started" ? null : row.submittedOn;
  return [
    key(row, INSPECTION_DUE, row.state, row.dueOn),
    ...(done === null ? [] : [key(row, INSPECTION_DONE, done <= row.dueOn ? "in_time" : "late", done)]),
    // Of an approved one, its correction came back.
    ...(row.returnedDueOn === null ? [] : [key(row, CORRECTION_DUE, row.state, row.returnedDueOn)]),
  ];
}

export function reportKeys(row: CountedReport): TotalKey[] {
  const waiting: readonly string[] = WAITING_REPORT_STATES;
  if (waiting.includes(row.state)) {
    return [key(row, REPORT_WAITING, row.state, row.submittedOn)];
  }
  if (row.state === "withdrawn" || row.decidedOn === null) {
    return [];
  }
  return [key(row, REPORT_DECIDED, row.state === "superseded" ? "approved" : row.state, row.decidedOn)];
}

export function measureKeys(row: Place & { readonly state: CaseState; readonly dueOn: string }): TotalKey[] {
  return row.state === "open" || row.state === "reported" ? [key(row, MEASURE_DUE, row.state, row.dueOn)] : [];
}

export function overrideKeys(row: Place & { readonly state: OverrideState; readonly askedOn: string }): TotalKey[] {
  return [key(row, OVERRIDE_ASKED, row.state, row.askedOn)];
}

export interface CountedSignal extends Pick<Place, "unitId" | "personId"> {
  readonly level: SignalLevel;
  readonly state: SignalState;
  readonly isRestricted: boolean;
  /** UTC's date. */
  readonly since: string;
}

export interface DatedSignal extends Pick<Place, "unitId" | "personId"> {
  readonly state: SignalState;
  readonly isRestricted: boolean;
  readonly raisedOn: string | null;
  /** Working days. */
  readonly detectDays: number | null;
  readonly endedOn: string | null;
  readonly endDays: number | null;
}

/** By when it was raised, and by when and how it ended. */
export function datedSignalKeys(row: DatedSignal): TotalKey[] {
  const { isRestricted, raisedOn, detectDays, endedOn, endDays, state } = row;
  if (isRestricted) {
    return [];
  }
  const place = { ...row, product: null };
  return [
    ...(raisedOn === null ? [] : [key(place, SIGNAL_RAISED, String(detectDays ?? "unknown"), raisedOn)]),
    ...(endedOn === null ? [] : [key(place, SIGNAL_ENDED, `${state}:${endDays ?? "unknown"}`, endedOn)]),
  ];
}

/** A signal is a customer's, and of no product. */
export function signalKeys({ level, state, isRestricted, since, ...row }: CountedSignal): TotalKey[] {
  const ended: readonly string[] = ENDED_SIGNAL_STATES;
  return isRestricted || ended.includes(state) ? [] : [key({ ...row, product: null }, SIGNAL_STANDING, level, since)];
}

export interface CountedTier extends Pick<Place, "unitId" | "product"> {
  readonly fromTier: RiskTier;
  readonly tier: RiskTier;
  readonly state: TierProposalState;
  readonly approvedOn: string | null;
}

/** A tier that was confirmed has not moved. */
export function tierKeys({ fromTier, tier, state, approvedOn, ...row }: CountedTier): TotalKey[] {
  const moved = state === "approved" && fromTier !== tier && approvedOn !== null;
  return moved ? [key({ ...row, personId: null }, TIER_MOVED, `${fromTier}:${tier}`, approvedOn)] : [];
}

/** Of a file; what people approved is a proposal's. */
export function toldTierKeys(row: {
  readonly unitId: string | null;
  readonly product: string | null;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly movedOn: string | null;
}): TotalKey[] {
  const { unitId, product, field, before, after, movedOn } = row;
  return field !== "tier" || movedOn === null
    ? []
    : [key({ unitId: unitId ?? "", personId: null, product }, TIER_MOVED, `${before}:${after}`, movedOn)];
}

/** Whose account it is may change while the zone stays: nobody's. */
export function customerKeys({ unitId, zone }: { readonly unitId: string; readonly zone: string | null }): TotalKey[] {
  return zone === null ? [] : [key({ unitId, personId: null, product: null }, CUSTOMER_STANDING, zone, "")];
}

export interface CountedLoan extends Pick<Place, "unitId" | "product"> {
  /** Of its customer; nothing where none of their loans is pursued. */
  readonly zone: string | null;
  readonly state: LoanState;
  readonly tier: RiskTier;
  readonly currency: string;
}

/** Of each, what is drawn is counted too. A written-off one is a loss. */
export function loanKeys({ zone, state, tier, currency, ...row }: CountedLoan): TotalKey[] {
  const pursued: readonly string[] = PURSUED_LOAN_STATES;
  if (zone === null || !pursued.includes(state)) {
    return [];
  }
  const held = state === "written_off" ? "loss" : tier;
  return [key({ ...row, personId: null }, LOAN_STANDING, `${zone}:${held}:${currency}`, "")];
}

/** Of those, where the yearly rate was told: what is drawn under one kind, the estimated interest under the other. No rate, no key. */
export function ratedLoanKeys(loan: CountedLoan & { readonly yearlyRatePpm: number | null }): {
  readonly rated: TotalKey[];
  readonly interest: TotalKey[];
} {
  const { yearlyRatePpm, currency } = loan;
  const [standing] = yearlyRatePpm === null ? [] : loanKeys(loan);
  if (standing === undefined) {
    return { rated: [], interest: [] };
  }
  const state = `${loan.state === "written_off" ? "loss" : loan.tier}:${currency}`;
  return { rated: [{ ...standing, kind: LOAN_RATED, state }], interest: [{ ...standing, kind: LOAN_INTEREST, state }] };
}

export function zoneMoveKeys(row: {
  readonly unitId: string;
  readonly fromZone: string;
  readonly toZone: string;
  readonly movedOn: string;
}): TotalKey[] {
  const { unitId, fromZone, toZone, movedOn } = row;
  return [key({ unitId, personId: null, product: null }, ZONE_MOVED, `${fromZone}:${toZone}`, movedOn)];
}

function key({ unitId, personId, product }: Place, kind: TotalKey["kind"], state: string, fallsOn: string): TotalKey {
  return { unitId, personId: personId ?? "", product: product ?? "", kind, state, fallsOn };
}
