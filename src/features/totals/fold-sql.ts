/** The SQL that folding and recounting share. */
export { KEY_COLUMNS } from "./sources.ts";

/** What a total adds up: how many, and minor units. */
export const AMOUNTS = ["amount", "moneyMinor"] as const;
export const SUMMED = AMOUNTS.map((name) => `SUM("${name}") AS "${name}"`).join(", ");

export const ROLLED_COLUMNS = ["unitId", "product", "kind", "state", "fallsOn"].map((name) => `"${name}"`).join(", ");

/** The deltas of one fold; `place` is where its id stands among the parameters. */
export function deltasFoldedSql(place: string): string {
  return `SELECT * FROM "TotalDelta" WHERE "foldId" = ${place}`;
}

/** Amounts of `counted`, rows with a key and both amounts, for each unit together with everything below it. Sums of nothing too. */
export function rolledSql(counted: string): string {
  const columns = ROLLED_COLUMNS.replace(`"unitId", `, "");
  return `SELECT a."above" AS "unitId", ${columns}, ${SUMMED}
    FROM (${counted}) AS c JOIN (
      WITH RECURSIVE path("unit", "above") AS (
        SELECT "id", "id" FROM "OrgUnit"
        UNION SELECT p."unit", o."parentId" FROM path p JOIN "OrgUnit" o ON o."id" = p."above" WHERE o."parentId" IS NOT NULL
      ) SELECT "unit", "above" FROM path
    ) AS a ON a."unit" = c."unitId"
    WHERE true GROUP BY a."above", ${columns}`;
}
