/** What somebody types is looked up in an index, whatever size the book has: Prisma's own question for a beginning is not. */
import { beforeAll, expect, it } from "vitest";
import { beginningSql } from "../../../src/features/accounts/beginning.ts";
import type { Database } from "../../../src/platform/storage/index.ts";
import { freshDatabase } from "../../setup/database.ts";

let raw: Database["raw"];
beforeAll(async () => {
  raw = (await freshDatabase()).raw;
});

it.each([
  ["number", 0, "customers_by_number (number>? AND number<?)"],
  ["name", 0, "customers_by_name (name>? AND name<?)"],
  ["number", 3, "customers_of_unit_by_number (unitId=? AND number>? AND number<?)"],
  ["name", 3, "customers_of_unit_by_name (unitId=? AND name>? AND name<?)"],
] as const)("the beginning of a %s, in so many units: %i", async (column, units, index) => {
  const values = ["Comp%", 21, ...Array.from({ length: units }, (_, at) => `unit-${at}`)];
  const plan = await raw.query(`EXPLAIN QUERY PLAN ${beginningSql(column, units)}`, values);
  expect(JSON.stringify(plan)).toContain(index);
});

it("is read through where the pattern is put together by the question", async () => {
  const asked = `EXPLAIN QUERY PLAN SELECT "id" FROM "Borrower" WHERE "name" LIKE ($1 || '%') LIMIT 21`;
  expect(JSON.stringify(await raw.query(asked, ["Comp"]))).not.toContain("name>?");
});
