/** Who answers for a red on which days. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
});
afterEach(() => desk.stop());

async function zhaoEnters(who: string, from = "2026-03-07", to = "2026-03-08"): Promise<void> {
  const zhao = desk.as(ZHAO);
  await zhao.says("/postloan duty");
  await zhao.clicks("Enter a turn");
  await zhao.chooses("For which role", "Unit manager");
  await zhao.chooses("Who is on duty", who);
  await zhao.fills("First day", from);
  await zhao.fills("Last day", to);
  await zhao.submits();
}

describe("a turn on duty", () => {
  it("is entered by whoever leads the unit, listed, and ended", async () => {
    const zhao = desk.as(ZHAO);
    await zhaoEnters(ZHAO);
    expect(zhao.modal?.text).toContain("Entered.");
    await zhao.closes({ all: true });
    expect(await desk.db.dutyTurn.findFirstOrThrow()).toMatchObject({
      role: "unit_manager",
      personId: branch.zhaoId,
      fromOn: "2026-03-07",
      toOn: "2026-03-08",
    });
    await zhao.says("/postloan duty");
    expect(zhao.lastMessage?.shown).toContain("Zhao Lei");
    await zhao.clicks("End it");
    expect(zhao.lastMessage?.shown).toContain("Zhao Lei's turn has been ended.");
    await zhao.says("/postloan duty");
    expect(zhao.lastMessage?.shown).toContain("Nobody is entered");
  });

  it.each([
    ["somebody who may not do the role's work", LI, undefined, "Who is on duty", "may not do the work of the role"],
    ["days that are over", ZHAO, "2026-02-01", "First day", "begins today"],
  ])("refuses %s at its field", async (_story, who, from, field, sentence) => {
    await zhaoEnters(who, from);
    expect(desk.as(ZHAO).errors[field]).toContain(sentence);
    expect(await desk.db.dutyTurn.count()).toBe(0);
  });

  it("is none of an officer's or a reviewer's business", async () => {
    for (const id of [LI, WANG]) {
      await desk.as(id).says("/postloan duty");
      expect(desk.as(id).lastMessage?.shown).not.toContain("Enter a turn");
    }
  });
});
