import { beforeEach, describe, expect, it } from "vitest";
import { submissionGone, waitingFor } from "../../../src/features/review-queue/index.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { aPerson, aReviewer, aStandIn, aUnit } from "../../builders/index.ts";
import {
  allSent,
  aRevision,
  aSubmittedReport,
  aWorld,
  clicks,
  drawn,
  messagesOf,
  textOf,
  type World,
  wordsOf,
} from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const queueOf = async (person: { id: string }) => waitingFor(world.db, person.id, world.parts.clocks.now());

describe("Who is asked to review", () => {
  it("the post-loan officers of the unit, and nobody else", async () => {
    await aSubmittedReport(world);
    expect(await queueOf(world.reviewer)).toHaveLength(1);
    expect(await queueOf(world.colleague)).toHaveLength(1);
    for (const other of [world.above, world.officer, world.manager]) {
      expect(await queueOf(other)).toHaveLength(0);
      expect(await messagesOf(world, other, "review_queue")).toHaveLength(0);
    }
  });

  it("not the reviewer who submitted it", async () => {
    await aSubmittedReport(world, { submitterId: world.reviewer.id });
    expect(await queueOf(world.reviewer)).toHaveLength(0);
    expect(await queueOf(world.colleague)).toHaveLength(1);
  });

  it("not the reviewer who keeps the account", async () => {
    await aSubmittedReport(world, { ownerId: world.reviewer.id });
    expect(await queueOf(world.reviewer)).toHaveLength(0);
  });

  it.each([
    ["on the day of submission", "2026-03-01", "2026-03-10"],
    ["today", "2026-03-11", "2026-03-20"],
  ])("not who stood in for the officer %s", async (_when, fromOn, toOn) => {
    await aStandIn(world.db, { personId: world.officer.id, standInId: world.reviewer.id, fromOn, toOn });
    await aSubmittedReport(world);
    world.at("2026-03-12T02:00:00Z");
    expect(await queueOf(world.reviewer)).toHaveLength(0);
    expect(await queueOf(world.colleague)).toHaveLength(1);
  });

  it("again who stood in for the officer long before the report", async () => {
    const who = { personId: world.officer.id, standInId: world.reviewer.id };
    await aStandIn(world.db, { ...who, fromOn: "2026-01-01", toOn: "2026-01-31" });
    await aSubmittedReport(world);
    expect(await queueOf(world.reviewer)).toHaveLength(1);
  });

  it("not a reviewer who has left", async () => {
    await world.db.person.update({ where: { id: world.reviewer.id }, data: { leftOn: "2026-03-09" } });
    await aSubmittedReport(world);
    expect(await messagesOf(world, world.reviewer, "review_queue")).toHaveLength(0);
  });

  it("the unit above where the unit has nobody who may decide, and the message says so, with the name in full as in the report", async () => {
    const small = await aUnit(world.db, { name: "Hill sub-branch", parentId: world.branch.id });
    const only = await aReviewer(world.db, { unitId: small.id });
    await aSubmittedReport(world, { unitId: small.id, submitterId: only.id, borrowerName: "Ningbo Harbour Trading" });
    const view = textOf(await drawn(world, world.reviewer, "review_queue"));
    expect(view).toContain("Hill sub-branch has nobody who may decide this");
    expect(view).toContain("Ningbo Harbour Trading");
    expect(await queueOf(world.above)).toHaveLength(0);
  });

  it("where nobody up to the top may decide, the unit's manager is told, and told when it is settled", async () => {
    const island = await aUnit(world.db, { name: "Island branch" });
    const manager = await aPerson(world.db, { unitId: island.id, roles: [{ role: "unit_manager" }] });
    const { number } = await aSubmittedReport(world, { unitId: island.id });
    const text = textOf(await drawn(world, manager, "review_nobody"));
    expect(text).toContain(`Nobody may review report ${number}`);
    expect(text).toContain("Ningbo Harbour Trading");
    await aReviewer(world.db, { unitId: island.id });
    expect(await drawn(world, manager, "review_nobody")).toBeUndefined();
    expect(textOf(await drawn(world, manager, "review_nobody", { editing: true }))).toContain("found its reviewer");
  });
});

describe("The standing message", () => {
  it("comes new when the queue was empty, is edited when a second report joins", async () => {
    await aSubmittedReport(world);
    await allSent(world);
    await aSubmittedReport(world);
    const [message, ...more] = await messagesOf(world, world.reviewer, "review_queue");
    expect(more).toHaveLength(0);
    expect(message?.staleAt).not.toBeNull();
    expect((await drawn(world, world.reviewer, "review_queue"))?.title).toBe("2 reports wait for your review");
  });

  it("comes new for an orange; the old one loses its buttons and points to it", async () => {
    await aSubmittedReport(world);
    await allSent(world);
    await aSubmittedReport(world, { level: "orange", borrowerName: "Suzhou Silk Works" });
    const [old, fresh] = await messagesOf(world, world.reviewer, "review_queue");
    expect(old?.staleAt).not.toBeNull();
    expect(fresh?.urgent).toBe(true);
    const replaced = textOf(await drawn(world, world.reviewer, "review_queue", { editing: true, nth: 0 }));
    expect(replaced).toContain("newer message");
    expect(replaced).not.toContain("button");
    expect((await drawn(world, world.reviewer, "review_queue"))?.title).toBe(
      "Orange: a report on Su***ks waits for your review; 2 reports wait for your review",
    );
  });

  it("says a yellow in no new message", async () => {
    await aSubmittedReport(world);
    await aSubmittedReport(world, { level: "yellow" });
    expect(await messagesOf(world, world.reviewer, "review_queue")).toHaveLength(1);
  });

  it("is promised once, however often a submission is announced", async () => {
    const made = await aSubmittedReport(world, { level: "red" });
    await aRevisionAnnouncedAgain(made.reportId);
    expect(await messagesOf(world, world.reviewer, "review_queue")).toHaveLength(1);
  });

  it("says that all is done when the queue has become empty, and comes new for the next report", async () => {
    const made = await aSubmittedReport(world);
    await allSent(world);
    await withdraw(made.reportId);
    const [message] = await messagesOf(world, world.reviewer, "review_queue");
    expect(message?.staleAt).not.toBeNull();
    expect(textOf(await drawn(world, world.reviewer, "review_queue", { editing: true }))).toContain("All done");
    await aRevision(world, made, 2);
    expect(await messagesOf(world, world.reviewer, "review_queue")).toHaveLength(2);
  });

  it("is called off when nothing waits any more before it was sent", async () => {
    const made = await aSubmittedReport(world);
    await withdraw(made.reportId);
    expect(await drawn(world, world.reviewer, "review_queue")).toBeUndefined();
  });

  it("shows the worst first, then the oldest, with a button each", async () => {
    const late = await aSubmittedReport(world, { submittedAt: "2026-03-09T02:00:00Z" });
    const early = await aSubmittedReport(world, { submittedAt: "2026-03-08T02:00:00Z" });
    const red = await aSubmittedReport(world, { level: "red" });
    const order = (await queueOf(world.reviewer)).map(({ number }) => number);
    expect(order).toEqual([red.number, early.number, late.number]);
    const view = textOf(await drawn(world, world.reviewer, "review_queue"));
    for (const { reportId } of [late, early, red]) expect(view).toContain(`"value":"${reportId}"`);
  });

  it("shows twelve lines and counts the rest behind a button", async () => {
    for (let made = 0; made < 14; made += 1) await aSubmittedReport(world, { announce: made === 13 });
    const view = textOf(await drawn(world, world.reviewer, "review_queue"));
    expect(view.match(/"action_id":"reviews\.open/g)).toHaveLength(12);
    expect(view).toContain("and 2 more");
    expect(view).toContain("Show all (14)");
  });

  it("names no customer in full where it stands on a lock screen", async () => {
    await aSubmittedReport(world, { level: "red", borrowerName: "Ningbo Harbour Trading" });
    const view = await drawn(world, world.reviewer, "review_queue");
    expect(view?.title).not.toContain("Harbour");
    expect(textOf(view)).toContain("Ningbo Harbour Trading");
  });
});

describe("The whole queue", () => {
  it("is a modal of pages, only of what falls to the person who looks", async () => {
    for (let made = 0; made < 23; made += 1) await aSubmittedReport(world, { announce: false });
    const [first] = await clicks(world, world.reviewer, "reviews.show_queue", "0");
    expect(first?.how).toBe("open");
    expect(wordsOf(first)).toContain("Page 1 of 2");
    expect(wordsOf(first).match(/"action_id":"reviews\.open/g)).toHaveLength(20);
    const [second] = await clicks(world, world.reviewer, "reviews.queue_page", "1", { callbackId: "reviews.queue" });
    expect(wordsOf(second).match(/"action_id":"reviews\.open/g)).toHaveLength(3);
    const [strange] = await clicks(world, world.reviewer, "reviews.queue_page", "99", { callbackId: "reviews.queue" });
    expect(wordsOf(strange)).toContain("Page 2 of 2");
    const [theirs] = await clicks(world, world.above, "reviews.show_queue", "0");
    expect(wordsOf(theirs)).toContain("All done");
  });
});

async function aRevisionAnnouncedAgain(reportId: string): Promise<void> {
  const { announceSubmissions } = await import("../../../src/features/review-queue/index.ts");
  await inTransaction(await world.as(world.officer), (tx) => announceSubmissions(tx, [reportId]));
}

async function withdraw(reportId: string): Promise<void> {
  await inTransaction(await world.as(world.officer), async (tx) => {
    await tx.db.report.update({ where: { id: reportId }, data: { state: "withdrawn" } });
    await submissionGone(tx, reportId);
  });
}
