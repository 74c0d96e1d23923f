import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aColleague } from "../../setup/a-colleague.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { aReviewDesk } from "./review-desk.ts";
import { aSubmittedReport, EMAILS, type World } from "./review-world.ts";

const WANG = "U00000WANG";
const ZHAO = "U00000ZHAO";
const LI = "U000000LI";

let desk: TestDesk;
let world: World;
beforeEach(async () => {
  ({ desk, world } = await aReviewDesk([
    aColleague(LI, "Li Wei", { email: EMAILS.officer }),
    aColleague(WANG, "Wang Fang", { email: EMAILS.reviewer }),
    aColleague(ZHAO, "Zhao Min", { email: EMAILS.colleague }),
  ]));
});
afterEach(() => desk.stop());

const queueButtons = (userId: string) =>
  desk
    .as(userId)
    .messagesFromBot()
    .flatMap(({ buttons }) => buttons)
    .filter((button) => button === "Review");

describe("Two reviewers in Slack", () => {
  it("both have the report; one approves, every copy tells the truth, and the other is told who and when", async () => {
    const { number } = await aSubmittedReport(world);
    await desk.tick();
    const [wang, zhao] = [desk.as(WANG), desk.as(ZHAO)];
    expect([queueButtons(WANG), queueButtons(ZHAO)]).toEqual([["Review"], ["Review"]]);
    await wang.clicks("Review");
    await zhao.clicks("Review");
    await wang.clicks("Approve");
    expect(wang.modal?.text).toContain(`Report ${number} is approved.`);
    await zhao.clicks("Approve");
    expect(zhao.modal?.text).toContain(`Wang Fang approved report ${number} on 10 Mar 2026, 10:00.`);
    await desk.tick();
    for (const userId of [WANG, ZHAO]) {
      expect(queueButtons(userId)).toEqual([]);
      expect(desk.as(userId).messagesFromBot()).toHaveLength(1);
      expect(desk.as(userId).lastMessage?.shown).toContain("All done");
    }
    expect(desk.as(LI).lastMessage?.text).toBe(`Your report ${number} is approved`);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("an orange comes as a new message and the old one points to it; from the queue's list a form still fits", async () => {
    await aSubmittedReport(world);
    await desk.tick();
    for (let count = 0; count < 12; count += 1) await aSubmittedReport(world, { announce: false });
    const { number } = await aSubmittedReport(world, { level: "orange" });
    await desk.tick();
    const wang = desk.as(WANG);
    const [old, fresh] = wang.messagesFromBot();
    expect(old?.shown).toContain("newer message");
    expect(old?.buttons).toEqual([]);
    expect(fresh?.buttons.filter((button) => button === "Review")).toHaveLength(12);
    await wang.clicks("Show all (14)");
    await wang.clicks("Review");
    await wang.clicks("Return");
    await wang.clicks("Another remark");
    await wang.submits();
    expect(wang.modal?.title).toBe("Return");
    await wang.chooses("record", "not_in_order");
    await wang.chooses("conclusion", "in_order");
    await wang.chooses("reasons", ["other"]);
    await wang.submits();
    expect(Object.values(wang.errors)).toEqual(["Please write why."]);
    await wang.fills("note", "The stock list is of last year.");
    await wang.submits();
    expect(wang.modal?.text).toContain(`Report ${number} is returned`);
    await wang.clicks("Next report");
    expect(wang.modal?.text).toContain("Ask to re-inspect");
    await desk.tick();
    const told = desk
      .as(LI)
      .messagesFromBot()
      .filter(({ shown }) => shown.includes("The stock list is of last year."));
    expect(told.map(({ buttons }) => buttons)).toEqual([["Customer's card", "Correct"]]);
    expect(desk.workspace.refused).toEqual([]);
  });
});
