/** What the register says of an event's customer, from its live loans as they are now. */
import { z } from "zod";
import { PRODUCTS, type Product, RISK_TIERS, type RiskTier } from "../../domain/vocabulary.ts";
import type { RawSql } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface LoanFacts {
  /** All that is drawn; nothing where loans are in several currencies. */
  readonly drawn?: { readonly minor: bigint; readonly currency: string };
  /** Where all are of one. */
  readonly product?: Product;
  /** The weakest. */
  readonly tier?: RiskTier;
}

const WEAKEST = RISK_TIERS.map((tier, place) => `WHEN '${tier}' THEN ${place}`).join(" ");

/** One row a borrower with a live loan: `borrowerId, drawn, currency (empty: several), product (empty: several), tier (its place)`. */
export function loanFactsSql(where: string): string {
  return `SELECT "borrowerId", SUM("drawnMinor") AS "drawn",
    CASE WHEN MIN("currency") = MAX("currency") THEN MIN("currency") ELSE '' END AS "currency",
    CASE WHEN MIN("product") = MAX("product") THEN MIN("product") ELSE '' END AS "product",
    MAX(CASE "tier" ${WEAKEST} END) AS "tier"
    FROM "Loan" WHERE "state" = 'live' AND ${where} GROUP BY "borrowerId"`;
}

const row = z.object({
  borrowerId: z.string(),
  drawn: z.coerce.bigint(),
  currency: z.string(),
  product: z.string(),
  tier: z.coerce.number(),
});

/** `listed`: SQL that makes a list of the JSON text of a parameter. */
export async function loanFactsOf(
  raw: RawSql,
  borrowerIds: readonly string[],
  listed: (place: string) => string,
): Promise<Map<string, LoanFacts>> {
  const rows = await raw.query(
    `SELECT "borrowerId", CAST("drawn" AS TEXT) AS "drawn", "currency", "product", "tier"
     FROM (${loanFactsSql(`"borrowerId" IN ${listed("$1")}`)}) AS f`,
    [JSON.stringify(borrowerIds)],
  );
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ borrowerId, drawn, currency, product, tier }) => [
        borrowerId,
        {
          ...(currency === "" ? {} : { drawn: { minor: drawn, currency } }),
          ...(product === "" ? {} : { product: oneOf(PRODUCTS, product) }),
          ...(RISK_TIERS[tier] === undefined ? {} : { tier: RISK_TIERS[tier] }),
        },
      ]),
  );
}
