/** A head office with more people below it than a database takes parameters in one question. */
import { beforeAll, describe, expect, it } from "vitest";
import { listAbsences } from "../../../src/features/absences/index.ts";
import { withoutExcuse } from "../../../src/features/watchdog/excuses.ts";
import type { ShouldHaveHeard } from "../../../src/features/watchdog/should-have-heard.ts";
import { newId } from "../../../src/platform/ids.ts";
import { aPerson, aUnit, LONG_AGO } from "../../builders/index.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

const PEOPLE = 1_100;
const BRANCHES = 600;

let world: World;
let president: Awaited<ReturnType<typeof aPerson>>;
const ids = Array.from({ length: PEOPLE }, () => newId());

beforeAll(async () => {
  world = await aWorld();
  president = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "head_office_manager" }] });
  const branches: string[] = [];
  for (let n = 0; n < BRANCHES; n += 1) branches.push((await aUnit(world.db, { parentId: world.headOffice.id })).id);
  await world.db.person.createMany({
    data: ids.map((id, at) => ({
      ...{ id, name: `Person ${at}`, email: `${id}@bank.example`, createdAt: LONG_AGO },
      unitId: branches[at % BRANCHES] ?? world.branch.id,
    })),
  });
  await world.db.delegation.createMany({
    data: ids.slice(0, 60).map((personId, at) => ({
      ...{ id: newId(), personId, standInId: ids[at + 100] ?? president.id, reason: "leave", enteredBy: president.id },
      ...{ enteredAt: new Date("2026-03-01T00:00:00Z") },
      // The later somebody stands in the list, the earlier they leave.
      ...{ fromOn: `2026-05-${String(28 - (at % 28)).padStart(2, "0")}`, toOn: "2026-06-30" },
    })),
  });
}, 60_000);

describe("absences of more than a thousand people", () => {
  it("are listed, fifty at most, and those that begin next come first", async () => {
    const listed = await listAbsences(await world.as(president));
    expect(listed).toHaveLength(50);
    const begin = listed.map(({ fromOn }) => fromOn);
    expect(begin).toEqual(begin.toSorted());
    expect(begin[0]).toBe("2026-05-01");
  });

  it("are asked for by the watchdog, too, when nobody of them was told anything", async () => {
    const ctx = await world.as(president);
    const work = { borrowerId: president.id, createdAt: LONG_AGO, subject: "inspection", number: "INS-1" };
    const missing = ids.map(
      (personId) =>
        ({ work: { ...work, id: personId }, reader: { personId, today: "2026-03-02" } }) as unknown as ShouldHaveHeard,
    );
    expect(await withoutExcuse(ctx, missing)).toHaveLength(PEOPLE);
  });
});
