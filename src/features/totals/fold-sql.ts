/** The SQL that folding and recounting share. */
export { KEY_COLUMNS } from "./sources.ts";

/** What a total adds up: how many, and minor units. */
export const AMOUNTS = ["amount", "moneyMinor"] as const;
export const SUMMED = AMOUNTS.map((name) => `SUM("${name}") AS "${name}"`).join(", ");

export const ROLLED_COLUMNS = ["unitId", "product", "kind", "state", "fallsOn"].map((name) => `"${name}"`).join(", ");

/**
 * The deltas of one fold, whose id and first and last place are the first three parameters. Looked for by place: a database whose
 * statistics are of a day on which nothing was folded believes the id to be worth nothing, and reads every delta for each.
 */
export const DELTAS_FOLDED = `SELECT * FROM "TotalDelta" WHERE "seq" >= $2 AND "seq" <= $3 AND "foldId" = $1`;

/**
 * Amounts of `counted`, rows with a key and both amounts, for each unit together with everything below it. Sums of nothing too.
 * `units` are the ids of those that may stand in it: all, where it is not said.
 */
export function rolledSql(counted: string, units = `SELECT "id" AS "unitId" FROM "OrgUnit"`): string {
  const columns = ROLLED_COLUMNS.replace(`"unitId", `, "");
  return `SELECT a."above" AS "unitId", ${columns}, ${SUMMED}
    FROM (${counted}) AS c JOIN (
      WITH RECURSIVE path("unit", "above") AS (
        SELECT "unitId", "unitId" FROM (${units}) AS u
        UNION SELECT p."unit", o."parentId" FROM path p JOIN "OrgUnit" o ON o."id" = p."above" WHERE o."parentId" IS NOT NULL
      ) SELECT "unit", "above" FROM path
    ) AS a ON a."unit" = c."unitId"
    WHERE true GROUP BY a."above", ${columns}`;
}

/** The deltas of one fold by unit, with their parameters. */
export const ROLLED_FOLDED = rolledSql(DELTAS_FOLDED, `SELECT DISTINCT "unitId" FROM (${DELTAS_FOLDED}) AS f`);
