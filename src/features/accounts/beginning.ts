/**
 * Customers whose number or name begins with a text, by SQL of our own: what Prisma asks (`LIKE (? || '%')`, by id) no index serves, and a
 * book of a million is read through. Each of these has an index (prisma/guards.ts, SEARCH_INDEXES).
 */
import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { conditionOf, type Place } from "./reach.ts";

export interface Beginning {
  readonly column: "number" | "name";
  /** Holds no sign that means something to LIKE. */
  readonly text: string;
  readonly place: Place;
}

/** At most `most` ids, in no order. */
export async function idsBeginningWith(
  ctx: Context,
  { column, text, place }: Beginning,
  most: number,
): Promise<string[]> {
  if (place.of === "customers") {
    const where = { ...conditionOf(place), [column]: { startsWith: text } };
    return (await ctx.db.borrower.findMany({ where, take: most, select: { id: true } })).map(({ id }) => id);
  }
  const units = place.of === "units" ? place.ids : [];
  const rows = await ctx.parts.database.raw.query(beginningSql(column, units.length), [`${text}%`, most, ...units]);
  return found.parse(rows).map(({ id }) => id);
}

/** Parameters are the pattern, how many, and the units. */
export function beginningSql(column: Beginning["column"], units: number): string {
  const places = Array.from({ length: units }, (_, at) => `$${at + 3}`);
  const within = units === 0 ? "" : `AND "unitId" IN (${places.join(", ")})`;
  return `SELECT "id" FROM "Borrower" WHERE "${column}" LIKE $1 ${within} LIMIT $2`;
}

const found = z.array(z.object({ id: z.string() }));
