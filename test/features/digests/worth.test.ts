/** What early finding was worth (R51, R55), as a unit's leaders read it: early beside late, never guessed, restricted cases nowhere. */
import { beforeEach, describe, expect, it } from "vitest";
import type { WorthListName } from "../../../src/domain/digest/worth-lists.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { digestOf, digestView } from "../../../src/features/digests/index.ts";
import { placeOf } from "../../../src/features/digests/links.ts";
import { listAt } from "../../../src/features/digests/lists/index.ts";
import { worthAt } from "../../../src/features/digests/worth/worth.ts";
import { worthPieces } from "../../../src/features/digests/worth/worth-view.ts";
import { recordCost } from "../../../src/features/signals/cost/record-cost.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aUnit, type PersonRow } from "../../builders/index.ts";
import { aClosedSignal, type SignalWishes } from "../../builders/signals.ts";
import { testDatabaseKind } from "../../setup/database.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
const DAYS = "2026-04-01..2026-04-20";

beforeEach(async () => {
  world = await aWorld("2026-04-20T02:00:00Z");
});

interface Case {
  readonly pastDueSince?: string;
  readonly drawn?: bigint;
  /** As typed; nothing is stated where both are missing. */
  readonly cost?: string;
  readonly loss?: string;
  readonly keeper?: PersonRow;
  readonly signal?: Partial<Omit<SignalWishes, "endedOn">>;
}

async function aCase({ pastDueSince, drawn = 100_000_00n, cost, loss, keeper = world.officer, signal }: Case) {
  const borrower = await aBorrower(world.db, { unitId: keeper.unitId, ownerId: keeper.id });
  const facts = { borrowerId: borrower.id, drawnMinor: drawn, disbursedOn: "2025-06-01" };
  await aLoan(world.db, { ...facts, pastDueSince: pastDueSince ?? null });
  const policyVersionId = (await world.as(keeper)).policy.versionId;
  const ended = { policyVersionId, borrowerId: borrower.id, closedBy: world.reviewer.id, endedOn: "2026-04-17" };
  const row = await aClosedSignal(world.db, { ...ended, ownerId: keeper.id, ...signal });
  if (cost !== undefined || loss !== undefined) {
    const stated = { signalId: row.id, cost: cost ?? "", loss: loss ?? "" };
    const done = await recordCost(await world.as(keeper), stated);
    if (isRefusal(done)) throw new Error(done.refused);
  }
  return row;
}

async function digest(who: PersonRow, days = DAYS) {
  const found = await digestOf(await world.as(who), [days]);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function worth(who: PersonRow, days = DAYS) {
  const found = await worthAt(await world.as(who), placeOf(await digest(who, days)));
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function text(who: PersonRow): Promise<string> {
  const pieces = worthPieces(await world.as(who), await worth(who));
  return `${terminalText({ title: "", pieces })} ${JSON.stringify(pieces)}`;
}

async function listed(who: PersonRow, figure: WorthListName) {
  const { scope } = await digest(who);
  const list = await listAt(await world.as(who), { of: scope.ref, days: DAYS, figure, page: 0 });
  if (isRefusal(list)) throw new Error(list.refused);
  return list.lines;
}

describe("A manager", () => {
  it("reads early beside late, what is not recorded, and each list", async () => {
    const early = await aCase({ cost: "1000", loss: "0" });
    await aCase({ cost: "3000" });
    const late = await aCase({ pastDueSince: "2026-02-08", cost: "50000", loss: "20000" });
    const open = await aCase({});

    const read = await text(world.manager);

    expect(read).toContain("What early finding was worth");
    expect(read).toMatch(/Early .*: cost CNY\s2,000.00 of 2 cases; loss CNY\s0.00 of 1 case\./);
    expect(read).toMatch(/Late .*: cost CNY\s50,000.00 of 1 case; loss CNY\s20,000.00 of 1 case\./);
    expect(read).toContain("too few cases for an estimate. It needs 5 early and 5 late ones");
    expect(read).toContain("Leads won: not recorded");
    expect(read).toContain("Closed with cost or loss recorded: 3");
    expect(read).toContain("Closed, not recorded: 1");
    expect((await listed(world.manager, "cases_stated")).map(({ number }) => number)).toContain(early.number);
    expect(await listed(world.manager, "cases_late")).toMatchObject([
      {
        number: late.number,
        said: expect.stringMatching(/20,000.00 · 30 days past due when raised · seen by the system/),
      },
    ]);
    expect(await listed(world.manager, "cases_early")).toHaveLength(2);
    expect(await listed(world.manager, "cases_unstated")).toMatchObject([{ number: open.number, opens: "signal" }]);
    const below = digestView({ ...(await world.as(world.manager)), shows: "message" }, await digest(world.manager));
    expect(JSON.stringify(below)).toContain("What early finding was worth");
  });

  it("reads an estimate of avoided loss as one, with how it is made, from five cases of each on", async () => {
    for (let at = 0; at < 5; at += 1) {
      await aCase({ loss: "1000" });
      await aCase({ pastDueSince: "2026-02-08", loss: "20000" });
    }
    // Late 20 %, early 1 %, of 500,000 drawn by early ones.
    expect(await text(world.manager)).toMatch(
      /Loss avoided, an estimate: CNY\s95,000.00\. It is \(loss rate of late cases/,
    );
  });

  it("counts a risk that its keeper saw first, and none that the system or a colleague did", async () => {
    await world.db.ownership.updateMany({ data: { fromAt: new Date("2026-01-01T00:00:00Z") } });
    const raised = { raisedOn: "2026-04-02", raisedAt: new Date("2026-04-02T02:00:00Z") };
    const own = await aCase({ signal: { ...raised, raisedById: world.officer.id, ownerId: null } });
    await aCase({ signal: { ...raised, raisedById: world.colleague.id } });
    await aCase({ signal: raised });

    expect((await worth(world.manager)).foundEarly).toBe(1);
    expect(await listed(world.manager, "found_early")).toMatchObject([{ number: own.number, on: "2026-04-02" }]);
  });

  it("reads only the latest statement, and only of what ended in the period", async () => {
    const one = await aCase({ cost: "5" });
    await recordCost(await world.as(world.officer), { signalId: one.id, cost: "7", loss: "" });
    const two = await aCase({ cost: "9" });
    await recordCost(await world.as(world.officer), { signalId: two.id, cost: "", loss: "" });

    expect(await worth(world.manager)).toMatchObject({
      stated: 1,
      compared: { early: { cases: 1, cost: { of: 1, mean: 7_00n } } },
    });
    expect(await listed(world.manager, "cases_unstated")).toMatchObject([{ number: two.number }]);
    expect((await worth(world.manager, "2026-03-01..2026-03-31")).stated).toBe(0);
  });

  it("reads nothing of another branch; whoever leads both does", async () => {
    const elsewhere = await aUnit(world.db, { name: "Hillside branch", parentId: world.headOffice.id });
    await aCase({ cost: "5", keeper: await anOfficer(world.db, { unitId: elsewhere.id }) });
    const head = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "head_office_manager" }] });

    expect((await worth(world.manager)).stated).toBe(0);
    expect((await worth(head)).stated).toBe(1);
    expect(await listed(world.manager, "cases_stated")).toEqual([]);
  });
});

describe("A restricted case", () => {
  it("is in nobody's worth: figures and lists are as if there were none", async () => {
    await aCase({ cost: "1000", loss: "10" });
    const compliance = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "compliance" }] });
    const head = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "head_office_manager" }] });
    const readers = [world.manager, head, compliance];
    const seen = async (who: PersonRow) => [
      await worth(who),
      (await digest(who)).times.resolved,
      ...(await Promise.all(
        (["cases_stated", "cases_unstated", "cases_early", "found_early"] as const).map((one) => listed(who, one)),
      )),
    ];
    const before = await Promise.all(readers.map(seen));

    const raised = { raisedOn: "2026-04-02", raisedById: world.officer.id, ownerId: null };
    for (const code of ["INT-02", "INT-05"]) {
      const hidden = await aCase({ signal: { ...raised, isRestricted: true, code } });
      const stated = { signalId: hidden.id, cost: "999", loss: "999" };
      expect(await recordCost(await world.as(compliance), stated)).toMatchObject({ number: hidden.number });
    }
    await aCase({ signal: { ...raised, isRestricted: true, code: "INT-02" } });

    expect(await world.db.caseCost.count()).toBe(3);
    expect(await Promise.all(readers.map(seen))).toEqual(before);
  });
});

describe("Whoever leads no unit", () => {
  it("reads none of it in their own digest, and gets no list by a copied button", async () => {
    await aCase({ cost: "5" });
    expect((await digest(world.officer)).opensWorth).toBe(false);
    expect((await digest(world.reviewer)).opensWorth).toBe(false);
    const { scope } = await digest(world.manager);
    const copied = { of: scope.ref, days: DAYS };
    for (const who of [world.officer, world.reviewer]) {
      expect(isRefusal(await worthAt(await world.as(who), copied))).toBe(true);
    }
    const place = { of: scope.ref, days: DAYS, figure: "cases_stated", page: 0 };
    const list = await listAt(await world.as(world.reviewer), place);
    expect(isRefusal(list) ? [] : list.lines).toEqual([]);
  });
});

describe.runIf(testDatabaseKind === "sqlite")("On a big book", () => {
  it("the period's own few rows are asked for, by an index", async () => {
    const plan = async (sql: string) =>
      JSON.stringify(await world.database.inTransaction((tx) => tx.$queryRawUnsafe(`EXPLAIN QUERY PLAN ${sql}`)));
    const days = `BETWEEN '2026-04-01' AND '2026-04-20'`;

    const stated = await plan(
      `SELECT c."id" FROM "CaseCost" c JOIN "Signal" s ON s."id" = c."signalId" WHERE c."endedOn" ${days} AND s."isRestricted" = 0`,
    );
    expect(stated).toContain("CaseCost_endedOn_idx");
    expect(stated).not.toContain("SCAN");
    const seen = await plan(`SELECT "id" FROM "Signal" WHERE "raisedOn" ${days} AND "raisedById" IS NOT NULL`);
    expect(seen).toContain("signals_raised_by_people");
    expect(seen).not.toContain("SCAN");
  });
});
