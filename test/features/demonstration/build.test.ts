import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import {
  buildDemonstration,
  type DemonstrationActs,
  demonstrationPeople,
  playActs,
  realActs,
} from "../../../src/features/demonstration/index.ts";
import { startCheck } from "../../../src/features/inspections/index.ts";
import { sweepMornings } from "../../../src/features/morning/index.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { evidenceStore } from "../../../src/platform/evidence-store.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

type SubmitReport = NonNullable<DemonstrationActs["submitReport"]>;

let world: World;
beforeAll(async () => {
  // The first build of a process also loads the database client.
  await buildDemonstration((await aWorld("2026-03-10T01:00:00Z")).parts);
  world = await aWorld("2026-03-10T01:00:00Z");
  await buildDemonstration(world.parts);
});

describe("the demonstration", () => {
  it("has four units, and for every step of the work somebody who may do it, asset operations too", async () => {
    const grants = await world.db.roleGrant.findMany({ select: { role: true } });
    const roles = grants.map(({ role }) => role);

    expect(await world.db.orgUnit.count()).toBe(4);
    expect(roles.filter((role) => role === "account_manager")).toHaveLength(6);
    expect(roles.filter((role) => role === "post_loan_officer")).toHaveLength(2);
    expect(roles.filter((role) => role === "unit_manager")).toHaveLength(2);
    expect(roles.filter((role) => role === "administrator")).toHaveLength(1);
    expect(roles.filter((role) => role === "head_office_manager")).toHaveLength(1);
    expect(roles.filter((role) => role === "compliance")).toHaveLength(1);
    expect(roles.filter((role) => role === "asset_operations")).toHaveLength(1);
    expect(new Set(demonstrationPeople.map(({ locale }) => locale))).toEqual(new Set(["en-US", "zh-CN", "zh-TW"]));
  });

  it("has about three hundred loans over all seven products, each borrower with a keeper", async () => {
    const products = await world.db.loan.groupBy({ by: ["product"], _count: true });
    const borrowers = await world.db.borrower.count();

    expect(products).toHaveLength(7);
    expect(await world.db.loan.count()).toBeGreaterThan(280);
    expect(await world.db.loan.count()).toBeLessThan(320);
    expect(await world.db.ownership.count()).toBe(borrowers);
  });

  it("has a morning for every officer and for those to whom late work climbed, and more than a message holds for the first", async () => {
    const counts = await sweepMornings(world.system(), { dryRun: true });

    const mornings = isRefusal(counts) ? [] : counts.mornings;
    const without = (stage: string) => mornings.filter(({ items }) => items.some((item) => item.stage !== stage));
    expect(without("climbed")).toHaveLength(6);
    expect(mornings).toHaveLength(11);
    const first = await world.db.person.findFirstOrThrow({ where: { name: { contains: "Li Wen" } } });
    const due = await world.db.inspection.count({
      where: { assigneeId: first.id, state: { in: ["planned", "started"] }, dueOn: { lte: "2026-03-17" } },
    });
    expect(due).toBeGreaterThan(20);
  });

  it("mixes what is due today, late, soon, begun and later", async () => {
    const count = (where: object) => world.db.inspection.count({ where });
    const state = { in: ["planned", "started"] };
    const mix = {
      today: await count({ state, dueOn: "2026-03-10" }),
      late: await count({ state, dueOn: { lt: "2026-03-10" } }),
      soon: await count({ state, dueOn: { gt: "2026-03-10", lte: "2026-03-17" } }),
      later: await count({ state, dueOn: { gt: "2026-03-17" } }),
      begun: await count({ state: "started" }),
      drafts: await world.db.draft.count(),
    };

    expect(mix.today).toBeGreaterThanOrEqual(20);
    expect(mix.late).toBeGreaterThanOrEqual(12);
    expect(mix.soon).toBeGreaterThanOrEqual(20);
    expect(mix.later).toBeGreaterThan(100);
    expect(mix.begun).toBe(6);
  });

  it("is the same in every place, and is not built twice", async () => {
    const other = await aWorld("2026-03-10T01:00:00Z");
    await buildDemonstration(other.parts, { today: isoDate("2026-03-10") });
    const names = (at: World) =>
      at.db.inspection.findMany({
        orderBy: { number: "asc" },
        select: { number: true, dueOn: true, borrower: { select: { id: true, name: true } } },
      });

    expect(await names(other)).toEqual(await names(world));
    expect(await buildDemonstration(world.parts)).toBeUndefined();
  });

  it("whose desk was killed while its people acted goes on where they stood, and does nothing twice", async () => {
    const other = await aWorld("2026-03-10T01:00:00Z");
    await buildDemonstration(other.parts);
    const acts = realActs(evidenceStore(mkdtempSync(join(tmpdir(), "afterloan-signed-"))));
    const reports = () => other.db.report.count();
    let before = 0;
    const dies = async (...[ctx, inspectionId, visitedOn, place]: Parameters<SubmitReport>) => {
      if (before === 2) throw new Error("killed");
      before += 1;
      await acts.submitReport?.(ctx, inspectionId, visitedOn, place);
    };
    await expect(playActs(other.parts, { ...acts, submitReport: dies })).rejects.toThrow("killed");
    expect(await reports()).toBe(2);

    await playActs(other.parts, acts);
    const played = await reports();
    const states = await other.db.inspection.groupBy({ by: ["state"], _count: { _all: true } });
    await playActs(other.parts, acts);

    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count._all]))).toMatchObject({
      started: 6,
      submitted: expect.any(Number),
      returned: expect.any(Number),
    });
    expect(played).toBeGreaterThan(10);
    const confirmed = await other.db.borrowerConfirmation.count();
    const due = await other.db.report.count({ where: { partHash: { not: null } } });
    expect(confirmed).toBeGreaterThan(3);
    expect(due).toBeGreaterThan(confirmed);
    expect(await reports()).toBe(played);
    expect(await other.db.report.groupBy({ by: ["inspectionId"] })).toHaveLength(played);
  }, 120_000);

  it("leaves to whoever looks at the page what they began while its people act", async () => {
    const other = await aWorld("2026-03-10T01:00:00Z");
    await buildDemonstration(other.parts);
    const acts = realActs(evidenceStore(mkdtempSync(join(tmpdir(), "afterloan-signed-"))));
    const kept = await other.db.setting.findUniqueOrThrow({ where: { key: "demonstration_play" } });
    const played: { parts: { inspectionId: string; officerId: string; wanted: string }[] } = JSON.parse(kept.value);
    const last = played.parts.findLast(({ wanted }) => wanted === "returned");
    const mine = await contextOfPerson(other.parts, last?.officerId ?? "");
    if (last === undefined || mine === undefined) throw new Error("nothing is returned in the demonstration");
    const besides = async (...act: Parameters<SubmitReport>) => {
      await startCheck(mine, last.inspectionId);
      await acts.submitReport?.(...act);
    };

    await playActs(other.parts, { ...acts, submitReport: besides });

    const stands = await other.db.inspection.findUniqueOrThrow({ where: { id: last.inspectionId } });
    expect(stands.state).toBe("started");
    expect(await other.db.report.count({ where: { inspectionId: last.inspectionId } })).toBe(0);
  }, 120_000);

  it("on a rest day it is built around the next working day", async () => {
    const other = await aWorld("2026-03-14T08:00:00Z");

    const built = await buildDemonstration(other.parts);

    expect(built?.today).toBe("2026-03-16");
  });
});
