/** Adds what was written down since to the totals: a duty of the clock, and of whoever is about to read them. */
import { z } from "zod";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { BatchSize, isStorageBusy, type RawSql } from "../../platform/storage/index.ts";
import { AMOUNTS, DELTAS_FOLDED, KEY_COLUMNS, ROLLED_COLUMNS, ROLLED_FOLDED, rolledSql, SUMMED } from "./fold-sql.ts";
import { addToLoads, daysKey, daysSomewhere, LOAD_DAYS, makeLoads } from "./load.ts";

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

/** A fold's id, and its first and last delta. */
type Values = readonly [string, number, number];

/** Two processes fold one after the other; SQLite has one writer anyway. */
const FOLD_LOCK = 5_022_001;

/** Set by a trigger when a unit moved in the tree. */
export const TREE_CHANGED = "totals.tree_changed";

/** In small transactions, at most about `most` deltas; whoever waits for figures asks for few. */
export async function foldTotals(ctx: Context, most = Number.POSITIVE_INFINITY): Promise<Folded> {
  const batch = new BatchSize();
  let deltas = 0;
  if (!(await isBehind(ctx))) {
    return { deltas, more: false };
  }
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

/** For whoever is about to read: where the database is kept busy, they read what was added before, and are told so. */
export async function foldBeforeReading(ctx: Context, most: number): Promise<Folded> {
  try {
    return await foldTotals(ctx, most);
  } catch (failure) {
    if (isStorageBusy(failure)) {
      return { deltas: 0, more: true };
    }
    throw failure;
  }
}

async function foldBatch(ctx: Context, most: number, begun: () => void): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    begun();
    const { database } = tx.parts;
    const sql = database.rawIn(tx.db);
    if (database.kind === "postgres") {
      await sql.query(`SELECT pg_advisory_xact_lock(${FOLD_LOCK})::text`);
    }
    const days = daysSomewhere(tx.now);
    await makeAgain(sql, days);
    const fold = await takeDeltas(sql, most);
    if (fold === undefined) {
      return 0;
    }
    await addUp(sql, fold.values);
    await addToLoads(sql, days, ROLLED_FOLDED, fold.values);
    await forgetNothings(sql, fold.values);
    return fold.count;
  });
}

/** Whether there is anything to do, without keeping others from writing. */
async function isBehind(ctx: Context): Promise<boolean> {
  const { raw } = ctx.parts.database;
  const [waiting] = await raw.query(`SELECT 1 AS "one" FROM "TotalDelta" WHERE "foldId" IS NULL LIMIT 1`);
  const { moved, days } = await marksOf(raw);
  return waiting !== undefined || moved || days !== daysKey(daysSomewhere(ctx.now));
}

const place = z.object({ first: z.coerce.string().nullable(), last: z.coerce.string().nullable() });

/** The oldest that wait, marked as this fold's. Whatever became visible among them since is the next fold's. */
async function takeDeltas(sql: RawSql, most: number) {
  const [found] = await sql.query(
    `SELECT MIN("seq") AS "first", MAX("seq") AS "last" FROM
      (SELECT "seq" FROM "TotalDelta" WHERE "foldId" IS NULL ORDER BY "seq" LIMIT $1) AS waiting`,
    [most],
  );
  const { first, last } = place.parse(found);
  if (first === null || last === null) {
    return undefined;
  }
  const values = [newId(), Number(first), Number(last)] as const;
  const count = await sql.execute(
    `UPDATE "TotalDelta" SET "foldId" = $1 WHERE "seq" >= $2 AND "seq" <= $3 AND "foldId" IS NULL`,
    [...values],
  );
  return { values, count };
}

async function addUp(sql: RawSql, values: Values): Promise<void> {
  await sql.execute(
    `INSERT INTO "Total" (${KEY_COLUMNS}, ${WRITTEN}) SELECT ${KEY_COLUMNS}, ${SUMMED} FROM (${DELTAS_FOLDED}) AS d WHERE true GROUP BY ${KEY_COLUMNS}
     ON CONFLICT (${KEY_COLUMNS}) DO UPDATE SET ${added("Total")}`,
    [...values],
  );
  await sql.execute(
    `INSERT INTO "UnitTotal" (${ROLLED_COLUMNS}, ${WRITTEN}) ${ROLLED_FOLDED}
     ON CONFLICT (${ROLLED_COLUMNS}) DO UPDATE SET ${added("UnitTotal")}`,
    [...values],
  );
}

/** A total of nothing is no bucket: what was planned in the past would pile up. */
async function forgetNothings(sql: RawSql, values: Values): Promise<void> {
  await sql.execute(
    `DELETE FROM "Total" WHERE ${NOTHING} AND (${KEY_COLUMNS}) IN (SELECT ${KEY_COLUMNS} FROM (${DELTAS_FOLDED}) AS d)`,
    [...values],
  );
  await sql.execute(
    `DELETE FROM "UnitTotal" WHERE ${NOTHING}
      AND (${ROLLED_COLUMNS}) IN (SELECT ${ROLLED_COLUMNS} FROM (${ROLLED_FOLDED}) AS u)`,
    [...values],
  );
}

/** A unit that moved takes its figures along: the totals of units are made again of those of persons. A new day has loads of its own. */
async function makeAgain(sql: RawSql, days: readonly IsoDate[]): Promise<void> {
  const marks = await marksOf(sql);
  if (marks.moved) {
    await sql.execute(`DELETE FROM "UnitTotal"`);
    await sql.execute(`INSERT INTO "UnitTotal" (${ROLLED_COLUMNS}, ${WRITTEN}) ${rolledSql(`SELECT * FROM "Total"`)}`);
    await sql.execute(`DELETE FROM "Setting" WHERE "key" = $1`, [TREE_CHANGED]);
  }
  if (marks.moved || marks.days !== daysKey(days)) {
    await makeLoads(sql, days);
  }
}

const mark = z.object({ key: z.string(), value: z.string() });

async function marksOf(sql: RawSql): Promise<{ readonly moved: boolean; readonly days: string | undefined }> {
  const rows = await sql.query(`SELECT "key", "value" FROM "Setting" WHERE "key" IN ($1, $2)`, [
    TREE_CHANGED,
    LOAD_DAYS,
  ]);
  const marks = new Map(
    z
      .array(mark)
      .parse(rows)
      .map(({ key, value }) => [key, value]),
  );
  return { moved: marks.has(TREE_CHANGED), days: marks.get(LOAD_DAYS) };
}
