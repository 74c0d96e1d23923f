/** The kinds of facts that files and other systems may tell, by the word with which they are named. */
import type { FactKind } from "./fact-kind.ts";
import { observations } from "./kinds/observations.ts";
import { insurance, valuations } from "./kinds/of-collateral.ts";
import {
  approvalConditions,
  auditFindings,
  bureau,
  covenants,
  enforcement,
  permits,
  ratings,
} from "./kinds/of-customers.ts";
import { balances, repayments } from "./kinds/of-loans.ts";

export const FACT_KINDS = [
  "balances",
  "repayments",
  "ratings",
  "valuations",
  "insurance",
  "permits",
  "covenants",
  "approval_conditions",
  "bureau",
  "enforcement",
  "audit_findings",
  "observations",
] as const;
export type FactKindName = (typeof FACT_KINDS)[number];

export const factKinds: Readonly<Record<FactKindName, FactKind>> = {
  balances,
  repayments,
  ratings,
  valuations,
  insurance,
  permits,
  covenants,
  approval_conditions: approvalConditions,
  bureau,
  enforcement,
  audit_findings: auditFindings,
  observations,
};
