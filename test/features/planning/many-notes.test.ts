import { expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { aBorrower, aLoan, anOfficer } from "../../builders/index.ts";
import { aWorld } from "../morning/desk-world.ts";

it("plans for a customer of whom a note was written every week for twenty years", async () => {
  const world = await aWorld("2026-03-10T02:00:00Z");
  const officer = await anOfficer(world.db);
  const borrower = await aBorrower(world.db, {
    ownerId: officer.id,
    takeOnOn: "2005-01-01",
    lastVisitOn: "2026-01-05",
  });
  const loan = await aLoan(world.db, {
    borrowerId: borrower.id,
    disbursedOn: "2005-01-05",
    state: "written_off",
    tier: "loss",
  });
  const ids = Array.from({ length: 1_100 }, (_, week) => `note-${week}`);
  await world.db.inspection.createMany({
    data: ids.map((id, week) => {
      const at = new Date(Date.parse("2026-03-06T02:00:00Z") - week * 7 * 86_400_000);
      const due = { dueOn: at.toISOString().slice(0, 10), policyLine: "", policyVersionId: "policy-1", because: "{}" };
      const done = { state: "approved", submittedAt: at, closedAt: at, createdAt: at };
      const whose = { borrowerId: borrower.id, unitId: borrower.unitId, assigneeId: officer.id };
      return { id, number: id, kind: "weekly_track", occasion: "weekly", mode: "off_site", ...due, ...done, ...whose };
    }),
  });

  // A new date gives five working days of grace.
  const outcome = await planBorrowers(world.system(), [borrower.id], "nightly");

  expect(isRefusal(outcome)).toBe(false);
  const next = await world.db.inspection.findMany({
    where: { borrowerId: borrower.id, state: "planned", kind: "weekly_track" },
  });
  expect(next.map(({ dueOn }) => dueOn)).toEqual(["2026-03-17"]);
  expect(loan.state).toBe("written_off");
});
