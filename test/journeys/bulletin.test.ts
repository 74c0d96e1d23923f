/** What happens in an industry reaches the checks of its customers (R3). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../src/domain/dates.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { bulletinsFor } from "../../src/features/bulletins/index.ts";
import { writeBulletin } from "../../src/features/bulletins/write.ts";
import { aBorrower, aLoan, anOfficer, aUnit } from "../builders/index.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  await desk.db.borrower.update({ where: { id: branch.borrowerId }, data: { industryCode: "C1310" } });
});
afterEach(() => desk.stop());

const RICE = {
  industry: "c13",
  title: "Rice prices down 12%",
  text: "Ask at what price the stock was bought, and how much of it is sold forward.",
};

async function zhaoWrites(differences: Partial<typeof RICE & { until: string }> = {}): Promise<void> {
  const zhao = desk.as(ZHAO);
  await zhao.says("/postloan bulletins");
  await zhao.clicks("Write one");
  const written = { ...RICE, until: "2026-06-30", ...differences };
  await zhao.fills("Industry code, or its beginning", written.industry);
  await zhao.fills("In one line", written.title);
  await zhao.fills("What is new, and what to ask about on a visit", written.text);
  await zhao.fills("Last day on which it stands", written.until);
  await zhao.submits();
}

describe("a bulletin about an industry", () => {
  it("is told to the keeper once, stands in the check, and on the reviewer's screen", async () => {
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await zhaoWrites();
    expect(desk.as(ZHAO).modal?.text).toContain("1 colleague keeps 1 customer of this industry");
    await desk.tick();
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("Rice prices down 12%"));
    expect(told?.shown).toContain(BORROWER);
    expect(told?.text).not.toContain("Harbour");

    await li.clicks("Start check");
    expect(li.modal?.text).toContain("Industry C13: Rice prices down 12%");
    expect(li.modal?.text).toContain(RICE.text);
    await fillToSummary(li, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await li.submits();
    await li.closes({ all: true });

    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.text).toContain("Industry C13: Rice prices down 12%");
  });

  it("is taken back: its messages say so, and checks show it no more", async () => {
    const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];
    await zhaoWrites();
    await zhao.closes({ all: true });
    await desk.tick();
    await zhao.says("/postloan bulletins");
    await zhao.clicks("Take it back");
    expect(zhao.lastMessage?.shown).toContain("“Rice prices down 12%” has been taken back");
    await desk.tick();
    const told = li.messagesFromBot().find(({ shown }) => shown.includes("Rice prices down 12%"));
    expect(told?.shown).toContain("Zhao Lei has taken this bulletin back");
    await li.clicks("Start check");
    expect(li.modal?.text).not.toContain("Rice prices");
    expect(await desk.db.industryBulletin.findFirstOrThrow()).toMatchObject({ withdrawnById: branch.zhaoId });
  });

  it.each([
    [
      "an industry that is no code",
      { industry: "rice mills" },
      "Industry code, or its beginning",
      "is no industry code",
    ],
    ["an industry without customers", { industry: "Z99" }, "Industry code, or its beginning", "nobody would be told"],
    ["a day that is over", { until: "2026-02-27" }, "Last day on which it stands", "Choose a last day between"],
  ])("refuses %s at its field, and what was typed stays", async (_story, differences, field, sentence) => {
    await zhaoWrites(differences);
    const zhao = desk.as(ZHAO);
    expect(zhao.errors[field]).toContain(sentence);
    expect(await desk.db.industryBulletin.count()).toBe(0);
  });

  it("concerns the unit and those below, not another; nor a customer of another industry, or one whose loans are settled", async () => {
    const other = await aUnit(desk.db, { name: "Hill Branch" });
    const stranger = await anOfficer(desk.db, { name: "Sun Yi", unitId: other.id });
    const elsewhere = { industryCode: "C1310", unitId: other.id, ownerId: stranger.id };
    const { id: borrowerId } = await aBorrower(desk.db, elsewhere);
    await aLoan(desk.db, { borrowerId });
    const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    const settled = await aBorrower(desk.db, { industryCode: "C1390", unitId, ownerId: branch.liId });
    await aLoan(desk.db, { borrowerId: settled.id, state: "settled" });

    const zhao = await desk.contextOf(branch.zhaoId);
    expect(await writeBulletin(zhao, { ...RICE, until: "2026-06-30" })).toEqual({ customers: 1, keepers: 1 });
    const at = { at: new Date("2026-03-02T02:00:00Z"), on: isoDate("2026-03-02") };
    const standing = (customer: { unitId: string; industryCode: string | null }) => bulletinsFor(zhao, customer, at);
    expect(await standing({ unitId, industryCode: "C1399" })).toHaveLength(1);
    expect(await standing({ unitId, industryCode: "C20" })).toEqual([]);
    expect(await standing({ unitId, industryCode: null })).toEqual([]);
    expect(await standing({ unitId: other.id, industryCode: "C1310" })).toEqual([]);
  });

  it("is written by whoever leads, and by no officer", async () => {
    const written = await writeBulletin(await desk.contextOf(branch.liId), { ...RICE, until: "2026-06-30" });
    expect(isRefusal(written) && written.refused).toBe("may.role");
    const li = desk.as(LI);
    await li.says("/postloan bulletins");
    expect(li.lastMessage?.shown).toContain("No bulletin stands in your units.");
    expect(li.lastMessage?.buttons).not.toContain("Write one");
  });
});
