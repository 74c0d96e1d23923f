/** What another system pushes: rows of one kind of facts, as one event with an id of its own. */
import { z } from "zod";
import type { Fact } from "../../domain/facts/fact.ts";
import { FACT_KINDS, type FactKindName, factKinds } from "../../domain/facts/kinds.ts";

/** Names that a source of ours bears already. */
export const SOURCE_NAME = /^(?!(report|book|plan)$)[a-z][a-z0-9_]{0,39}$/u;

const MOST_ROWS = 200;

const head = {
  id: z
    .string()
    .regex(/^[A-Za-z0-9][\w.:-]{0,99}$/u, "is 1 to 100 letters, digits and . : _ -")
    .meta({ description: "Of this event, given once by the source; sent again, it gets the first answer again" }),
  source: z
    .string()
    .regex(SOURCE_NAME, "is up to 40 small letters, digits and underscores, and not report, book or plan")
    .meta({ description: "Which system tells it", examples: ["core_banking"] }),
};

function eventOf(kind: FactKindName) {
  return z.strictObject({ ...head, kind: z.literal(kind), facts: z.array(factKinds[kind].row).min(1).max(MOST_ROWS) });
}

export interface FactEvent {
  readonly id: string;
  readonly source: string;
  readonly kind: FactKindName;
  /** What each row tells. */
  readonly facts: readonly (readonly Fact[])[];
}

export const factEventSchema: z.ZodType<FactEvent> = z.discriminatedUnion(
  "kind",
  [eventOf(FACT_KINDS[0]), ...FACT_KINDS.slice(1).map(eventOf)],
  {
    error: () => `is one of: ${FACT_KINDS.join(", ")}`,
  },
);
