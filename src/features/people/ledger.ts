import { FACT_REASONS } from "../../domain/facts/reasons.ts";

/** Every row of a file is accounted for: rows = imported + updated + unchanged + refused. */
export interface ImportCounts {
  readonly rows: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

const REFUSAL_REASONS = [
  ...FACT_REASONS,
  "not_a_date",
  "not_a_number",
  "not_an_amount",
  "too_small",
  "twice",
  "unit_unknown",
  "role_unknown",
  "not_an_email",
  "time_zone_unknown",
  "calendar_unknown",
  "parent_unknown",
  "parent_loop",
  "wrong_number_of_columns",
  "broken_quotes",
  "not_text",
  "digits_lost",
  "not_yet_disbursed",
  "matures_before",
  "older_than_known",
  "other_borrower",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why a row was not taken: the place in the file and what stood there. */
export interface RowRefusal {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: RefusalReason;
  /** What may stand there, where that is a short list. */
  readonly known?: readonly string[];
}

/** Enough to see what is wrong; all of them are in the record. */
const SAMPLES_PER_REASON = 10;
const LONGEST_VALUE = 200;

export class ImportLedger {
  private imported = 0;
  private updated = 0;
  private unchanged = 0;
  private refused = 0;
  private readonly reasons = new Map<RefusalReason, RowRefusal[]>();
  private readonly reasonCounts = new Map<RefusalReason, number>();

  count(outcome: "imported" | "updated" | "unchanged", rows = 1): void {
    this[outcome] += rows;
  }

  /** One row, with everything that is wrong with it; it is counted under the first. */
  refuse(refusals: readonly RowRefusal[]): void {
    const [first] = refusals;
    if (first === undefined) {
      return;
    }
    this.refused += 1;
    this.reasonCounts.set(first.reason, (this.reasonCounts.get(first.reason) ?? 0) + 1);
    const samples = this.reasons.get(first.reason) ?? [];
    if (samples.length < SAMPLES_PER_REASON) {
      this.reasons.set(first.reason, [...samples, first]);
    }
  }

  counts(): ImportCounts {
    const { imported, updated, unchanged, refused } = this;
    return { rows: imported + updated + unchanged + refused, imported, updated, unchanged, refused };
  }

  /** Most frequent first; the counts add up to `refused`. */
  byReason(): readonly { reason: RefusalReason; rows: number; samples: readonly RowRefusal[] }[] {
    return [...this.reasonCounts]
      .map(([reason, rows]) => ({ reason, rows, samples: this.reasons.get(reason) ?? [] }))
      .sort((a, b) => b.rows - a.rows || a.reason.localeCompare(b.reason));
  }
}

export function rowRefusal(
  line: number,
  column: string,
  value: string,
  reason: RefusalReason,
  known?: readonly string[],
): RowRefusal {
  return { line, column, value: value.slice(0, LONGEST_VALUE), reason, ...(known === undefined ? {} : { known }) };
}
