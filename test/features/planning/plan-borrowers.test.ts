import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "../../../src/domain/refusal.ts";
import { sweepMornings } from "../../../src/features/morning/index.ts";
import { type PlanCounts, planBorrowers, replanAll } from "../../../src/features/planning/index.ts";
import { aBorrower, aLoan, anOfficer, type BorrowerWishes, type LoanRow } from "../../builders/index.ts";
import { anOfficerWithSlack, aWorld, theMessage, type World, wasSent } from "../morning/desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-03-10T02:00:00Z");
});

async function plan(ids: readonly string[], why = "import"): Promise<PlanCounts> {
  return sure(await planBorrowers(world.system(), ids, why));
}

function sure(outcome: PlanCounts | Refusal): PlanCounts {
  if (isRefusal(outcome)) {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome;
}

/** Taken on at the start of 2025, visited on 12 January 2026, with one loan paid out before. */
async function aVisitedBorrower(wishes: BorrowerWishes = {}, loan: Partial<LoanRow> = {}) {
  const borrower = await aBorrower(world.db, {
    takeOnOn: "2025-01-01",
    lastInspectedOn: "2026-01-12",
    lastVisitOn: "2026-01-12",
    lastOnSiteOn: "2026-01-12",
    ...wishes,
  });
  const row = await aLoan(world.db, { borrowerId: borrower.id, disbursedOn: "2024-06-03", ...loan });
  return { borrower, loan: row };
}

const inspectionsOf = (borrowerId: string) =>
  world.db.inspection.findMany({ where: { borrowerId }, orderBy: [{ dueOn: "asc" }, { kind: "asc" }] });

describe("planning a borrower", () => {
  it("plans the routine inspection from the last visit, for the account's keeper, with its reason", async () => {
    const officer = await anOfficer(world.db);
    const { borrower } = await aVisitedBorrower({ ownerId: officer.id });

    const counts = await plan([borrower.id]);

    expect(counts).toMatchObject({ created: 1, moved: 0, cancelled: 0 });
    const [routine] = await inspectionsOf(borrower.id);
    expect(routine).toMatchObject({
      number: "I-2026-00001",
      kind: "routine",
      dueOn: "2026-04-10",
      state: "planned",
      assigneeId: officer.id,
      unitId: borrower.unitId,
      policyLine: "inspections.working_capital.zone_1_small",
      policyVersionId: "policy-1",
    });
    expect(routine?.because).toContain("2026-01-12");
  });

  it("plans a first inspection for each disbursement since take-on, about that loan alone", async () => {
    const { borrower } = await aVisitedBorrower();
    const drawn = await aLoan(world.db, { borrowerId: borrower.id, disbursedOn: "2026-03-06" });

    await plan([borrower.id]);

    const first = (await inspectionsOf(borrower.id)).find(({ kind }) => kind === "first");
    expect(first).toMatchObject({ dueOn: "2026-03-20", mode: "on_site" });
    expect(await world.db.inspectionLoan.findMany({ where: { inspectionId: first?.id } })).toMatchObject([
      { loanId: drawn.id },
    ]);
  });

  it("changes nothing when it is done again, and gives no number twice", async () => {
    const { borrower } = await aVisitedBorrower();
    await aLoan(world.db, { borrowerId: borrower.id, disbursedOn: "2026-03-06" });
    await plan([borrower.id]);
    const before = await inspectionsOf(borrower.id);
    const audited = await world.db.auditEvent.count();

    world.at("2026-03-11T02:00:00Z");
    const again = await plan([borrower.id]);

    expect(again).toMatchObject({ created: 0, moved: 0, kept: 2, cancelled: 0 });
    expect(await inspectionsOf(borrower.id)).toEqual(before);
    expect(await world.db.auditEvent.count()).toBe(audited);
  });

  it("does not see a loan that is paid out later than today", async () => {
    const { borrower } = await aVisitedBorrower({}, { disbursedOn: "2026-03-11" });

    expect(await plan([borrower.id])).toMatchObject({ created: 0 });
  });

  it("nothing new is late on the day it becomes known", async () => {
    const { borrower } = await aVisitedBorrower({ lastVisitOn: "2025-06-02", lastOnSiteOn: "2025-06-02" });

    await plan([borrower.id]);

    expect((await inspectionsOf(borrower.id)).map(({ dueOn }) => dueOn)).toEqual(["2026-03-17"]);
  });

  it("counts the loans for which the policy has no rule", async () => {
    const { borrower } = await aVisitedBorrower({}, { product: "microloan" });

    expect(await plan([borrower.id])).toMatchObject({ created: 0, withoutRule: 1 });
  });

  it("is refused to an officer, and nothing is planned", async () => {
    const officer = await anOfficer(world.db);
    const { borrower } = await aVisitedBorrower({ ownerId: officer.id });

    const outcome = await planBorrowers(await world.as(officer.id), [borrower.id], "curiosity");

    expect(outcome).toMatchObject({ refused: "may.role" });
    expect(await inspectionsOf(borrower.id)).toEqual([]);
  });
});

describe("when the facts change", () => {
  it("a worse tier brings the visit forward, five working days after it was known at the soonest, and says so", async () => {
    const { borrower, loan } = await aVisitedBorrower();
    await plan([borrower.id]);
    await world.db.loan.update({ where: { id: loan.id }, data: { tier: "special_mention" } });

    const counts = await plan([borrower.id], "tier");

    expect(counts).toMatchObject({
      moved: 1,
      moves: [{ from: "2026-04-10", to: "2026-03-17", why: "inspections.working_capital.zone_2" }],
    });
    const event = await world.db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(event).toMatchObject({ verb: "inspections.planned", actorId: "system", subjectId: borrower.id });
    expect(event.text).toContain('"from":"2026-04-10"');
  });

  it("what was started is kept, and no second routine inspection appears beside it", async () => {
    const { borrower, loan } = await aVisitedBorrower();
    await plan([borrower.id]);
    await world.db.inspection.updateMany({ data: { state: "started" } });
    await world.db.loan.update({ where: { id: loan.id }, data: { tier: "special_mention" } });

    const counts = await plan([borrower.id], "tier");

    expect(counts).toMatchObject({ created: 0, moved: 0, kept: 1 });
    expect((await inspectionsOf(borrower.id)).map(({ dueOn }) => dueOn)).toEqual(["2026-04-10"]);
  });

  it("a settled loan's inspections are cancelled, those of a borrower who owes nothing more all", async () => {
    const { borrower } = await aVisitedBorrower();
    await aLoan(world.db, { borrowerId: borrower.id, disbursedOn: "2026-03-06" });
    await plan([borrower.id]);
    await world.db.loan.updateMany({ where: { borrowerId: borrower.id }, data: { state: "settled" } });

    expect(await plan([borrower.id])).toMatchObject({ cancelled: 2, created: 0 });
    expect((await inspectionsOf(borrower.id)).every(({ state, closedAt }) => state === "cancelled" && closedAt)).toBe(
      true,
    );
  });

  it("what was late stays late", async () => {
    const { borrower, loan } = await aVisitedBorrower();
    await plan([borrower.id]);
    world.at("2026-04-20T02:00:00Z");
    await world.db.loan.update({ where: { id: loan.id }, data: { tier: "special_mention" } });

    await plan([borrower.id], "tier");

    expect((await inspectionsOf(borrower.id)).map(({ dueOn }) => dueOn)).toEqual(["2026-04-10"]);
  });

  it("the new keeper of the account takes over what is open", async () => {
    const [former, present] = [await anOfficer(world.db), await anOfficer(world.db)];
    const { borrower } = await aVisitedBorrower({ ownerId: former.id });
    await plan([borrower.id]);
    const at = world.parts.clocks.now().toJSDate();
    await world.db.ownership.updateMany({ data: { toAt: at } });
    await world.db.ownership.create({ data: { borrowerId: borrower.id, personId: present.id, fromAt: at } });

    const counts = await plan([borrower.id], "owner");

    expect(counts).toMatchObject({ created: 0, reassigned: 1 });
    expect((await inspectionsOf(borrower.id))[0]?.assigneeId).toBe(present.id);
  });

  it("a message that names a moved inspection is drawn again", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const { borrower, loan } = await aVisitedBorrower({ ownerId: officer.id });
    await plan([borrower.id]);
    world.at("2026-04-07T01:00:00Z");
    await sweepMornings(world.system());
    await wasSent(world, (await theMessage(world, officer.id, "morning")).id);
    await world.db.loan.update({ where: { id: loan.id }, data: { state: "settled" } });

    await plan([borrower.id]);

    expect(await world.db.outboxMessage.count({ where: { staleAt: { not: null } } })).toBe(1);
  });

  it("loans overdue for more than a week open a special inspection, once", async () => {
    const { borrower } = await aVisitedBorrower({}, { pastDueSince: "2026-03-02" });

    const first = await plan([borrower.id]);
    world.at("2026-03-11T02:00:00Z");
    const second = await plan([borrower.id]);

    expect([first.created, second.created]).toEqual([2, 0]);
    const special = (await inspectionsOf(borrower.id)).find(({ kind }) => kind === "special");
    expect(special).toMatchObject({ occasion: "overdue_not_cured", dueOn: "2026-03-17" });
  });
});

describe("taking on a book", () => {
  async function aBook(size: number): Promise<string[]> {
    const officer = await anOfficer(world.db);
    const ids: string[] = [];
    for (let at = 0; at < size; at += 1) {
      const borrower = await aBorrower(world.db, { takeOnOn: "2026-03-10", ownerId: officer.id });
      const tier = at === size - 1 ? "special_mention" : "normal";
      await aLoan(world.db, {
        borrowerId: borrower.id,
        disbursedOn: "2025-02-03",
        tier,
        drawnMinor: BigInt(100_000_000 + at),
      });
      ids.push(borrower.id);
    }
    return ids;
  }

  it("spreads the first routine dates over one period, and planning again leaves them there", async () => {
    const ids = await aBook(30);

    const first = await plan(ids);
    const dates = (await world.db.inspection.findMany({ orderBy: { dueOn: "asc" } })).map(({ dueOn }) => dueOn);
    world.at("2026-03-25T02:00:00Z");
    const again = sure(await replanAll(world.system(), "policy"));

    expect(first.created).toBe(30);
    expect(dates[0]).toBe("2026-03-17");
    expect(dates.at(-1)?.slice(0, 7)).toBe("2026-06");
    expect(new Set(dates).size).toBeGreaterThan(25);
    expect(again).toMatchObject({ created: 0, moved: 0, kept: 30 });
  });
});
