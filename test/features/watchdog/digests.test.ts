/** Digests that come by themselves: what was lost, or fell into days on which the desk stood still, is said once; nothing else is. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { sweepDigests, wishDigest } from "../../../src/features/digests/index.ts";
import { watch } from "../../../src/features/watchdog/index.ts";
import { settle } from "../../../src/features/watchdog/settled.ts";
import { findUntoldDigests } from "../../../src/features/watchdog/untold-digests.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { anAdministrator, aPerson, aStandIn, aUnit, aUnitManager } from "../../builders/index.ts";
import { deletionOf, withoutOutboxGuards } from "../../setup/without-guards.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await anAdministrator(world.db, { unitId: world.headOffice.id });
});

const at = (moment: string) => world.at(`${moment}:00+08:00`);
const sweep = () => sweepDigests(systemContext(world.parts));

async function looks(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    at(moment);
    const looked = await watch(systemContext(world.parts), { duties: [], since: new Date() });
    if (isRefusal(looked)) throw new Error(looked.refused);
  }
}

async function told(): Promise<string[]> {
  const rows = await world.db.outboxMessage.findMany({ where: { kind: "digest" }, orderBy: { createdAt: "asc" } });
  return rows.map(({ personId, refs, notBefore }) => {
    const name = personId === world.manager.id ? "manager" : "another";
    const { rhythm, days } = JSON.parse(refs);
    return `${name} ${rhythm} ${days} from ${notBefore.toISOString().slice(0, 16)}`;
  });
}
const findings = async () => {
  const rows = await world.db.watchdogFinding.findMany({ where: { subjectKind: "digest" }, orderBy: { id: "asc" } });
  return rows.map(({ kind, repair, goneAt }) => [kind, repair, goneAt !== null]);
};

async function forget(): Promise<void> {
  const row = await world.db.outboxMessage.findFirstOrThrow({ where: { kind: "digest" } });
  await withoutOutboxGuards(world.database, deletionOf(row.id));
}

describe("a week's digest", () => {
  it("that was lost is promised once, and the sweep that wakes up later promises none", async () => {
    at("2026-03-09T09:00");
    await sweep();
    await looks("2026-03-09T09:15");
    expect(await findings()).toEqual([]);

    await forget();
    await looks("2026-03-09T09:20", "2026-03-09T09:25", "2026-03-09T09:30");
    expect(await told()).toEqual(["manager week 2026-03-02..2026-03-08 from 2026-03-09T01:25"]);
    expect(await findings()).toEqual([["untold", "told", true]]);
    await sweep();
    await looks("2026-03-09T09:35", "2026-03-10T09:35");
    expect(await told()).toHaveLength(1);
  });

  it("of a week in which the desk stood still is said when it is back, in working hours", async () => {
    await looks("2026-03-08T20:00");
    // Back on a Sunday evening: the whole week of the manager's digest about the week before has passed.
    await looks("2026-03-15T20:00", "2026-03-15T20:05", "2026-03-15T20:10");
    expect(await told()).toEqual(["manager week 2026-03-02..2026-03-08 from 2026-03-16T01:00"]);
    at("2026-03-16T09:00");
    await sweep();
    await looks("2026-03-16T09:15");
    expect(await told()).toContain("manager week 2026-03-09..2026-03-15 from 2026-03-16T01:00");
    expect(await told()).toHaveLength(2);
  });

  it("is not made up for whoever was away all the time, wishes none, or joined a desk that never looked before", async () => {
    await looks("2026-03-15T20:00", "2026-03-15T20:05");
    expect(await findings()).toEqual([]);
    const days = { fromOn: "2026-03-16", toOn: "2026-03-20" };
    await aStandIn(world.db, { personId: world.manager.id, standInId: world.reviewer.id, ...days });
    await looks("2026-03-22T20:00", "2026-03-22T20:05");
    at("2026-03-22T20:10");
    await wishDigest(await world.as(world.manager), "never");
    await looks("2026-03-29T20:00", "2026-03-29T20:05");
    expect([await findings(), await told()]).toEqual([[], []]);
  });
});

it("days' digests that were missed one after the other are one, about all the days", async () => {
  at("2026-03-06T12:00");
  await wishDigest(await world.as(world.manager), "day");
  await looks("2026-03-08T20:00");
  await looks("2026-03-11T20:00", "2026-03-11T20:05");
  expect(await told()).toEqual(["manager day 2026-03-06..2026-03-10 from 2026-03-12T01:00"]);
});

describe("a desk that told", () => {
  const cases = fc.record({
    starts: fc.integer({ min: 0, max: 9 }),
    /** Hours between two sweeps. */
    every: fc.integer({ min: 3, max: 8 }),
    away: fc.option(fc.record({ from: fc.nat({ max: 30 }), days: fc.nat({ max: 8 }) }), { nil: undefined }),
    leaves: fc.option(fc.nat({ max: 35 }), { nil: undefined }),
    appointed: fc.option(fc.nat({ max: 35 }), { nil: undefined }),
    wishes: fc.array(
      fc.record({
        day: fc.nat({ max: 35 }),
        hour: fc.nat({ max: 23 }),
        rhythm: fc.constantFrom("day" as const, "week" as const, "month" as const, "never" as const),
      }),
      { maxLength: 3 },
    ),
  });
  const HOURS = 30 * 24;

  type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

  async function people({ db, headOffice, manager, reviewer }: World, one: Case, begins: number): Promise<void> {
    const dateOf = (day: number) => new Date(begins + day * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    await anAdministrator(db, { unitId: headOffice.id });
    await aPerson(db, { unitId: headOffice.id, roles: [{ role: "head_office_manager" }] });
    const other = await aUnitManager(db, { unitId: (await aUnit(db, { parentId: headOffice.id })).id });
    if (one.leaves !== undefined) {
      await db.person.update({ where: { id: other.id }, data: { leftOn: dateOf(one.leaves) } });
    }
    if (one.away !== undefined) {
      const days = { fromOn: dateOf(one.away.from), toOn: dateOf(one.away.from + one.away.days) };
      await aStandIn(db, { personId: manager.id, standInId: reviewer.id, ...days });
    }
    if (one.appointed !== undefined) {
      const fromAt = new Date(begins + one.appointed * 86_400_000 + 11 * 3_600_000);
      await aPerson(db, { unitId: headOffice.id, roles: [{ role: "unit_manager", fromAt }] });
    }
  }

  async function lives(one: Case): Promise<string[]> {
    const mine = await aWorld();
    // Over the Spring Festival of 2026 and the end of February.
    const begins = Date.parse("2026-02-02T00:00:00+08:00") + one.starts * 86_400_000;
    await people(mine, one, begins);
    const added: string[] = [];
    for (let hour = 0; hour < HOURS; hour += one.every) {
      mine.at(new Date(begins + hour * 3_600_000 + 7 * 60_000).toISOString());
      const wished = one.wishes.filter((wish) => Math.floor((wish.day * 24 + wish.hour - hour) / one.every) === 0);
      for (const { rhythm } of wished) await wishDigest(await mine.as(mine.manager), rhythm);
      await sweepDigests(systemContext(mine.parts));
      const ctx = systemContext(mine.parts);
      added.push(...(await findUntoldDigests(ctx)).map(({ key }) => `${ctx.now.toISO()} ${key}`));
      await settle(ctx, 0);
    }
    expect(await mine.db.outboxMessage.count({ where: { kind: "digest" } })).toBeGreaterThan(2);
    return added;
  }

  it("is told nothing more of, in every generated case", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        expect(await lives(one)).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 400_000);
});
