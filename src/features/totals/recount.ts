/** Counts everything again by plain SQL and holds it beside the totals: to the last one, or says where they differ. */
import { z } from "zod";
import { LOAD_NAMES } from "../../domain/digest/load.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { Database, DatabaseKind, RawSql } from "../../platform/storage/index.ts";
import { TREE_CHANGED } from "./fold.ts";
import { AMOUNTS, KEY_COLUMNS, ROLLED_COLUMNS, rolledSql } from "./fold-sql.ts";
import { loadDaysOf, loadsSql } from "./load.ts";
import { recountSql } from "./sources.ts";

const AMOUNT_COLUMNS = AMOUNTS.map((name) => `"${name}"`).join(", ");

const difference = z.object({
  unitId: z.string(),
  personId: z.string().default(""),
  product: z.string(),
  kind: z.string(),
  state: z.string(),
  fallsOn: z.string(),
  recounted: z.coerce.number(),
  counted: z.coerce.number(),
  /** Minor units. */
  moneyRecounted: z.coerce.bigint(),
  moneyCounted: z.coerce.bigint(),
});
/** One total that is not what plain SQL counts. */
export type Difference = z.infer<typeof difference>;

export interface Recount {
  /** Things that were counted again, all kinds together. */
  readonly things: number;
  /** Totals of persons and units, folded or not, that differ from the record. */
  readonly differences: readonly Difference[];
  /** Totals of units with what is below them that are not the sum of those; and what of them is kept as of a day, under its name. */
  readonly rolled: readonly Difference[];
}

/** What plain SQL counts beside the folded totals and the deltas that still wait. */
function differencesSql(database: DatabaseKind): string {
  return beside(
    KEY_COLUMNS,
    recountSql(database),
    `SELECT ${KEY_COLUMNS}, ${AMOUNT_COLUMNS} FROM "Total"
     UNION ALL SELECT ${KEY_COLUMNS}, ${AMOUNT_COLUMNS} FROM "TotalDelta" WHERE "foldId" IS NULL`,
  );
}

function rolledDifferencesSql(): string {
  return beside(
    ROLLED_COLUMNS,
    rolledSql(`SELECT * FROM "Total"`),
    `SELECT ${ROLLED_COLUMNS}, ${AMOUNT_COLUMNS} FROM "UnitTotal"`,
  );
}

/** What is kept by unit and day beside the totals of units, each of the three under its name; of the days that are kept. */
function loadDifferencesSql(days: readonly IsoDate[]): string {
  const byName = (loads: string) =>
    LOAD_NAMES.map(
      (name) =>
        `SELECT "unitId", "product", '${name}' AS "kind", '' AS "state", "asOf" AS "fallsOn", "${name}" AS "amount", 0 AS "moneyMinor" FROM (${loads}) AS l`,
    ).join(" UNION ALL ");
  const made = days.map((day) => loadsSql(day, `SELECT * FROM "UnitTotal"`)).join(" UNION ALL ");
  return beside(ROLLED_COLUMNS, byName(made), byName(`SELECT * FROM "UnitLoad"`));
}

const BESIDE = ["recounted", "counted", "moneyRecounted", "moneyCounted"] as const;

function beside(columns: string, recounted: string, counted: string): string {
  const sums = BESIDE.map((name) => `SUM("${name}") AS "${name}"`).join(", ");
  const of = (...values: string[]) => BESIDE.map((name, at) => `${values[at]} AS "${name}"`).join(", ");
  return `SELECT ${columns}, ${sums} FROM (
      SELECT ${columns}, ${of(`"amount"`, "0", `"moneyMinor"`, "0")} FROM (${recounted}) AS r
      UNION ALL SELECT ${columns}, ${of("0", `"amount"`, "0", `"moneyMinor"`)} FROM (${counted}) AS c
    ) AS beside GROUP BY ${columns}
    HAVING SUM("recounted") <> SUM("counted") OR SUM("moneyRecounted") <> SUM("moneyCounted")`;
}

/** Reads every counted row once: seconds on a large book, and it holds nobody up. */
export async function recountTotals(ctx: Context): Promise<Recount | Refusal> {
  const refused = authorize(ctx, "recount_totals", nothingInParticular);
  return refused ?? recount(ctx.parts.database);
}

/** The same without asking who wants to know: for `doctor`, which has asked. */
export async function recount({ raw, kind }: Pick<Database, "raw" | "kind">): Promise<Recount> {
  const [all] = await raw.query(`SELECT COALESCE(SUM("amount"), 0) AS "things" FROM (${recountSql(kind)}) AS r`);
  return {
    things: z.object({ things: z.coerce.number() }).parse(all).things,
    differences: z.array(difference).parse(await raw.query(differencesSql(kind))),
    rolled: z.array(difference).parse([...(await raw.query(rolledDifferencesSql())), ...(await loadDifferences(raw))]),
  };
}

async function loadDifferences(raw: RawSql): Promise<unknown[]> {
  const days = await loadDaysOf(raw);
  return days.length === 0 ? [] : raw.query(loadDifferencesSql(days));
}

/** Writes the deltas that are missing, as deltas; the audit says which totals they mended. */
export async function mendTotals(ctx: Context): Promise<Recount | Refusal> {
  const found = await recountTotals(ctx);
  if (isRefusal(found) || found.differences.length + found.rolled.length === 0) {
    return found;
  }
  await inTransaction(ctx, async (tx) => {
    const sql = tx.parts.database.rawIn(tx.db);
    await sql.execute(
      `INSERT INTO "TotalDelta" (${KEY_COLUMNS}, ${AMOUNT_COLUMNS})
       SELECT ${KEY_COLUMNS}, "recounted" - "counted", "moneyRecounted" - "moneyCounted" FROM (${differencesSql(tx.parts.database.kind)}) AS d`,
    );
    await sql.execute(
      `INSERT INTO "Setting" ("key", "value") VALUES ($1, 'mended') ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`,
      [TREE_CHANGED],
    );
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "totals.mended",
      subject: { kind: "totals", id: "all" },
      after: {
        totals: found.differences.length,
        rolled: found.rolled.length,
        first: found.differences.slice(0, 20).map(inPlainNumbers),
      },
      policyVersionId: tx.policy.versionId,
    });
  });
  return found;
}

/** The audit log holds no big numbers. */
function inPlainNumbers({ moneyRecounted, moneyCounted, ...one }: Difference) {
  return { ...one, moneyRecounted: String(moneyRecounted), moneyCounted: String(moneyCounted) };
}
