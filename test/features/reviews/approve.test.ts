import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { approveReport, openReview } from "../../../src/features/reviews/index.ts";
import {
  allSent,
  aRevision,
  aSubmittedReport,
  aWorld,
  drawn,
  messagesOf,
  type ReportMade,
  textOf,
  type World,
} from "./review-world.ts";

let world: World;
let made: ReportMade;
beforeEach(async () => {
  world = await aWorld();
  made = await aSubmittedReport(world);
});

const stateOf = async () => {
  const report = await world.db.report.findUniqueOrThrow({ where: { id: made.reportId }, include: { review: true } });
  const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
  return { report, inspection };
};

describe("Approval", () => {
  it("closes the inspection and files the report with who decided, and who may not have", async () => {
    const outcome = await approveReport(await world.as(world.reviewer), made.reportId);
    expect(outcome).toEqual({ reportId: made.reportId, number: made.number, decision: "approved" });
    const { report, inspection } = await stateOf();
    expect(report.state).toBe("approved");
    expect(report.decidedAt).toEqual(new Date("2026-03-10T02:00:00Z"));
    expect(inspection.state).toBe("approved");
    expect(inspection.closedAt).toEqual(new Date("2026-03-10T02:00:00Z"));
    expect(await world.db.lookAsked.findMany()).toMatchObject([{ borrowerId: made.borrowerId }]);
    expect(report.review).toMatchObject({
      decision: "approved",
      reviewerId: world.reviewer.id,
      submitterId: world.officer.id,
      ownerId: world.officer.id,
      standInIds: "[]",
    });
  });

  it("confirms the figures that the report claimed, and leaves what was claimed as it was said", async () => {
    const claimed = await world.db.observation.create({
      data: {
        subjectKind: "borrower",
        subjectId: made.borrowerId,
        key: "sales_yoy",
        value: "-12.50",
        unit: "percent",
        asOf: "2026-02-28",
        recordedAt: new Date("2026-03-09T00:00:00Z"),
        source: "report",
        reference: made.reportId,
        standing: "claimed",
      },
    });
    await approveReport(await world.as(world.reviewer), made.reportId);
    const rows = await world.db.observation.findMany({
      where: { reference: made.reportId },
      orderBy: { recordedAt: "asc" },
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(claimed);
    expect(rows[1]).toMatchObject({
      standing: "confirmed",
      supersedes: claimed.id,
      value: "-12.50",
      asOf: "2026-02-28",
    });
  });

  it("tells the officer shortly, with the date of the next inspection and no customer on the lock screen", async () => {
    await world.db.inspection.create({
      data: {
        number: "I-2026-90001",
        borrowerId: made.borrowerId,
        unitId: world.branch.id,
        kind: "routine",
        occasion: "routine",
        mode: "on_site",
        dueOn: "2026-06-09",
        policyLine: "x",
        policyVersionId: "policy-1",
        because: "[]",
        state: "planned",
        plannedById: made.inspectionId,
        createdAt: new Date(),
      },
    });
    await approveReport(await world.as(world.reviewer), made.reportId);
    const view = await drawn(world, world.officer, "review.approved");
    expect(view?.title).toBe(`Your report ${made.number} is approved`);
    expect(textOf(view)).toContain("Wang Fang");
    expect(textOf(view)).toContain("9 Jun 2026");
    expect((await messagesOf(world, world.officer, "review.approved"))[0]?.urgent).toBe(false);
  });

  it("draws every copy of the queue again, for every reviewer", async () => {
    await allSent(world);
    await approveReport(await world.as(world.reviewer), made.reportId);
    for (const person of [world.reviewer, world.colleague]) {
      expect((await messagesOf(world, person, "review_queue"))[0]?.staleAt).not.toBeNull();
      expect(textOf(await drawn(world, person, "review_queue", { editing: true }))).toContain("All done");
    }
  });

  it("counts once when the same button is pressed twice, and answers the same", async () => {
    const ctx = await world.as(world.reviewer);
    const first = await approveReport(ctx, made.reportId);
    expect(await approveReport(ctx, made.reportId)).toEqual(first);
    expect(await messagesOf(world, world.officer, "review.approved")).toHaveLength(1);
    expect(await world.db.auditEvent.count({ where: { verb: "report.approved" } })).toBe(1);
  });

  it("is told to the officer who keeps the account too, when a stand-in submitted", async () => {
    const other = await aSubmittedReport(world, { submitterId: world.above.id, ownerId: world.officer.id });
    await approveReport(await world.as(world.reviewer), other.reportId);
    expect(await messagesOf(world, world.officer, "review.approved")).toHaveLength(1);
    expect(await messagesOf(world, world.above, "review.approved")).toHaveLength(1);
  });

  it("leaves one event in the audit, with the report's hash and the policy", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const [event] = await world.db.auditEvent.findMany({ where: { verb: "report.approved" } });
    const { report } = await stateOf();
    expect(event?.actorId).toBe(world.reviewer.id);
    expect(event?.text).toContain(report.contentHash);
    expect(event?.text).toContain("policy-1");
  });
});

describe("A correction", () => {
  it("is reviewed while its inspection stays approved, and takes its predecessor's place when approved", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const correction = await aRevision(world, made, 2);
    await openReview(await world.as(world.colleague), correction);
    expect((await stateOf()).inspection.state).toBe("approved");
    expect((await stateOf()).report.state).toBe("approved");
    const outcome = await approveReport(await world.as(world.colleague), correction);
    expect(isRefusal(outcome)).toBe(false);
    const { report, inspection } = await stateOf();
    expect(inspection.state).toBe("approved");
    expect(inspection.closedAt).toEqual(new Date("2026-03-10T02:00:00Z"));
    expect(report.state).toBe("superseded");
    expect((await world.db.report.findUniqueOrThrow({ where: { id: correction } })).state).toBe("approved");
  });
});
