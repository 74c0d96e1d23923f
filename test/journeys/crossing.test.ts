/** A customer crosses between departments with its tier (R113, R114): offered, accepted, planned again; no file overrules the tier. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { announceQuarter } from "../../src/features/classification/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
let loan: { id: string; number: string; tier: string };

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  loan = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } });
});
afterEach(() => desk.stop());

const keeper = async () =>
  (await desk.db.ownership.findFirstOrThrow({ where: { borrowerId: branch.borrowerId, toAt: null } })).personId;
const unitId = async () => (await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } })).unitId;

/** Wang does the work of asset operations too. */
async function withAssetOperations(): Promise<void> {
  await desk.db.roleGrant.create({
    data: { personId: branch.wangId, role: "asset_operations", unitId: await unitId(), fromAt: new Date("2026-01-01") },
  });
}

/** Two hands have had it: the third approves. */
async function recognised(tier: string, fromTier = "normal"): Promise<void> {
  const at = new Date("2026-03-02T00:00:00Z");
  await desk.db.tierProposal.create({
    data: {
      loanId: loan.id,
      unitId: await unitId(),
      fromTier,
      tier,
      floor: "normal",
      because: "[]",
      shown: JSON.stringify(["arrears_and_costs_paid", "paid_in_order", "ability_confirmed"]),
      state: "recognised",
      hands: 3,
      effectiveOn: "2026-03-02",
      reason: "r",
      proposedById: branch.liId,
      proposedAt: at,
      recognisedById: branch.wangId,
      recognisedAt: at,
      policyVersionId: desk.parts.policies.inForce().versionId,
    },
  });
}

async function zhaoApproves(): Promise<string> {
  const zhao = desk.as(ZHAO);
  await zhao.says("/postloan tiers");
  await zhao.clicks("Approve");
  return zhao.lastMessage?.shown ?? "";
}

describe("a customer whose loan becomes non-performing", () => {
  it("is offered to asset operations, and stays with its keeper until they accept", async () => {
    await withAssetOperations();
    await recognised("substandard");
    expect(await zhaoApproves()).toContain("led by asset operations now, and was offered to Wang Ping");
    expect(await keeper()).toBe(branch.liId);
    const [handover] = await desk.db.handover.findMany();
    expect(handover).toMatchObject({ inspectionId: null, fromPersonId: branch.liId, toPersonId: branch.wangId });
    await desk.tick();
    const wang = desk.as(WANG);
    const offer = wang.messagesFromBot().find(({ shown }) => shown.includes("led by asset operations now"));
    expect(offer?.text).not.toContain("Harbour");
    await wang.clicks("Accept");
    expect(await keeper()).toBe(branch.wangId);
    await desk.tick();
    expect(desk.as(LI).lastMessage?.shown).toContain("has gone from Li Wen to Wang Ping");
  });

  it("has its inspections planned again at once, by the row of its tier", async () => {
    await recognised("substandard");
    await zhaoApproves();
    const planned = await desk.db.inspection.findFirstOrThrow({ where: { id: branch.inspectionId } });
    expect(planned.policyLine).toBe("inspections.working_capital.substandard");
  });

  it("has nobody to go to where the department has nobody: the manager is told, and it stays", async () => {
    await recognised("substandard");
    expect(await zhaoApproves()).toContain("nobody there can take it");
    await desk.tick();
    const told = desk
      .as(ZHAO)
      .messagesFromBot()
      .find(({ shown }) => shown.includes("/postloan reassign"));
    expect(told?.shown).toContain(BORROWER);
    expect(told?.text).not.toContain("Harbour");
    expect(await keeper()).toBe(branch.liId);
    expect(await desk.db.handover.count()).toBe(0);
  });

  it("does not move for a tier within the same department, and not twice for a second loan", async () => {
    await withAssetOperations();
    await recognised("special_mention");
    await zhaoApproves();
    expect(await desk.db.handover.count()).toBe(0);
  });

  it("comes back to whoever kept it before, once it performs again", async () => {
    await desk.db.ownership.updateMany({ where: { borrowerId: branch.borrowerId }, data: { toAt: new Date() } });
    await withAssetOperations();
    await desk.db.ownership.create({
      data: { borrowerId: branch.borrowerId, personId: branch.wangId, fromAt: new Date() },
    });
    await desk.db.loan.update({ where: { id: loan.id }, data: { tier: "substandard" } });
    await recognised("normal", "substandard");
    expect(await zhaoApproves()).toContain("led by the customer department now, and was offered to Li Wen");
    await desk.tick();
    await desk.as(LI).clicks("Accept");
    expect(await keeper()).toBe(branch.liId);
  });
});

describe("a file that says another tier than the approved one", () => {
  it("is quoted beside the loan, as long as its last row says so", async () => {
    const says = (asOf: string) =>
      desk.db.factChange.create({
        data: {
          ...{ subjectKind: "loan", subjectId: loan.id, field: "tierNotTaken", before: "normal", after: "doubtful" },
          ...{ asOf, recordedAt: new Date(), source: "own: book.csv" },
        },
      });
    const li = desk.as(LI);
    await says("2026-01-04");
    await li.says(`/postloan tiers ${loan.number}`);
    expect(li.lastMessage?.shown).not.toContain("book.csv");
    await says("2026-01-05");
    await li.says(`/postloan tiers ${loan.number}`);
    expect(li.lastMessage?.shown).toContain("The file of 5 Jan 2026 says Doubtful (own: book.csv). It was not taken");
  });
});

describe("the quarter's list", () => {
  const announce = () => announceQuarter(systemContext(desk.parts));

  it("announces itself a month and a week before the quarter ends, to whoever has to confirm it, and on to the next hands", async () => {
    desk.at("2026-02-20T00:45:00+08:00");
    expect(await announce()).toEqual({ told: 0 });
    desk.at("2026-03-02T00:45:00+08:00");
    expect(await announce()).toEqual({ told: 1 });
    expect(await announce()).toEqual({ told: 0 });
    desk.at("2026-03-02T09:05:00+08:00");
    await desk.tick();
    const li = desk.as(LI);
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("2026-Q1: the tiers of your loans"));
    expect(told?.shown).toContain("the quarter ends 31 Mar 2026");
    await li.clicks("Confirm 1 unchanged");
    await desk.tick();
    expect(desk.as(WANG).lastMessage?.shown).toContain("unchanged tiers wait for you to recognise them");
    await desk.as(WANG).clicks("Confirm 1 unchanged");
    await desk.tick();
    const zhao = desk.as(ZHAO);
    expect(zhao.messagesFromBot().some(({ shown }) => shown.includes("unchanged tiers wait for you to approve"))).toBe(
      true,
    );
    await zhao.clicks("Confirm 1 unchanged");
    desk.at("2026-03-24T00:45:00+08:00");
    expect(await announce()).toEqual({ told: 0 });
  });

  it("is told again a week before, where it is still open", async () => {
    desk.at("2026-03-02T00:45:00+08:00");
    await announce();
    desk.at("2026-03-24T00:45:00+08:00");
    expect(await announce()).toEqual({ told: 1 });
  });
});
