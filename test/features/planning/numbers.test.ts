import { expect, it } from "vitest";
import { takeNumbers } from "../../../src/features/planning/numbers.ts";
import { freshDatabase } from "../../setup/database.ts";

it("twenty writers at once never get the same inspection number, and leave none out", async () => {
  const database = await freshDatabase();

  const taken = await Promise.all(
    Array.from({ length: 20 }, (_, at) => database.inTransaction((tx) => takeNumbers(tx, 2026, 1 + (at % 3)))),
  );

  const numbers = taken.flat().sort();
  expect(new Set(numbers).size).toBe(39);
  expect([numbers[0], numbers.at(-1)]).toEqual(["I-2026-00001", "I-2026-00039"]);
});

it("each year counts anew", async () => {
  const { db } = await freshDatabase();
  await takeNumbers(db, 2026, 3);

  expect(await takeNumbers(db, 2027, 1)).toEqual(["I-2027-00001"]);
});
