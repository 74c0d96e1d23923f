/** What the gate says of a report and lets through, for the officer before and for the reviewer after. */
import { NUMBER_RULES } from "./implausible.ts";

export const FINDING_RULES = ["copied", ...NUMBER_RULES] as const;
export type FindingRule = (typeof FINDING_RULES)[number];
