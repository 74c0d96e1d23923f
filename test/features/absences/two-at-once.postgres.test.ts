/** Two absences that cross, entered in one instant, over connections of their own: only PostgreSQL has two writers. */
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { enterAbsence } from "../../../src/features/absences/enter.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { anOfficer, aSlackAccount } from "../../builders/index.ts";
import type { World } from "../reviews/review-world.ts";
import { aWorld } from "../reviews/review-world.ts";

const PAIRS = 12;

async function aPair(world: World) {
  const pair = [];
  for (const name of ["One", "Other"]) {
    const person = await anOfficer(world.db, { name, unitId: world.branch.id });
    await aSlackAccount(world.db, person.id);
    const ctx = await contextOfPerson(world.parts, person.id);
    if (ctx === undefined) throw new Error("nobody by that id");
    pair.push({ person, ctx });
  }
  return pair;
}

describe("two officers who name each other as stand-in in one instant", () => {
  it("are never both away with nobody to do the work: one is stored, the other is told why not", async () => {
    const world = await aWorld();
    for (let n = 0; n < PAIRS; n += 1) {
      const [one, other] = await aPair(world);
      if (one === undefined || other === undefined) throw new Error("no pair");
      const days = { from: "2026-04-01", to: "2026-04-10", reason: "leave" };
      const entered = await Promise.all([
        enterAbsence(one.ctx, { ...days, personId: one.person.id, standInId: other.person.id }),
        enterAbsence(other.ctx, { ...days, personId: other.person.id, standInId: one.person.id }),
      ]);
      const refused = entered.filter(isRefusal).map(({ refused: code }) => code);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatch(/^absence\.(circle|stands_in_for)$/);
      const among = { personId: { in: [one.person.id, other.person.id] } };
      expect(await world.db.delegation.count({ where: among })).toBe(1);
    }
  });
});
