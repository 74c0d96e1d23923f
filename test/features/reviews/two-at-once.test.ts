import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { submissionGone } from "../../../src/features/review-queue/index.ts";
import { approveReport, openReview, returnReport } from "../../../src/features/reviews/index.ts";
import { record } from "../../../src/platform/audit/index.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { refusalSentence } from "../../../src/texts/index.ts";
import { aSubmittedReport, aWorld, clicks, messagesOf, type ReportMade, type World, wordsOf } from "./review-world.ts";

let world: World;
let made: ReportMade;
beforeEach(async () => {
  world = await aWorld();
  made = await aSubmittedReport(world);
});

const reject = (reportId: string) => ({
  reportId,
  reasons: ["not_visited" as const],
  note: "",
  judged: { record: "not_in_order" as const, conclusion: "in_order" as const },
  remarks: {},
});

describe("Two reviewers at once", () => {
  it("one decides, the other is told who and when, and the officer hears one decision", async () => {
    const outcomes = await Promise.all([
      approveReport(await world.as(world.reviewer), made.reportId),
      returnReport(await world.as(world.colleague), reject(made.reportId)),
    ]);
    const refused = outcomes.filter(isRefusal);
    expect(refused).toHaveLength(1);
    const winner = isRefusal(outcomes[0]) ? "Zhao Min returned" : "Wang Fang approved";
    const [refusal] = refused;
    expect(refusal && refusalSentence("en", refusal)).toBe(`${winner} report ${made.number} on 10 Mar 2026, 10:00.`);
    const told = await Promise.all(
      ["review.approved", "review.returned"].map((kind) => messagesOf(world, world.officer, kind)),
    );
    expect(told.flat()).toHaveLength(1);
    expect(await world.db.review.count()).toBe(1);
  });

  it("ten clicks at once are one decision", async () => {
    const reviewers = await Promise.all([world.reviewer, world.colleague].map(world.as));
    const clicksAtOnce = Array.from({ length: 10 }, (_, index) => reviewers[index % 2]);
    const outcomes = await Promise.all(
      clicksAtOnce.map((ctx) => (ctx === undefined ? undefined : approveReport(ctx, made.reportId))),
    );
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(5);
    expect(await world.db.review.count()).toBe(1);
    expect(await world.db.auditEvent.count({ where: { verb: "report.approved" } })).toBe(1);
  });

  it("both may have it open; the second is told nothing false, and only the first opening is noted", async () => {
    await openReview(await world.as(world.reviewer), made.reportId);
    expect(await openReview(await world.as(world.colleague), made.reportId)).toEqual({ reportId: made.reportId });
    const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
    expect(inspection).toMatchObject({ state: "in_review", openedById: world.reviewer.id });
    expect(await world.db.auditEvent.count({ where: { verb: "review.opened" } })).toBe(1);
  });
});

describe("A stale button", () => {
  it.each(["reviews.open", "reviews.approve", "reviews.return", "reviews.re_inspect"])(
    "%s answers with what happened, by whom and when",
    async (action) => {
      await returnReport(await world.as(world.colleague), reject(made.reportId));
      world.at("2026-03-11T02:00:00Z");
      const [seen] = await clicks(world, world.reviewer, action, made.reportId, { callbackId: "reviews.report" });
      expect(wordsOf(seen)).toContain(`Zhao Min returned report ${made.number} on 10 Mar 2026, 10:00.`);
    },
  );

  it("says that the officer has withdrawn it, and when", async () => {
    await inTransaction(await world.as(world.officer), async (tx) => {
      await tx.db.report.update({ where: { id: made.reportId }, data: { state: "withdrawn" } });
      await submissionGone(tx, made.reportId);
      await record(tx.db, {
        at: tx.now,
        actorId: tx.actor.personId,
        verb: "report.withdrawn",
        subject: { kind: "inspection", id: made.inspectionId },
      });
    });
    const [seen] = await clicks(world, world.reviewer, "reviews.open", made.reportId);
    expect(wordsOf(seen)).toContain(`Li Wei withdrew report ${made.number} on 10 Mar 2026, 10:00.`);
  });
});
