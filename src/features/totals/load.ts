/**
 * What each unit has late, has due soon and did lately, as of every day that is today somewhere: a row where the digest of the unit above
 * would add up months of days. Sums of `UnitTotal`: made of it for a new day, then changed by every delta that is folded.
 */
import { z } from "zod";
import { addDays, daysBetween, isoDate } from "../../domain/dates.ts";
import type { AskedTotals } from "../../domain/digest/figures.ts";
import { LOAD_NAMES, loadAsked } from "../../domain/digest/load.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { RawSql, RawValue } from "../../platform/storage/index.ts";

/** Which days are kept, as `FIRST..LAST`. */
export const LOAD_DAYS = "totals.load_days";

/** Today, from the zone furthest behind to the one furthest ahead. */
export function daysSomewhere(now: Moment): IsoDate[] {
  const [first, last] = [localDate(now, "Etc/GMT+12"), localDate(now, "Etc/GMT-14")];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day));
}

export const daysKey = (days: readonly IsoDate[]): string => `${days.at(0) ?? ""}..${days.at(-1) ?? ""}`;

/** The days that are kept; none before the first fold. */
export async function loadDaysOf(sql: RawSql): Promise<IsoDate[]> {
  const rows = await sql.query(`SELECT DISTINCT "asOf" FROM "UnitLoad" ORDER BY "asOf"`);
  return z
    .array(z.object({ asOf: z.string() }))
    .parse(rows)
    .map(({ asOf }) => isoDate(asOf));
}

/** Made of the totals of units, and of nothing else. */
export async function makeLoads(sql: RawSql, days: readonly IsoDate[]): Promise<void> {
  await sql.execute(`DELETE FROM "UnitLoad"`);
  for (const day of days) await sql.execute(addedSql(day, `SELECT * FROM "UnitTotal"`));
  await sql.execute(
    `INSERT INTO "Setting" ("key", "value") VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`,
    [LOAD_DAYS, daysKey(days)],
  );
}

/** The same deltas that were added to the totals of units; `values` are the parameters of `rolled`. */
export async function addToLoads(
  sql: RawSql,
  days: readonly IsoDate[],
  rolled: string,
  values: readonly RawValue[],
): Promise<void> {
  for (const day of days) await sql.execute(addedSql(day, rolled), [...values]);
}

/** `"asOf"`, `"unitId"`, `"product"` and the three sums of what is counted, as of a day; nothing where all are nothing. */
export function loadsSql(day: IsoDate, counted: string): string {
  const asked = loadAsked(day);
  const sums = LOAD_NAMES.map((name) => `SUM(CASE WHEN ${anyOf(asked[name])} THEN "amount" ELSE 0 END) AS "${name}"`);
  const all = LOAD_NAMES.flatMap((name) => asked[name]);
  return `SELECT '${day}' AS "asOf", "unitId", "product", ${sums.join(", ")} FROM (${counted}) AS counted
    WHERE ${anyOf(all)} GROUP BY "unitId", "product"`;
}

function addedSql(day: IsoDate, counted: string): string {
  const added = LOAD_NAMES.map((name) => `"${name}" = "UnitLoad"."${name}" + excluded."${name}"`);
  return `INSERT INTO "UnitLoad" ("asOf", "unitId", "product", ${LOAD_NAMES.map((name) => `"${name}"`).join(", ")})
    SELECT * FROM (${loadsSql(day, counted)}) AS loads WHERE true
    ON CONFLICT ("asOf", "unitId", "product") DO UPDATE SET ${added.join(", ")}`;
}

const anyOf = (asked: readonly AskedTotals[]) => asked.map((one) => `(${bucketSql(one)})`).join(" OR ");

/** Words of our own alone: nobody types a kind, a state or a day. */
function bucketSql({ kind, states, from, before }: AskedTotals): string {
  return [
    `"kind" = '${kind}'`,
    ...(states === undefined ? [] : [`"state" IN (${states.map((state) => `'${state}'`).join(", ")})`]),
    ...(from === undefined ? [] : [`"fallsOn" >= '${from}'`]),
    ...(before === undefined ? [] : [`"fallsOn" < '${before}'`]),
  ].join(" AND ");
}
