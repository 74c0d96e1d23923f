/** What another system pushes: facts about borrowers, loans, collateral and guarantors, as one event with an id of its own. */
import { z } from "zod";
import { METRIC_UNITS } from "../../domain/signals/metric.ts";

const MOST_FACTS = 200;

const number = z.string().trim().min(1).max(100);

const subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("borrower"), number: number.meta({ description: "The customer's number" }) }),
  z.strictObject({ kind: z.literal("loan"), number: number.meta({ description: "The loan's number" }) }),
  z.strictObject({
    kind: z.literal("collateral"),
    loan: number.meta({ description: "The number of the loan that it secures" }),
    number: number.meta({ description: "Its number within that loan" }),
  }),
  z.strictObject({
    kind: z.literal("guarantor"),
    loan: number.meta({ description: "The number of the loan that is guaranteed" }),
    name: number.meta({ description: "The guarantor's name as the book has it; guarantors bear no numbers" }),
  }),
]);
export type FactSubject = z.infer<typeof subject>;

const fact = z.strictObject({
  subject,
  key: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9_]*$/u, "is small letters, digits and underscores")
    .meta({ description: "What is told: a metric or an item of the policy", examples: ["dpd"] }),
  value: z
    .string()
    .max(64)
    .regex(
      /^(-?(0|[1-9]\d{0,17})(\.\d{1,6})?|[a-z][a-z0-9_]*)$/u,
      "is a decimal number as text such as 1234.50, true, false, or a word",
    )
    .meta({ description: "A decimal number as text; true or false of unit flag; a word of unit word" }),
  unit: z.enum(METRIC_UNITS).meta({ description: "Money in whole yuan or yuan with fen" }),
  asOf: z.iso
    .date("is a date such as 2026-03-01")
    .meta({ description: "The day that the fact is of; today at the latest" }),
  reference: z.string().trim().min(1).max(200).meta({
    description:
      "Which document, row or counterparty. The same key, day and reference from the same source is the same fact",
  }),
});
export type Fact = z.infer<typeof fact>;

export const factEventSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][\w.:-]{0,99}$/u, "is 1 to 100 letters, digits and . : _ -")
    .meta({ description: "Of this event, given once by the source; sent again, it gets the first answer again" }),
  source: z
    .string()
    .max(40)
    .regex(/^(?!report$)[a-z][a-z0-9_]*$/u, "is small letters, digits and underscores, and not report")
    .meta({ description: "Which system tells it", examples: ["core_banking"] }),
  facts: z.array(fact).min(1).max(MOST_FACTS),
});
export type FactEvent = z.infer<typeof factEventSchema>;
