/** What the gate says of a report and lets through, for the officer before and for the reviewer after. */
import { NUMBER_RULES } from "./implausible.ts";

/** What a policy may refuse outright; what it does not name is let through as a warning. */
export const REFUSABLE_RULES = ["empty_conclusion", "used_before", "range_without_risk"] as const;
export type RefusableRule = (typeof REFUSABLE_RULES)[number];

export const FINDING_RULES = [
  "copied",
  ...NUMBER_RULES,
  ...REFUSABLE_RULES,
  /** A picture that looks like one of another check. */
  "looks_used",
  /** A photo or statement older than the policy's limit. */
  "old_file",
  /** A hard refusal that the unit's manager let pass. */
  "overridden",
  /** Counted blind, and changed once the last figure had been seen. */
  "changed_count",
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];
