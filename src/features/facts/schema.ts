/** The shape of an event as JSON Schema, made from the schema that reads it, with an example of each kind. */
import { z } from "zod";
import type { FactKindName } from "../../domain/facts/kinds.ts";
import { factEventSchema } from "./event.ts";

const AS_OF = "2026-03-01";

/** One row of each kind. */
const ROWS: Readonly<Record<FactKindName, object>> = {
  balances: { loan: "L-0001", as_of: AS_OF, balance: "1250000.00", days_past_due: "12" },
  repayments: {
    loan: "L-0001",
    as_of: AS_OF,
    due_on: "2026-03-31",
    principal: "50000.00",
    interest: "4350.00",
    reference: "plan 3",
  },
  ratings: { borrower: "C-0001", as_of: AS_OF, rating: "AA-", valid_to: "2026-12-31", change: "same" },
  valuations: {
    loan: "L-0001",
    collateral: "COL-1",
    as_of: "2026-02-20",
    value: "980000",
    reference: "valuation 8841",
  },
  insurance: { loan: "L-0001", collateral: "COL-1", as_of: AS_OF, insured_to: "2026-09-30", reference: "policy 77" },
  permits: { borrower: "C-0001", as_of: AS_OF, permit: "food production licence", valid_to: "2026-06-30" },
  covenants: {
    borrower: "C-0001",
    as_of: AS_OF,
    condition: "debt ratio below 65 %",
    state: "broken",
    broken_since: "2026-01-31",
    due_on: "2026-04-30",
  },
  approval_conditions: {
    borrower: "C-0001",
    as_of: AS_OF,
    condition: "second guarantor signed",
    state: "kept",
    due_on: "2026-03-31",
  },
  bureau: { borrower: "C-0001", as_of: AS_OF, other_lender_overdue_days: "0", bureau_queries_6m: "3" },
  enforcement: {
    borrower: "C-0001",
    as_of: AS_OF,
    case_number: "(2026) 0101 No. 12",
    list: "enforced",
    listed: "yes",
    amount: "300000",
  },
  audit_findings: { borrower: "C-0001", as_of: AS_OF, finding: "2026-A-07", state: "minor" },
  observations: {
    borrower: "C-0001",
    as_of: "2026-02-27",
    key: "stop_order",
    value: "true",
    unit: "flag",
    reference: "order 12 of 2026",
  },
};

export const FACT_EXAMPLES = Object.entries(ROWS).map(([kind, row], at) => ({
  id: `eod-${AS_OF}-${at + 1}`,
  source: "core_banking",
  kind,
  facts: [row],
}));

export function factsJsonSchema(): object {
  return {
    ...z.toJSONSchema(factEventSchema, { io: "input" }),
    title: "Facts pushed to afterloan",
    examples: FACT_EXAMPLES,
  };
}
