import type { MatrixLine } from "./matrix.ts";
import { type PlanPart, part } from "./planned-inspection.ts";

/** Which row a borrower stands in, as a person says it: product, zone, size or tier. */
export function linePart({ loan, zone, tier, band, bySignal, byOverride }: MatrixLine): PlanPart {
  const values = { loan: loan.number, product: loan.product, zone, tier };
  if (byOverride) return part("line_by_override", values);
  if (bySignal) return part("line_by_signal", values);
  return band === undefined ? part("line_by_tier", values) : part("line_by_size", { ...values, band });
}
