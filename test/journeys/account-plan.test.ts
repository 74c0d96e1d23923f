/** One plan per customer (R117, R118): opened where a customer crosses, written by its keeper, approved by another, looked at again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aLoan } from "../builders/index.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
let loan: { id: string; number: string };

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  loan = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } });
});
afterEach(() => desk.stop());

const DOCUMENT = { name: "plan.pdf", bytes: new TextEncoder().encode("one plan per customer") };
const PLAN = "Arrears of 640,000 yuan since 3 Feb. Zhou sells the cold store by 30 Jun; 500,000 yuan are paid from it.";

const unitId = async () => (await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } })).unitId;
const plans = () => desk.db.case.findMany({ orderBy: { place: "asc" } });
const numberOf = async (place: number) =>
  `${(await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } })).number}/P${place}`;

/** The first two hands have had it, and Zhao is the third. */
async function zhaoApproves(tier: string, fromTier = "normal", loanId = loan.id): Promise<void> {
  const at = new Date("2026-03-02T00:00:00Z");
  await desk.db.tierProposal.create({
    data: {
      ...{ loanId, unitId: await unitId(), fromTier, tier, floor: "normal", because: "[]", state: "recognised" },
      shown: JSON.stringify(["arrears_and_costs_paid", "paid_in_order", "ability_confirmed"]),
      ...{ hands: 3, effectiveOn: "2026-03-02", reason: "r", proposedById: branch.liId, proposedAt: at },
      ...{ recognisedById: branch.wangId, recognisedAt: at },
      policyVersionId: desk.parts.policies.inForce().versionId,
    },
  });
  const zhao = desk.as(ZHAO);
  await zhao.says("/postloan tiers");
  await zhao.clicks("Approve");
}

async function morningOf(date: string): Promise<void> {
  desk.at(`${date}T09:05:00+08:00`);
  await desk.tick();
}

/** Li hands in the plan that waits on the Home tab. */
async function liHandsIn(): Promise<void> {
  const li = desk.as(LI);
  await li.opensHome();
  await li.clicks("Look");
  await li.clicks("Hand in the plan");
  await li.fills("The plan", PLAN);
  await li.attaches("The written plan", DOCUMENT);
  await li.submits();
  await li.closes({ all: true });
  await desk.tick();
}

describe("a customer that becomes non-performing", () => {
  it("has a workout plan opened for its keeper, by the policy's day, who is told and has it on the desk", async () => {
    await zhaoApproves("substandard");
    expect(await plans()).toMatchObject([
      {
        kind: "workout_plan",
        state: "open",
        ownerId: branch.liId,
        dueOn: "2026-03-09",
        place: 1,
        cause: "substandard",
      },
    ]);
    await desk.tick();
    const li = desk.as(LI);
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("you write the workout plan by 9 Mar 2026"));
    expect(told?.text).not.toContain("Harbour");
    await li.opensHome();
    expect(li.home?.text).toContain("Write the workout plan");
    expect(li.home?.text).toContain(await numberOf(1));
    await morningOf("2026-03-09");
    expect(li.lastMessage?.shown).toContain("Write the workout plan");
    const verbs = await desk.db.auditEvent.findMany({ where: { subjectKind: "measure" } });
    expect(verbs.map(({ verb }) => verb)).toEqual(["measure.opened"]);
  });

  it("climbs where nobody writes it, as a late measure does", async () => {
    await zhaoApproves("substandard");
    await morningOf("2026-03-12");
    expect(desk.as(ZHAO).lastMessage?.shown).toContain("Measures overdue, and climbed to you (1)");
  });

  it("has its plan approved by a second person, and looked at again on a day", async () => {
    await zhaoApproves("substandard");
    await desk.tick();
    await liHandsIn();
    const wang = desk.as(WANG);
    expect(wang.lastMessage?.shown).toContain("Li Wen handed in the plan");
    await wang.clicks("Look");
    expect(wang.modal?.text).toContain("640,000 yuan since 3 Feb");
    expect(wang.modal?.text).toContain("Non-performing: Substandard");
    await wang.clicks("Approve the plan");
    await wang.closes({ all: true });
    await desk.tick();
    expect(desk.as(LI).lastMessage?.shown).toContain("Wang Ping approved the plan");
    const [first, next] = await plans();
    expect(first).toMatchObject({ state: "closed", closedById: branch.wangId });
    expect(next).toMatchObject({
      ...{ kind: "workout_plan", state: "open", ownerId: branch.liId, dueOn: "2026-04-02", place: 2 },
      reviewsId: first?.id,
    });
    await morningOf("2026-04-02");
    expect(desk.as(LI).lastMessage?.shown).toContain("Look at the workout plan again");
  });

  it("has one plan, however many of its loans cross", async () => {
    const second = await aLoan(desk.db, { borrowerId: branch.borrowerId });
    await zhaoApproves("substandard");
    await zhaoApproves("doubtful", "normal", second.id);
    expect(await plans()).toHaveLength(1);
  });

  it("keeps its plan with the keeper until another department accepts; then the plan goes along, and its date stays", async () => {
    await desk.db.roleGrant.create({
      data: { ...{ personId: branch.wangId, role: "asset_operations" }, unitId: await unitId(), fromAt: new Date(0) },
    });
    await zhaoApproves("substandard");
    await desk.tick();
    const wang = desk.as(WANG);
    await wang.clicks("Accept");
    await desk.tick();
    expect(await plans()).toMatchObject([{ ownerId: branch.wangId, dueOn: "2026-03-09", state: "open" }]);
    expect(wang.sees("you write the workout plan by 9 Mar 2026")).toBe(true);
    await wang.opensHome();
    expect(wang.home?.text).toContain("Write the workout plan");
    await desk.as(LI).opensHome();
    expect(desk.as(LI).home?.text).not.toContain("Write the workout plan");
  });
});

describe("a customer in zone 2", () => {
  it("has a plan written, by the days of its zone", async () => {
    await zhaoApproves("special_mention");
    expect(await plans()).toMatchObject([{ kind: "written_plan", dueOn: "2026-03-16", cause: "special_mention" }]);
    await desk.tick();
    expect(desk.as(LI).sees("stands above zone 1: you write its plan by 16 Mar 2026")).toBe(true);
  });

  it("that becomes non-performing before it is written has one plan still, which is the workout plan now", async () => {
    await zhaoApproves("special_mention");
    await zhaoApproves("substandard", "special_mention");
    expect(await plans()).toMatchObject([{ kind: "workout_plan", dueOn: "2026-03-09", place: 1 }]);
  });

  it("comes back from non-performing with a plan of its zone, once the workout plan is judged", async () => {
    await desk.db.loan.update({ where: { id: loan.id }, data: { tier: "normal" } });
    await zhaoApproves("substandard");
    await desk.tick();
    await liHandsIn();
    await zhaoApproves("special_mention", "substandard");
    expect(await plans()).toMatchObject([{ kind: "workout_plan", state: "reported" }]);
    const wang = desk.as(WANG);
    await wang.clicks("Look");
    await wang.clicks("Approve the plan");
    expect(await plans()).toMatchObject([
      { kind: "workout_plan", state: "closed" },
      { kind: "written_plan", state: "open", dueOn: "2026-03-16", reviewsId: null },
    ]);
  });

  it("has none opened when it is in zone 1 again, and what waits stays until a person says what became of it", async () => {
    await zhaoApproves("special_mention");
    await zhaoApproves("normal", "special_mention");
    expect(await plans()).toMatchObject([{ kind: "written_plan", state: "open" }]);
    await desk.tick();
    await morningOf("2026-03-12");
    await liHandsIn();
    await desk.as(WANG).clicks("Look");
    await desk.as(WANG).clicks("Approve the plan");
    expect(await plans()).toMatchObject([{ state: "closed" }]);
  });
});
