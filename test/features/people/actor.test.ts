import { beforeEach, describe, expect, it } from "vitest";
import {
  actorOf,
  contextFor,
  contextOfPerson,
  holdersOf,
  managerOf,
  unitPath,
} from "../../../src/features/people/index.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import {
  anOfficer,
  aPerson,
  aReviewer,
  aSlackAccount,
  aStandIn,
  aUnit,
  aUnitManager,
  type UnitRow,
} from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let head: UnitRow;
let branch: UnitRow;
let outlet: UnitRow;
beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  head = await aUnit(world.db, { kind: "head_office" });
  branch = await aUnit(world.db, { parentId: head.id });
  outlet = await aUnit(world.db, { parentId: branch.id, kind: "sub_branch" });
});
const now = () => world.parts.clocks.now();

describe("a person acts", () => {
  it("with the roles of this moment, not of another", async () => {
    const person = await aPerson(world.db, {
      unitId: branch.id,
      roles: [
        { role: "account_manager" },
        { role: "unit_manager", toAt: new Date("2026-03-10T01:00:00Z") },
        { role: "post_loan_officer", fromAt: new Date("2026-03-10T01:00:01Z") },
      ],
    });
    const actor = await actorOf(world.db, person.id, now());
    expect(actor?.grants).toEqual([{ role: "account_manager", unitId: branch.id }]);
    const later = await actorOf(world.db, person.id, momentFromIso("2026-03-10T02:00:00Z"));
    expect(later?.grants.map(({ role }) => role).sort()).toEqual(["account_manager", "post_loan_officer"]);
  });

  it.each([
    ["on the last day", "2026-03-10", true],
    ["on the day after", "2026-03-09", false],
  ])("%s of work: %s", async (_day, leftOn, acts) => {
    const person = await anOfficer(world.db, { leftOn });
    expect((await actorOf(world.db, person.id, now())) !== undefined).toBe(acts);
  });

  it("for those whose stand-in they are on their own date", async () => {
    const away = await anOfficer(world.db);
    const stands = await anOfficer(world.db);
    await aSlackAccount(world.db, stands.id, { timeZone: "Pacific/Auckland" });
    await aStandIn(world.db, { personId: away.id, standInId: stands.id, fromOn: "2026-03-11", toOn: "2026-03-11" });
    // 11:00 UTC on the 10th is midnight in Auckland, where the 11th begins.
    const before = await actorOf(world.db, stands.id, momentFromIso("2026-03-10T10:59:00Z"));
    const after = await actorOf(world.db, stands.id, momentFromIso("2026-03-10T11:00:00Z"));
    expect([before?.standsInFor, after?.standsInFor]).toEqual([[], [away.id]]);
  });

  it("in the language and time zone of the account that clicked", async () => {
    const person = await anOfficer(world.db);
    const { teamId, userId } = await aSlackAccount(world.db, person.id, { locale: "zh-TW", timeZone: "Asia/Taipei" });
    const ctx = await contextFor(world.parts, { teamId, userId });
    expect(ctx).toMatchObject({ language: "zh-Hant", actor: { personId: person.id, timeZone: "Asia/Taipei" } });
  });

  it("in the unit's language where they have no account", async () => {
    const unit = await aUnit(world.db, { language: "zh-Hans", timeZone: "Asia/Urumqi" });
    const person = await anOfficer(world.db, { unitId: unit.id });
    expect(await contextOfPerson(world.parts, person.id)).toMatchObject({
      language: "zh-Hans",
      actor: { timeZone: "Asia/Urumqi" },
    });
  });

  it("not at all through an account that has ended, or one nobody knows", async () => {
    const person = await anOfficer(world.db);
    const { teamId, userId } = await aSlackAccount(world.db, person.id, { endedAt: new Date("2026-03-01T00:00:00Z") });
    expect(await contextFor(world.parts, { teamId, userId })).toBeUndefined();
    expect(await contextFor(world.parts, { teamId, userId: "U0STRANGER" })).toBeUndefined();
  });
});

describe("a unit's place", () => {
  it("is the unit and all above, nearest first", async () => {
    expect(await unitPath(world.db, outlet.id)).toEqual([outlet.id, branch.id, head.id]);
  });
});

describe("who holds a role for a unit", () => {
  it("is found in the unit before the units above", async () => {
    const above = await aReviewer(world.db, { unitId: head.id });
    expect(await holdersOf(world.db, "post_loan_officer", outlet.id, now())).toEqual({
      unitId: head.id,
      personIds: [above.id],
    });
    const near = await aReviewer(world.db, { unitId: branch.id });
    expect(await holdersOf(world.db, "post_loan_officer", outlet.id, now())).toEqual({
      unitId: branch.id,
      personIds: [near.id],
    });
  });

  it("skips those who have left, and those who may not count", async () => {
    await aReviewer(world.db, { unitId: outlet.id, leftOn: "2026-03-09" });
    const one = await aReviewer(world.db, { unitId: branch.id });
    const other = await aReviewer(world.db, { unitId: head.id });
    const found = await holdersOf(world.db, "post_loan_officer", outlet.id, now(), [one.id]);
    expect(found).toEqual({ unitId: head.id, personIds: [other.id] });
  });

  it("is nobody where nobody up to the top holds it", async () => {
    expect(await holdersOf(world.db, "compliance", outlet.id, now())).toEqual({ unitId: undefined, personIds: [] });
  });
});

describe("a person's manager", () => {
  it("manages their unit or the nearest above, and is somebody else", async () => {
    const top = await aUnitManager(world.db, { unitId: head.id });
    const manager = await aUnitManager(world.db, { unitId: branch.id });
    const officer = await anOfficer(world.db, { unitId: outlet.id });
    expect((await managerOf(world.db, officer.id, now())).personIds).toEqual([manager.id]);
    expect((await managerOf(world.db, manager.id, now())).personIds).toEqual([top.id]);
    expect((await managerOf(world.db, top.id, now())).personIds).toEqual([]);
  });
});
