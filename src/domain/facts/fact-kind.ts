/** A kind of facts: the shape of its rows, and which facts a row of that shape tells. Files and pushes are read by the same one. */
import { z } from "zod";
import { isoDate } from "../dates.ts";
import type { Fact, FactSubject } from "./fact.ts";
import { AMOUNT, DAY, day, short } from "./fields.ts";
import type { FactReason } from "./reasons.ts";

export interface FactKind {
  /** The fields of a row; the columns of a file. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Reads a row as it is written to what it tells. */
  readonly row: z.ZodType<readonly Fact[]>;
}

/** Every row has its day, and may say where it stands. */
export const ofEveryRow = {
  as_of: day.meta({ description: "The day that the row is of; today at the latest" }),
  reference: short.optional().meta({ description: "Which document, row or counterparty; the kind when not said" }),
};
type OfEveryRow = z.infer<z.ZodObject<typeof ofEveryRow>>;

export type Told = Pick<Fact, "key" | "value" | "unit" | "field"> & { readonly reference?: string };

interface Telling<Row> {
  readonly about: (row: Row) => FactSubject | undefined;
  /** What is not said is left out. */
  readonly told: (row: Row) => readonly (Told | undefined)[];
  readonly checks?: readonly Check<Row>[];
}

/** What must hold between the fields of a row, and at which field it is said where it does not. */
type Check<Row> = readonly [holds: (row: Row) => boolean, reason: FactReason, field: string];

type RowSchema<Row> = z.ZodType<Row> & { readonly shape: FactKind["fields"] };

export function factKind<Row extends OfEveryRow>(
  name: string,
  schema: RowSchema<Row>,
  { about, told, checks = [] }: Telling<Row>,
): FactKind {
  const checked = schema.superRefine((row, ctx) => {
    for (const [holds, message, field] of checks) {
      if (!holds(row)) ctx.addIssue({ code: "custom", message, path: [field] });
    }
  });
  const row = checked.transform((said): readonly Fact[] => {
    const subject = about(said);
    const facts = subject === undefined ? [] : told(said).filter((one) => one !== undefined);
    const asOf = isoDate(said.as_of);
    return facts.flatMap((one) =>
      subject === undefined ? [] : [{ reference: said.reference ?? name, ...one, subject, asOf }],
    );
  });
  return { fields: schema.shape, row };
}

export function isOptional(field: z.ZodType): boolean {
  return field instanceof z.ZodOptional;
}

/** How a file may write a field: days and amounts in the manner that its mapping says, all else as it is. */
export function writtenAs(field: z.ZodType): "day" | "amount" | "text" {
  const format = z.globalRegistry.get(field instanceof z.ZodOptional ? field.unwrap() : field)?.format;
  if (format === DAY) return "day";
  return format === AMOUNT ? "amount" : "text";
}
