/** Adds what was written down since to the totals: a duty of the clock, and of whoever is about to read them. */
import { type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { BatchSize, type RawSql } from "../../platform/storage/index.ts";
import { AMOUNTS, deltasFoldedSql, KEY_COLUMNS, ROLLED_COLUMNS, rolledSql, SUMMED } from "./fold-sql.ts";

const WRITTEN = AMOUNTS.map((name) => `"${name}"`).join(", ");
const NOTHING = AMOUNTS.map((name) => `"${name}" = 0`).join(" AND ");
const added = (table: string) =>
  AMOUNTS.map((name) => `"${name}" = "${table}"."${name}" + excluded."${name}"`).join(", ");

export interface Folded {
  /** Deltas that were added now. */
  readonly deltas: number;
  /** More are waiting than were asked to be added. */
  readonly more: boolean;
}

/** Two processes fold one after the other; SQLite has one writer anyway. */
const FOLD_LOCK = 5_022_001;

/** Set by a trigger when a unit moved in the tree. */
export const TREE_CHANGED = "totals.tree_changed";

/** In small transactions, at most about `most` deltas; whoever waits for figures asks for few. */
export async function foldTotals(ctx: Context, most = Number.POSITIVE_INFINITY): Promise<Folded> {
  const batch = new BatchSize();
  let deltas = 0;
  while (deltas < most) {
    const rows = batch.rows;
    const folded = await batch.measure(rows, (begun) => foldBatch(ctx, rows, begun));
    deltas += folded;
    if (folded < rows) {
      return { deltas, more: false };
    }
  }
  return { deltas, more: true };
}

async function foldBatch(ctx: Context, most: number, begun: () => void): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    begun();
    const { database } = tx.parts;
    const sql = database.rawIn(tx.db);
    if (database.kind === "postgres") {
      await sql.query(`SELECT pg_advisory_xact_lock(${FOLD_LOCK})::text`);
    }
    await rollUpAgain(sql);
    const foldId = newId();
    const count = await sql.execute(
      `UPDATE "TotalDelta" SET "foldId" = $1 WHERE "seq" IN
        (SELECT "seq" FROM "TotalDelta" WHERE "foldId" IS NULL ORDER BY "seq" LIMIT $2)`,
      [foldId, most],
    );
    if (count > 0) {
      await addUp(sql, foldId);
    }
    return count;
  });
}

async function addUp(sql: RawSql, foldId: string): Promise<void> {
  const folded = deltasFoldedSql("$1");
  await sql.execute(
    `INSERT INTO "Total" (${KEY_COLUMNS}, ${WRITTEN}) SELECT ${KEY_COLUMNS}, ${SUMMED} FROM (${folded}) AS d WHERE true GROUP BY ${KEY_COLUMNS}
     ON CONFLICT (${KEY_COLUMNS}) DO UPDATE SET ${added("Total")}`,
    [foldId],
  );
  await sql.execute(
    `INSERT INTO "UnitTotal" (${ROLLED_COLUMNS}, ${WRITTEN}) ${rolledSql(folded)}
     ON CONFLICT (${ROLLED_COLUMNS}) DO UPDATE SET ${added("UnitTotal")}`,
    [foldId],
  );
  await forgetNothings(sql, foldId, folded);
}

/** A total of nothing is no bucket: what was planned in the past would pile up. */
async function forgetNothings(sql: RawSql, foldId: string, folded: string): Promise<void> {
  await sql.execute(
    `DELETE FROM "Total" WHERE ${NOTHING} AND (${KEY_COLUMNS}) IN (SELECT ${KEY_COLUMNS} FROM (${folded}) AS d)`,
    [foldId],
  );
  await sql.execute(
    `DELETE FROM "UnitTotal" WHERE ${NOTHING}
      AND (${ROLLED_COLUMNS}) IN (SELECT ${ROLLED_COLUMNS} FROM (${rolledSql(folded)}) AS u)`,
    [foldId],
  );
}

/** A unit that moved takes its figures along: the totals of units are made again of those of persons. */
async function rollUpAgain(sql: RawSql): Promise<void> {
  const moved = await sql.query(`SELECT "value" FROM "Setting" WHERE "key" = $1`, [TREE_CHANGED]);
  if (moved.length === 0) {
    return;
  }
  await sql.execute(`DELETE FROM "UnitTotal"`);
  await sql.execute(`INSERT INTO "UnitTotal" (${ROLLED_COLUMNS}, ${WRITTEN}) ${rolledSql(`SELECT * FROM "Total"`)}`);
  await sql.execute(`DELETE FROM "Setting" WHERE "key" = $1`, [TREE_CHANGED]);
}
