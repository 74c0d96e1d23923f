/** Digests that come by themselves: to whom, when, about which days, and never twice. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { sweepDigests, wishDigest } from "../../../src/features/digests/index.ts";
import { drawTold } from "../../../src/features/digests/told.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aPerson, aStandIn, type PersonRow } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

/** In Shanghai. */
async function at(moment: string): Promise<string[]> {
  world.at(`${moment}:00+08:00`);
  const swept = await sweepDigests(systemContext(world.parts));
  if (isRefusal(swept)) throw new Error(swept.refused);
  const told = await world.db.outboxMessage.findMany({ where: { kind: "digest" }, orderBy: { id: "asc" } });
  return told.map(({ personId, refs }) => `${personId === null ? "" : nameOf(personId)} ${JSON.parse(refs).days}`);
}

const nameOf = (id: string) =>
  [world.officer, world.manager, world.reviewer].find((person) => person.id === id)?.name ?? "another";

async function wishes(who: PersonRow, rhythm: "day" | "week" | "month" | "never"): Promise<void> {
  const wished = await wishDigest(await world.as(who), rhythm);
  if (isRefusal(wished)) throw new Error(wished.refused);
}

describe("A unit's manager", () => {
  it("is told of the week before, on Monday from the morning's hour on, once", async () => {
    expect(await at("2026-03-09T08:59")).toEqual([]);
    expect(await at("2026-03-09T09:00")).toEqual(["Sun Li 2026-03-02..2026-03-08"]);

    for (const later of ["2026-03-09T09:01", "2026-03-10T09:00", "2026-03-13T16:00"]) {
      expect(await at(later)).toHaveLength(1);
    }
    expect(await at("2026-03-16T09:00")).toHaveLength(2);
  });

  it("is told once by two processes at the same moment", async () => {
    world.at("2026-03-09T09:00:00+08:00");
    await Promise.all([sweepDigests(systemContext(world.parts)), sweepDigests(systemContext(world.parts))]);

    expect(await world.db.outboxMessage.count({ where: { kind: "digest" } })).toBe(1);
  });

  it("is not told on a rest day or in the evening, and on the next working day instead", async () => {
    expect(await at("2026-03-09T17:30")).toEqual([]);
    expect(await at("2026-03-15T10:00")).toEqual([]);
    expect(await at("2026-03-10T09:00")).toEqual(["Sun Li 2026-03-02..2026-03-08"]);
  });

  it("is not told while somebody stands in for them", async () => {
    await aStandIn(world.db, {
      ...{ personId: world.manager.id, standInId: world.reviewer.id },
      ...{ fromOn: "2026-03-09", toOn: "2026-03-13" },
    });

    expect(await at("2026-03-09T09:00")).toEqual([]);
  });

  it("is told as they wish, from the next day on, or not at all", async () => {
    world.at("2026-03-09T08:00:00+08:00");
    await wishes(world.manager, "day");
    expect(await at("2026-03-09T09:00")).toEqual([]);
    expect(await at("2026-03-10T09:00")).toEqual(["Sun Li 2026-03-09..2026-03-09"]);

    await wishes(world.manager, "never");
    expect(await at("2026-03-11T09:00")).toHaveLength(1);
    expect(await world.db.auditEvent.count({ where: { verb: "digest.wished" } })).toBe(2);
  });
});

describe("The head office", () => {
  it("is told of the month before, on its first working day", async () => {
    const above = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "head_office_manager" }] });
    await wishes(world.manager, "never");

    await at("2026-03-01T09:00");
    expect(await world.db.outboxMessage.count({ where: { personId: above.id } })).toBe(0);
    expect(await at("2026-03-02T09:00")).toEqual(["another 2026-02-01..2026-02-28"]);
  });
});

describe("An officer who wishes it", () => {
  const message = { id: "1", kind: "digest", slotOn: "2026-03-10", createdAt: new Date(), items: [], editing: false };
  const refs = { rhythm: "day", days: "2026-03-09..2026-03-09" };

  it("reads their own work of the days since the last working day, and how to change it", async () => {
    world.at("2026-03-09T12:00:00+08:00");
    await wishes(world.officer, "day");
    expect(await at("2026-03-10T09:00")).toContain("Li Wei 2026-03-09..2026-03-09");
    const { id: borrowerId } = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    const assigneeId = world.officer.id;
    await anInspection(world.db, { borrowerId, assigneeId, dueOn: "2026-03-06", policyVersionId: "policy-1" });
    const ctx = await world.as(world.officer);

    const view = await drawTold(ctx, { ...message, personId: assigneeId, refs });

    const text = view === undefined ? "" : terminalText(view);
    expect(text).toContain("Li Wei: 9 Mar 2026 to 9 Mar 2026");
    expect(text).toContain("Comes by itself on every working day.");
    expect(JSON.stringify(view?.pieces)).toContain("Late inspections: 1");
  });

  it("is told nothing of nothing", async () => {
    const ctx = await world.as(world.officer);

    expect(await drawTold(ctx, { ...message, personId: world.officer.id, refs })).toBeUndefined();
  });

  it("may not, where they have no figures to read", async () => {
    const auditor = await aPerson(world.db, { unitId: world.branch.id, roles: [{ role: "administrator" }] });

    expect(await wishDigest(await world.as(auditor), "day")).toMatchObject({ refused: expect.any(String) });
  });
});
