/** A report that waits too long: its manager asks the reviewers, or names another, by real clicks. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { openWaitBook, WAITING_REPORTS } from "../../../src/features/ladder/index.ts";
import { nameReviewer } from "../../../src/features/review-queue/name-reviewer.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { refusedByGuard } from "../../../src/platform/storage/index.ts";
import { aStandIn } from "../../builders/index.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { aReviewDesk } from "../reviews/review-desk.ts";
import { aSubmittedReport, EMAILS, type World } from "../reviews/review-world.ts";

const WANG = "U00000WANG";
const ZHAO = "U00000ZHAO";
const CHEN = "U00000CHEN";
const SUN = "U000000SUN";
const LATE_MORNING = "2026-03-16T09:00:00+08:00";

let desk: TestDesk;
let world: World;
beforeEach(async () => {
  ({ desk, world } = await aReviewDesk([
    aColleague(WANG, "Wang Fang", { email: EMAILS.reviewer }),
    aColleague(ZHAO, "Zhao Min", { email: EMAILS.colleague }),
    aColleague(CHEN, "Chen Jie", { email: EMAILS.above }),
    aColleague(SUN, "Sun Li", { email: EMAILS.manager }),
  ]));
});
afterEach(() => desk.stop());

/** Submitted on Tuesday 10 March; the reviewers' time was Wednesday and Thursday, the manager hears on Monday. */
async function aLateReport() {
  const made = await aSubmittedReport(world);
  await desk.tick();
  desk.at(LATE_MORNING);
  await desk.tick();
  return made;
}

const heard = (userId: string) => desk.as(userId).messagesFromBot();
const lastOf = (userId: string) => desk.as(userId).lastMessage;

describe("a manager who hears of a late review", () => {
  it("has Nudge and Reassign beside it, and no later date: nobody waits for it by a date of their own", async () => {
    await aLateReport();
    expect(lastOf(SUN)?.buttons).toEqual(["Nudge", "Reassign", "Customer's card"]);
    expect(lastOf(WANG)?.buttons).toContain("Review");
  });

  it("nudges: each reviewer is asked once a day, and it is recorded", async () => {
    const { number } = await aLateReport();
    await desk.as(SUN).clicks("Nudge");
    await desk.tick();
    for (const reviewer of [WANG, ZHAO]) {
      expect(lastOf(reviewer)?.shown).toContain("Sun Li asks: this report waits longer than a reviewer has");
      expect(lastOf(reviewer)?.buttons).toEqual(["Review", "Customer's card"]);
    }
    expect(lastOf(SUN)?.shown).toContain(`Wang Fang, Zhao Min is told about ${number}.`);
    const before = heard(WANG).length;
    await desk.as(SUN).clicks("Nudge");
    await desk.tick();
    expect(lastOf(SUN)?.shown).toContain("was asked about it today already");
    expect(heard(WANG)).toHaveLength(before);
    expect(await desk.db.auditEvent.count({ where: { verb: "reviewer.nudged" } })).toBe(1);
  });

  it("the nudge is ticked off once the report is decided", async () => {
    await aLateReport();
    await desk.as(SUN).clicks("Nudge");
    await desk.tick();
    const nudge = lastOf(ZHAO);
    await desk.as(WANG).clicks("Review", { in: lastOf(WANG) });
    await desk.as(WANG).clicks("Approve");
    await desk.tick();
    const now = heard(ZHAO).find(({ ts }) => ts === nudge?.ts);
    expect([now?.buttons, now?.shown.includes("decided or given to another since")]).toEqual([[], true]);
  });

  it("names another reviewer: it leaves the others' queues, and the named one is told with the button", async () => {
    const { number, reportId } = await aLateReport();
    const sun = desk.as(SUN);
    await sun.clicks("Reassign");
    expect(sun.modal?.text).toContain(number);
    await sun.chooses("Reviewer", "Chen Jie · Head office");
    await sun.fills("Reason", "both are at the seminar");
    await sun.submits();
    expect(sun.modal?.text).toContain(`Chen Jie is told: ${number} is theirs to review now.`);
    await desk.tick();

    expect(lastOf(CHEN)?.shown).toContain("Sun Li asks you to review this report");
    expect(lastOf(CHEN)?.shown).toContain("both are at the seminar");
    await desk.as(WANG).says("/postloan queue");
    expect(lastOf(WANG)?.shown).not.toContain(number);
    await desk.as(CHEN).says("/postloan queue");
    expect(lastOf(CHEN)?.shown).toContain(number);
    await desk.as(CHEN).clicks("Review");
    await desk.as(CHEN).clicks("Approve");
    expect(await desk.db.report.findUnique({ where: { id: reportId } })).toMatchObject({ state: "approved" });
  });

  it("is offered nobody who has a part in the report, nor the one it falls to alone", async () => {
    const { reportId } = await aSubmittedReport(world, { submitterId: world.reviewer.id });
    const ctx = await world.as(world.manager);
    const wish = { reportId, reason: "" };
    for (const { id } of [world.reviewer, world.officer, world.colleague, world.manager]) {
      expect(await nameReviewer(ctx, { ...wish, reviewerId: id })).toMatchObject({ refused: "naming.not_eligible" });
    }
    expect(await nameReviewer(ctx, { ...wish, reviewerId: world.above.id })).toMatchObject({ name: "Chen Jie" });
  });

  it("who has a part in the report chooses no judge", async () => {
    const { reportId } = await aSubmittedReport(world, { submitterId: world.manager.id });
    const named = await nameReviewer(await world.as(world.manager), {
      reportId,
      reviewerId: world.above.id,
      reason: "",
    });
    expect(isRefusal(named) && named.refused).toMatch(/^may\./);
  });
});

describe("a named reviewer", () => {
  async function named() {
    const { reportId } = await aSubmittedReport(world);
    await nameReviewer(await world.as(world.manager), { reportId, reviewerId: world.above.id, reason: "r" });
    return reportId;
  }
  const toldLate = async () => {
    const { itemsOf, candidates } = await openWaitBook(systemContext(desk.parts), WAITING_REPORTS);
    const items = await itemsOf([...candidates.keys()]);
    return [world.reviewer, world.colleague, world.above]
      .filter(({ id }) => (items.get(id) ?? []).length > 0)
      .map(({ name }) => name);
  };

  it("is the one who hears when the time is up", async () => {
    await named();
    desk.at("2026-03-13T09:00:00+08:00");
    expect(await toldLate()).toEqual(["Chen Jie"]);
  });

  it("who comes to have a part in it lets it fall to the unit again", async () => {
    await named();
    const [person, standIn] = [world.officer.id, world.above.id];
    await aStandIn(desk.db, { personId: person, standInId: standIn, fromOn: "2026-03-10", toOn: "2026-03-20" });
    desk.at("2026-03-13T09:00:00+08:00");
    expect(await toldLate()).toEqual(["Wang Fang", "Zhao Min"]);
  });

  it("is never the submitter or the keeper, nor named for what is decided, whoever writes", async () => {
    const reportId = await named();
    const naming = (reviewerId: string) =>
      desk.db.reviewerNaming
        .create({ data: { reportId, reviewerId, reason: "r", namedById: "x", namedAt: new Date() } })
        .then(() => "stored", refusedByGuard);
    expect(await naming(world.officer.id)).toBe("named_reviewer_is_another");
    expect(await naming(world.reviewer.id)).toBe("stored");
    await desk.db.report.update({ where: { id: reportId }, data: { state: "returned" } });
    expect(await naming(world.reviewer.id)).toBe("named_reviewer_is_another");
  });
});
