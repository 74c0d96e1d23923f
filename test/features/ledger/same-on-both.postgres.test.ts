/** One book, on PostgreSQL and as the same rows in SQLite: whoever reads it, the register is the same to the last cell. */
import { describe, expect, it } from "vitest";
import type { LedgerFilters } from "../../../src/domain/ledger/filters.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import type { Parts } from "../../../src/platform/context.ts";
import { copiedToSqlite } from "../../setup/copied-to-sqlite.ts";
import { liveHistory } from "../totals/history.ts";
import { ledgerRows, readLedger } from "./written.ts";

const SEEDS = [4, 5];
const PATIENCE_MS = 240_000;

async function asRead(parts: Parts, personId: string, filters: LedgerFilters) {
  const ctx = await contextOfPerson(parts, personId);
  if (ctx === undefined) throw new Error("nobody of that id is at work");
  const { told, sheets } = await readLedger(ctx, filters);
  return { differences: told.differences, sheets: [...sheets], rows: await ledgerRows(ctx, filters) };
}

describe("the register of the same book on both databases", () => {
  it.each(SEEDS)(
    "%i is the same",
    async (seed) => {
      const { world } = await liveHistory(seed, 60);
      const copy = await copiedToSqlite(world.database);
      try {
        for (const { id } of [world.above, world.manager, world.reviewer, world.officer]) {
          for (const filters of [{}, { category: "tiers" }, { product: "mortgage" }] as const) {
            const here = await asRead(world.parts, id, filters);
            const there = await asRead({ ...world.parts, database: copy }, id, filters);
            expect(there).toEqual(here);
            expect(here.differences).toBe(0);
          }
        }
        const { rows } = await asRead(world.parts, world.above.id, {});
        expect(rows.length).toBeGreaterThan(30);
        expect(new Set(rows.map(({ Event }) => Event)).size).toBeGreaterThan(8);
      } finally {
        await copy.close();
      }
    },
    PATIENCE_MS,
  );
});
