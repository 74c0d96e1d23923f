/** Other tables of days than the main one: of credit cards, say. Pure. */
import type { TierPolicy } from "./fired.ts";

/** The policy with the days of that table; nothing where it has none of that name. */
export function tableOf(policy: TierPolicy, name: string): TierPolicy | undefined {
  const table = Object.entries(policy.classification.other_tables).find(([key]) => key === name)?.[1];
  if (table === undefined) return undefined;
  const { source, needs_legal_review } = table;
  const dpd_floor = table.dpd_floor.map((line) => ({ source, needs_legal_review, ...line }));
  return { ...policy, classification: { ...policy.classification, dpd_floor } };
}
