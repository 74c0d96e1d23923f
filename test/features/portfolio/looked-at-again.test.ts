/** Whose facts a file tells otherwise than before is looked at again soon; a new book is looked at in the night. */
import { expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { anOfficer, aUnit } from "../../builders/index.ts";
import { aWorld } from "../morning/desk-world.ts";
import { imported, ownFile, ownRow, shipped } from "./extracts.ts";

it("asks for a look at the customers whose loans a file changes, and at no other", async () => {
  const world = await aWorld("2026-03-10T01:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" });
  const take = (asOf: string, ...rows: readonly ReturnType<typeof ownRow>[]) =>
    imported(world.system(), {
      file: ownFile(...rows),
      mapping: shipped("own"),
      asOf,
      takeOnOn: isoDate("2026-03-01"),
    });
  const other = ownRow({ loan_number: "L-2", borrower_number: "C-2", borrower_name: "Yongan Foods" });
  await take("2026-03-08", ownRow({ past_due_since: "" }), other);
  expect(await world.db.lookAsked.count()).toBe(0);
  await take("2026-03-09", ownRow({ past_due_since: "2026-03-05" }), other);
  const asked = await world.db.lookAsked.findMany({ select: { borrower: { select: { number: true } } } });
  expect(asked).toEqual([{ borrower: { number: "C-1" } }]);
});
