import { beforeEach, describe, expect, it } from "vitest";
import { accountsWithoutOwner, promiseNoOwner } from "../../../src/features/portfolio/index.ts";
import { renderNoOwner } from "../../../src/features/portfolio/no-owner.ts";
import {
  aBorrower,
  aLoan,
  anOfficer,
  aUnit,
  aUnitManager,
  type PersonRow,
  type UnitRow,
} from "../../builders/index.ts";
import { aWorld, reads, theMessage, type World } from "../morning/desk-world.ts";
import { sure } from "./extracts.ts";

let world: World;
let unit: UnitRow;
let manager: PersonRow;
beforeEach(async () => {
  world = await aWorld("2026-03-10T02:00:00Z");
  unit = await aUnit(world.db, { name: "South branch" });
  manager = await aUnitManager(world.db, { unitId: unit.id });
});

async function anAccount(number: string, ownerId?: string, state = "live") {
  const owned = ownerId === undefined ? {} : { ownerId };
  const borrower = await aBorrower(world.db, { number, unitId: unit.id, ...owned });
  await aLoan(world.db, { borrowerId: borrower.id, state });
  return borrower;
}

describe("an account that nobody keeps", () => {
  it("is one that was never given to anybody, or whose keeper has left; not a settled one", async () => {
    const officer = await anOfficer(world.db, { unitId: unit.id });
    const leaver = await anOfficer(world.db, { unitId: unit.id, leftOn: "2026-03-06" });
    await anAccount("C-1");
    await anAccount("C-2", leaver.id);
    await anAccount("C-3", officer.id);
    await anAccount("C-4", undefined, "settled");
    expect(await accountsWithoutOwner(world.system())).toEqual([{ unitId: unit.id, count: 2, some: ["C-1", "C-2"] }]);
  });

  it("is told to the unit's manager once a day", async () => {
    await anAccount("C-1");
    expect(sure(await promiseNoOwner(world.system()))).toEqual({ accounts: 1, untoldUnitIds: [] });
    await promiseNoOwner(world.system());
    const messages = await world.db.outboxMessage.findMany({ where: { kind: "portfolio.no_owner" } });
    expect(messages).toMatchObject([{ personId: manager.id, slotOn: "2026-03-10" }]);
    world.at("2026-03-11T02:00:00Z");
    await promiseNoOwner(world.system());
    expect(await world.db.outboxMessage.count()).toBe(2);
  });

  it("is told to the nearest manager above where the unit has none, and counted where nobody is there", async () => {
    const below = await aUnit(world.db, { parentId: unit.id });
    const lonely = await aUnit(world.db);
    for (const unitId of [below.id, lonely.id]) {
      await aLoan(world.db, { borrowerId: (await aBorrower(world.db, { unitId })).id });
    }
    expect(sure(await promiseNoOwner(world.system()))).toEqual({ accounts: 2, untoldUnitIds: [lonely.id] });
    expect(await world.db.outboxMessage.findMany()).toMatchObject([{ personId: manager.id }]);
  });

  it("is no more mentioned once it has a keeper", async () => {
    const borrower = await anAccount("C-1");
    await promiseNoOwner(world.system());
    const message = await theMessage(world, manager.id, "portfolio.no_owner");
    expect(await reads(world, renderNoOwner, message)).toContain("South branch: 1 account | for example C-1");
    const officer = await anOfficer(world.db, { unitId: unit.id });
    await world.db.ownership.create({ data: { borrowerId: borrower.id, personId: officer.id, fromAt: new Date() } });
    expect(await reads(world, renderNoOwner, message)).toBeUndefined();
  });
});
