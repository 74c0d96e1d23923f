import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, anOfficer } from "../../builders/index.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

describe("a book whose extract is of long ago", () => {
  it("is spread over an interval from today, not heaped on the first day that is allowed", async () => {
    const database = await freshDatabase();
    const parts = await openTestParts(database, "2026-03-10T10:00:00+08:00");
    const officer = await anOfficer(database.db);
    const ids: string[] = [];
    for (let number = 0; number < 30; number += 1) {
      const borrower = await aBorrower(database.db, {
        unitId: officer.unitId,
        ownerId: officer.id,
        takeOnOn: "2005-06-15",
      });
      await aLoan(database.db, { borrowerId: borrower.id, disbursedOn: "2004-01-05", maturesOn: "2030-01-05" });
      ids.push(borrower.id);
    }
    await planBorrowers(systemContext(parts), ids, "import");

    const planned = await database.db.inspection.findMany({ where: { kind: "routine" }, select: { dueOn: true } });
    expect(planned).toHaveLength(30);
    expect(new Set(planned.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(20);
    expect(planned.every(({ dueOn }) => dueOn >= addDays(isoDate("2026-03-10"), 7))).toBe(true);
    await database.close();
  });
});
