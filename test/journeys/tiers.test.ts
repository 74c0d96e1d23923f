/** The tier of a loan passes through three hands, and never below what the rules allow (handbook 2.1). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { suggestTiers } from "../../src/features/classification/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../builders/index.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
let number: string;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  // 102 days before today.
  await desk.db.loan.updateMany({ where: { borrowerId: branch.borrowerId }, data: { pastDueSince: "2025-11-20" } });
  ({ number } = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } }));
});
afterEach(() => desk.stop());

const suggest = () => suggestTiers(systemContext(desk.parts));
const loan = () => desk.db.loan.findUniqueOrThrow({ where: { number } });
const proposal = () => desk.db.tierProposal.findFirstOrThrow();

async function liProposes(tier: string, more: { from?: string; reason?: string } = {}): Promise<void> {
  const li = desk.as(LI);
  await li.says(`/postloan tiers ${number}`);
  await li.clicks("Propose a tier");
  await li.chooses("Tier", tier);
  if (more.from !== undefined) await li.fills("From which day", more.from);
  await li.fills("Reason", more.reason ?? "Interest unpaid since November, buyer insolvent");
  await li.submits();
}

describe("a loan 102 days past due", () => {
  it("is suggested to its keeper once, proposed, recognised and approved by three persons", async () => {
    const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];
    expect(await suggest()).toEqual({ suggested: 1, changed: 0, lapsed: 0 });
    expect(await suggest()).toEqual({ suggested: 0, changed: 0, lapsed: 0 });
    await desk.tick();
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("The rules ask for a stricter tier"));
    expect(told?.shown).toContain("Normal → Substandard");
    expect(told?.shown).toContain("more than 90 days past due (art. 11(1)");
    expect(told?.text).not.toContain("Harbour");

    await liProposes("Substandard", { from: "2026-02-18" });
    expect(li.modal?.text).toContain("Asked next: Wang Ping");
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Recognise");
    await desk.tick();
    expect((await loan()).tier).toBe("normal");
    await zhao.clicks("Approve");
    expect((await loan()).tier).toBe("substandard");
    expect(await proposal()).toMatchObject({
      state: "approved",
      effectiveOn: "2026-02-18",
      proposedById: branch.liId,
      recognisedById: branch.wangId,
      approvedById: branch.zhaoId,
    });
    expect(await desk.db.factChange.findFirst({ where: { field: "tier" } })).toMatchObject({
      before: "normal",
      after: "substandard",
      asOf: "2026-02-18",
    });
    const events = await desk.db.auditEvent.findMany({ where: { verb: { startsWith: "tier." } } });
    expect(events.map(({ verb }) => verb)).toEqual([
      "tier.suggested",
      "tier.proposed",
      "tier.recognised",
      "tier.approved",
    ]);
    await desk.tick();
    expect(li.messagesFromBot().some(({ shown }) => shown.includes("was approved"))).toBe(true);
  });

  it.each([
    ["Special mention", {}, "Tier", "Not milder than Substandard: more than 90 days past due (art. 11(1)"],
    ["Doubtful", { from: "2026-03-03" }, "From which day", `${TODAY}`],
  ])("is not proposed as %s %o", async (tier, more, field, sentence) => {
    await liProposes(tier, more);
    expect(desk.as(LI).errors[field]).toContain(sentence);
    expect(await desk.db.tierProposal.count()).toBe(0);
  });

  it("is declined with a reason, which the proposer reads", async () => {
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await liProposes("Doubtful");
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Decline");
    await wang.fills("Reason", "The pledge covers it in full");
    await wang.submits();
    await desk.tick();
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("was declined"));
    expect(told?.shown).toContain("The pledge covers it in full");
    expect((await loan()).tier).toBe("normal");
  });

  it("is nobody's suggestion any more once it is paid", async () => {
    await suggest();
    await desk.db.loan.updateMany({ where: { number }, data: { pastDueSince: null } });
    expect(await suggest()).toEqual({ suggested: 0, changed: 0, lapsed: 1 });
    expect(await proposal()).toMatchObject({ state: "lapsed", endedById: null });
  });

  it("has its third hand in the unit above where the unit lacks one", async () => {
    const head = await aUnit(desk.db, { name: "Head office", kind: "head_office" });
    const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    await desk.db.orgUnit.update({ where: { id: unitId }, data: { parentId: head.id } });
    await desk.db.roleGrant.updateMany({
      where: { personId: branch.wangId },
      data: { toAt: new Date("2026-01-01T00:00:00Z") },
    });
    const above = await aPerson(desk.db, { name: "Sun Hao", unitId: head.id, roles: [{ role: "risk_manager" }] });
    await liProposes("Substandard");
    expect(desk.as(LI).modal?.text).toContain("Asked next: Sun Hao");
    expect(await desk.db.outboxMessage.count({ where: { kind: "tier.waits", personId: above.id } })).toBe(1);
  });
});

describe("tiers that stay as they are", () => {
  it("pass the three hands as a list, one act a person", async () => {
    const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    for (const name of ["Hill Tea", "Bay Rope"]) {
      const { id } = await aBorrower(desk.db, { name, unitId, ownerId: branch.liId, customerType: "corporate" });
      await aLoan(desk.db, { borrowerId: id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
    }
    for (const who of [LI, WANG, ZHAO]) {
      const person = desk.as(who);
      await person.says("/postloan tiers");
      expect(person.lastMessage?.shown).toContain("2026-Q1");
      await person.clicks("Confirm all 2 unchanged");
      expect(person.lastMessage?.shown).toContain("2 loans confirmed with an unchanged tier");
    }
    const rows = await desk.db.tierProposal.findMany();
    expect(rows.map(({ state, tier, fromTier }) => [state, tier, fromTier])).toEqual([
      ["approved", "normal", "normal"],
      ["approved", "normal", "normal"],
    ]);
    await desk.as(LI).says("/postloan tiers");
    expect(desk.as(LI).lastMessage?.shown).not.toContain("unchanged");
  });
});

it("leaves a list where the facts overtake it, and is suggested anew", async () => {
  await desk.db.loan.updateMany({ where: { number }, data: { pastDueSince: null } });
  const [li, wang] = [desk.as(LI), desk.as(WANG)];
  await li.says("/postloan tiers");
  await li.clicks("Confirm 1 unchanged");
  await desk.db.loan.updateMany({ where: { number }, data: { pastDueSince: "2025-11-20" } });
  await wang.says("/postloan tiers");
  expect(wang.lastMessage?.shown).not.toContain("unchanged");
  expect(await suggest()).toMatchObject({ suggested: 1 });
  const states = (await desk.db.tierProposal.findMany({ orderBy: { id: "asc" } })).map(({ state }) => state);
  expect(states.sort()).toEqual(["lapsed", "suggested"]);
});

it("names the customer in full only to those who answer for it", async () => {
  await liProposes("Substandard");
  await desk.as(LI).closes({ all: true });
  await desk.tick();
  expect(desk.as(WANG).lastMessage?.shown).toContain(BORROWER);
  expect(desk.as(WANG).lastMessage?.text).not.toContain("Harbour");
});
