/** The shape of an event as JSON Schema, made from the schema that reads it, with examples. */
import { z } from "zod";
import { type FactEvent, factEventSchema } from "./event.ts";

export const FACT_EXAMPLES: readonly FactEvent[] = [
  {
    id: "eod-2026-03-01-000017",
    source: "core_banking",
    facts: [
      {
        subject: { kind: "loan", number: "L-0001" },
        key: "dpd",
        value: "12",
        unit: "days",
        asOf: "2026-03-01",
        reference: "end of day 2026-03-01",
      },
    ],
  },
  {
    id: "valuation-8841",
    source: "valuers",
    facts: [
      {
        subject: { kind: "collateral", loan: "L-0001", number: "COL-1" },
        key: "value_cny",
        value: "1250000.00",
        unit: "yuan",
        asOf: "2026-02-20",
        reference: "valuation 8841",
      },
      {
        subject: { kind: "borrower", number: "C-0001" },
        key: "stop_order",
        value: "true",
        unit: "flag",
        asOf: "2026-02-27",
        reference: "order 12 of 2026",
      },
    ],
  },
];

export function factsJsonSchema(): object {
  return {
    ...z.toJSONSchema(factEventSchema, { io: "input" }),
    title: "Facts pushed to afterloan",
    examples: FACT_EXAMPLES,
  };
}
