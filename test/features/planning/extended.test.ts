import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { grantExtension } from "../../../src/features/deadlines/extend.ts";
import { planBorrowers, replanAll } from "../../../src/features/planning/index.ts";
import { aBorrower, aLoan, anOfficer, aUnitManager } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-03-10T02:00:00Z");
});

/** Visited on 12 January, due on 10 April by the rule; the manager made it 20 April. */
async function anExtendedInspection() {
  const officer = await anOfficer(world.db);
  const manager = await aUnitManager(world.db, { unitId: officer.unitId });
  const borrower = await aBorrower(world.db, {
    takeOnOn: "2025-01-01",
    lastInspectedOn: "2026-01-12",
    lastVisitOn: "2026-01-12",
    lastOnSiteOn: "2026-01-12",
    ownerId: officer.id,
    unitId: officer.unitId,
  });
  const loan = await aLoan(world.db, { borrowerId: borrower.id, disbursedOn: "2024-06-03" });
  await planBorrowers(world.system(), [borrower.id], "import");
  const { id, dueOn } = await world.db.inspection.findFirstOrThrow({ where: { borrowerId: borrower.id } });
  expect(dueOn).toBe("2026-04-10");
  const wanted = { inspectionId: id, toDueOn: isoDate("2026-04-20"), reason: "Moving house" };
  expect(isRefusal(await grantExtension(await world.as(manager.id), wanted))).toBe(false);
  return { id, loan };
}

const dueOn = async (id: string) => (await world.db.inspection.findUniqueOrThrow({ where: { id } })).dueOn;

describe("a date that the manager moved", () => {
  it("is not taken back by the nightly planning", async () => {
    const { id } = await anExtendedInspection();
    world.at("2026-03-11T16:30:00Z");

    await replanAll(world.system(), "nightly");

    expect(await dueOn(id)).toBe("2026-04-20");
  });

  it("gives way to a stricter rule", async () => {
    const { id, loan } = await anExtendedInspection();
    await world.db.loan.update({ where: { id: loan.id }, data: { tier: "substandard" } });

    await replanAll(world.system(), "nightly");

    expect((await dueOn(id)) < "2026-04-10").toBe(true);
  });
});
