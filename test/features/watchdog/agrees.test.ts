/** Two who know nothing of each other agree: over the Spring Festival of 2026, with absences, quiet, leavers and vacancies. */
import { expect, it } from "vitest";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { sweepMornings } from "../../../src/features/morning/index.ts";
import { loadOpenWork } from "../../../src/features/watchdog/open-work.ts";
import { loadExpected } from "../../../src/features/watchdog/should-have-heard.ts";
import { findUntold } from "../../../src/features/watchdog/untold.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import { type Parts, systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, anOfficer, aPerson, aReviewer, aUnit, aUnitManager } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const FIRST = isoDate("2026-02-03");
const DAYS = 50;

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Two branches below a head office, one of them without a manager; work that is due on every kind of day. */
async function aBook(db: Tx, { policies }: Parts, next: (below: number) => number): Promise<string[]> {
  const policyVersionId = policies.inForce().versionId;
  const head = await aUnit(db, { kind: "head_office" });
  const units = [await aUnit(db, { parentId: head.id }), await aUnit(db, { parentId: head.id })];
  await aPerson(db, { unitId: head.id, roles: [{ role: "risk_manager" }, { role: "head_office_manager" }] });
  await aUnitManager(db, { unitId: units[0]?.id ?? "" });
  const officers: string[] = [];
  for (const unit of units) {
    await aReviewer(db, { unitId: unit.id });
    officers.push((await anOfficer(db, { unitId: unit.id })).id, (await anOfficer(db, { unitId: unit.id })).id);
  }
  const [away = "", standIn = "", leaver = "", quiet = ""] = officers;
  await db.delegation.create({
    data: {
      personId: away,
      standInId: standIn,
      fromOn: "2026-02-24",
      toOn: "2026-03-03",
      reason: "leave",
      enteredBy: away,
      enteredAt: new Date("2026-01-01T00:00:00Z"),
    },
  });
  await db.person.update({ where: { id: leaver }, data: { leftOn: "2026-03-02" } });
  for (let index = 0; index < 48; index += 1) {
    const unit = units[index % 2];
    const assigneeId = officers[(index % 2) * 2 + (next(2) % 2)] ?? null;
    const borrower = await aBorrower(db, { unitId: unit?.id ?? "" });
    const dueOn = addDays(FIRST, next(DAYS));
    const returned = index % 12 === 0 ? { state: "returned", returnedDueOn: addDays(dueOn, 3) } : {};
    const nobody = index % 11 === 0 ? { assigneeId: null } : { assigneeId };
    const inspection = await anInspection(db, {
      policyVersionId,
      borrowerId: borrower.id,
      dueOn,
      ...nobody,
      ...returned,
    });
    if (assigneeId === quiet && index % 3 === 0) {
      await db.snooze.create({
        data: {
          inspectionId: inspection.id,
          personId: quiet,
          untilOn: addDays(dueOn, 2),
          reason: "key",
          enteredAt: new Date("2026-01-01T00:00:00Z"),
        },
      });
    }
  }
  return officers;
}

it.each([1, 2, 3])(
  "the watchdog finds nothing to add to what the sweep says, seed %i",
  async (seed) => {
    const database = await freshDatabase();
    const parts = await openTestParts(database, `${FIRST}T09:01:00+08:00`);
    const next = numbers(seed);
    await aBook(database.db, parts, next);
    const added: string[] = [];
    let expected = 0;
    for (let day = 0; day < DAYS; day += 1) {
      const date = addDays(FIRST, day);
      parts.clocks.moveTo(momentFromIso(`${date}T09:01:00+08:00`));
      await sweepMornings(systemContext(parts));
      parts.clocks.moveTo(momentFromIso(`${date}T09:15:00+08:00`));
      const ctx = systemContext(parts);
      expected += (await loadExpected(ctx, await loadOpenWork(ctx))).heard.length;
      added.push(...(await findUntold(ctx)).map(({ key }) => `${date} ${key}`));
    }
    expect(added).toEqual([]);
    expect(expected).toBeGreaterThan(500);
    await database.close();
  },
  120_000,
);
