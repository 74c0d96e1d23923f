/** Which row of the inspection matrix a loan stands in, and which of a borrower's rows decides (R42, R64, R102). */
import type { LoanFacts } from "../loan.ts";
import { BAND_NAMES, type BandName } from "../policy/exposure-bands.ts";
import { type MatrixRow, type RowName, rowsOf, type VisitRow } from "../policy/inspections.ts";
import type { Policy } from "../policy/schema.ts";
import { RISK_TIERS, type RiskTier, type SignalLevel, type Zone } from "../vocabulary.ts";
import { movedZone, zoneOf } from "../zones/index.ts";
import { bandOf, type Exposure } from "./exposure.ts";

export interface MatrixLine {
  readonly loan: LoanFacts;
  readonly row: MatrixRow;
  /** The path in the policy file of the line that decided. */
  readonly policyLine: string;
  readonly source: readonly string[];
  readonly needsLegalReview: boolean;
  readonly zone: Zone;
  /** Zone 2 because of an open signal, not of the tier. */
  readonly bySignal: boolean;
  /** In this zone because people set it (R102). */
  readonly byOverride: boolean;
  /** In zone 1. */
  readonly band?: BandName | undefined;
  readonly tier: RiskTier;
}

export type VisitLine = MatrixLine & { readonly row: VisitRow };

const ZONE_1_ROWS: Readonly<Record<BandName, RowName>> = {
  small: "zone_1_small",
  medium: "zone_1_medium",
  large: "zone_1_large",
};
const ZONE_3_ROWS: Readonly<Record<RiskTier, RowName>> = {
  normal: "substandard",
  special_mention: "substandard",
  substandard: "substandard",
  doubtful: "doubtful",
  loss: "loss",
};

/**
 * The line of the matrix for a loan, given its borrower's exposure, open signals and zone. A written-off loan counts as loss.
 * Nothing where the policy has no rows for the product: such a loan must be shown to somebody, not forgotten.
 */
export function matrixRow(
  policy: Policy,
  loan: LoanFacts,
  exposure: Exposure,
  openSignalLevel?: SignalLevel,
  moved: { readonly computed: Zone; readonly inForce: Zone } = { computed: "z1", inForce: "z1" },
): MatrixLine | undefined {
  const section = rowsOf(policy.inspections, loan.product, loan.phase);
  if (section === undefined) return undefined;
  const tier = loan.state === "written_off" ? "loss" : loan.tier;
  const own = zoneOf(policy, { tier, openSignalLevel });
  const zone = movedZone(own.zone, moved.computed, moved.inForce);
  const byOverride = zone !== own.zone;
  const bySignal = own.bySignal && !byOverride;
  const band = zone === "z1" ? bandOf(policy, loan.product, exposure) : undefined;
  const name = rowName(zone, tier, band);
  const row = section.rows[name];
  if (row === undefined) return undefined;
  return {
    ...{ loan, row, zone, bySignal, byOverride, band, tier },
    policyLine: `${section.path}.${name}`,
    source: row.source ?? section.rows.source ?? [],
    needsLegalReview: row.needs_legal_review ?? section.rows.needs_legal_review ?? false,
  };
}

/** Months between visits, on site or not; for a note, its own interval in months. */
export function intervalMonths(row: MatrixRow): number {
  if ("weekly_track" in row) return row.weekly_track.every_days / DAYS_OF_A_MONTH;
  return "contact_note" in row ? row.contact_note.every_months : row.every_months;
}
const DAYS_OF_A_MONTH = 30;

/** Months between visits on site that a row demands; nothing where it demands none. */
export function onSiteMonths(row: VisitRow): number | undefined {
  return row.mode === "on_site" ? row.every_months : row.on_site_every_months;
}

/** Strictest first: the shortest interval; of equal ones, on site; then the worse tier, then the line, to be one order. */
export function byStrictness(a: MatrixLine, b: MatrixLine): number {
  return (
    intervalMonths(a.row) - intervalMonths(b.row) ||
    onSiteRank(a.row) - onSiteRank(b.row) ||
    RISK_TIERS.indexOf(b.tier) - RISK_TIERS.indexOf(a.tier) ||
    bandRank(b) - bandRank(a) ||
    (a.policyLine < b.policyLine ? -1 : Number(a.policyLine > b.policyLine))
  );
}

export function isVisitLine(line: MatrixLine): line is VisitLine {
  return "every_months" in line.row;
}

function rowName(zone: Zone, tier: RiskTier, band: BandName | undefined): RowName {
  if (zone === "z1") return ZONE_1_ROWS[band ?? "large"];
  return zone === "z2" ? "zone_2" : ZONE_3_ROWS[tier];
}

function onSiteRank(row: MatrixRow): number {
  return "every_months" in row ? (onSiteMonths(row) ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
}

function bandRank({ band }: MatrixLine): number {
  return band === undefined ? -1 : BAND_NAMES.indexOf(band);
}
