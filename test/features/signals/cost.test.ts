/** Cost and loss of a case (R55): stated once it is closed, by whoever answers for it, never guessed, corrected by a later row. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { recordCost } from "../../../src/features/signals/cost/record-cost.ts";
import { signalModal } from "../../../src/features/signals/signal-modal.ts";
import { aBorrower, aLoan, anOfficer, aPerson, type PersonRow } from "../../builders/index.ts";
import { aClosedSignal, aSignal, type SignalWishes } from "../../builders/signals.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let borrowerId: string;
let loanId: string;

beforeEach(async () => {
  world = await aWorld("2026-04-20T02:00:00Z");
  const { branch, officer } = world;
  borrowerId = (await aBorrower(world.db, { unitId: branch.id, ownerId: officer.id })).id;
  loanId = (await aLoan(world.db, { borrowerId, drawnMinor: 300_000_00n, disbursedOn: "2025-06-01" })).id;
});

async function closed(wishes: Partial<Omit<SignalWishes, "endedOn">> = {}) {
  const policyVersionId = (await world.as(world.officer)).policy.versionId;
  const ended = { policyVersionId, borrowerId, closedBy: world.reviewer.id, endedOn: "2026-04-17" };
  return aClosedSignal(world.db, { ...ended, ownerId: world.officer.id, ...wishes });
}

async function state(who: PersonRow, signalId: string, cost: string, loss: string): Promise<string> {
  const done = await recordCost(await world.as(who), { signalId, cost, loss });
  return isRefusal(done) ? done.refused : "recorded";
}

const rows = () => world.db.caseCost.findMany({ orderBy: { revision: "asc" } });
const shown = async (who: PersonRow, id: string) => JSON.stringify((await signalModal(await world.as(who), id)).blocks);

describe("Whoever answers for a closed case", () => {
  it("states its cost and its loss, and its manager reads them", async () => {
    const { id } = await closed();
    expect(await shown(world.officer, id)).toMatch(/not recorded.*State cost and loss/);

    expect(await state(world.officer, id, "12,500.50", "0")).toBe("recorded");

    expect(await rows()).toMatchObject([{ costMinor: 12_500_50n, lossMinor: 0n, endedOn: "2026-04-17", revision: 1 }]);
    const read = await shown(world.manager, id);
    expect(read).toMatch(/CNY\s12,500.50/);
    expect(read).not.toContain("Correct cost and loss");
    expect(await shown(world.officer, id)).toContain("Correct cost and loss");
    const audited = await world.db.auditEvent.findMany({ where: { verb: "signal.cost_recorded" } });
    expect(audited).toHaveLength(1);
  });

  it("may leave one open, which is not recorded and no zero", async () => {
    const { id } = await closed();
    expect(await state(world.officer, id, "", " ")).toBe("case_cost.nothing");
    expect(await state(world.officer, id, "", "99.9")).toBe("recorded");
    expect(await rows()).toMatchObject([{ costMinor: null, lossMinor: 99_90n }]);
    expect(await shown(world.officer, id)).toContain("not recorded");
  });

  it("corrects it with a later row, and the same again writes none", async () => {
    const { id } = await closed();
    for (const [cost, loss] of [
      ["100", "5"],
      ["100.00", "5"],
      ["120", ""],
      ["", ""],
    ] as const) {
      expect(await state(world.officer, id, cost, loss)).toBe("recorded");
    }
    expect((await rows()).map(({ costMinor, lossMinor }) => [costMinor, lossMinor])).toEqual([
      [100_00n, 5_00n],
      [120_00n, null],
      [null, null],
    ]);
    await expect(world.db.caseCost.updateMany({ data: { lossMinor: 0n } })).rejects.toThrow();
    await expect(world.db.caseCost.deleteMany()).rejects.toThrow();
  });

  it.each(["-5", "12.345", "a lot", "1e9", "99999999999999"])("is told that %s is no amount", async (typed) => {
    const { id } = await closed();
    expect(await state(world.officer, id, "1", typed)).toBe("case_cost.no_amount");
    expect(await rows()).toEqual([]);
  });

  it("is refused before the case is closed", async () => {
    const policyVersionId = (await world.as(world.officer)).policy.versionId;
    const { id } = await aSignal(world.db, { policyVersionId, borrowerId, ownerId: world.officer.id });
    expect(await state(world.officer, id, "1", "1")).toBe("case_cost.not_closed");
    expect(await shown(world.officer, id)).not.toContain("Cost of resolving");
  });
});

describe("Nobody else", () => {
  it("states it: not the manager, not the reviewer, not another officer", async () => {
    const { id } = await closed();
    const other = await anOfficer(world.db, { unitId: world.branch.id });
    for (const who of [world.manager, world.reviewer, world.above, other]) {
      expect(await state(who, id, "1", "1")).toBe("may.scope");
    }
    expect(await rows()).toEqual([]);
  });

  it("but whoever had a measure of the customer to carry out while it stood", async () => {
    const { id } = await closed();
    const other = await anOfficer(world.db, { unitId: world.branch.id });
    const measure = { kind: "workout_plan", borrowerId, unitId: world.branch.id, place: 1 };
    const words = { cause: "c", goal: "", proof: "", dueOn: "2026-04-10", state: "open" };
    const openedAt = new Date("2026-04-18T02:00:00Z");
    const opened = { ownerId: other.id, openedById: world.reviewer.id, openedAt };
    const { id: measureId } = await world.db.case.create({ data: { ...measure, ...words, ...opened } });
    expect(await state(other, id, "1", "1")).toBe("may.scope");
    await world.db.case.update({ where: { id: measureId }, data: { openedAt: new Date("2026-04-01T02:00:00Z") } });
    expect(await state(other, id, "1", "1")).toBe("recorded");
  });

  it("learns of a restricted one: the keeper is told that there is none", async () => {
    const { id } = await closed({ isRestricted: true, code: "INT-05", ownerId: null });
    expect(await state(world.officer, id, "1", "1")).toBe("not_found");
    const compliance = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "compliance" }] });
    expect(await state(compliance, id, "1", "1")).toBe("recorded");
    expect(await shown(world.manager, id)).not.toMatch(/Loss taken/);
  });
});

describe("Beside the amounts stands how the customer was when it was raised", () => {
  it("as was known then, whatever was told since", async () => {
    const change = { subjectKind: "loan", subjectId: loanId, asOf: "2026-03-20", source: "test" };
    const recordedAt = new Date("2026-03-21T02:00:00Z");
    await world.db.loan.update({ where: { id: loanId }, data: { pastDueSince: "2026-03-18", drawnMinor: 1n } });
    await world.db.factChange.createMany({
      data: [
        { ...change, field: "pastDueSince", before: "2026-03-01", after: "2026-03-18", recordedAt },
        { ...change, field: "drawnMinor", before: "25000000", after: "1", recordedAt },
      ],
    });
    const { id } = await closed({ raisedById: world.colleague.id });
    expect(await state(world.officer, id, "1", "")).toBe("recorded");
    expect(await rows()).toMatchObject([{ raisedDpd: 9, raisedDrawnMinor: 250_000_00n, foundBy: "others" }]);
  });

  it("and who saw it first", async () => {
    await world.db.ownership.updateMany({ data: { fromAt: new Date("2026-01-01T00:00:00Z") } });
    const own = await closed({ code: "FIN-03", raisedById: world.officer.id, ownerId: null });
    const system = await closed();
    for (const { id } of [own, system]) await state(world.officer, id, "1", "");
    expect((await rows()).map(({ signalId, foundBy, raisedDpd }) => [signalId, foundBy, raisedDpd]).sort()).toEqual(
      [
        [own.id, "own_check", 0],
        [system.id, "system", 0],
      ].sort(),
    );
  });
});
