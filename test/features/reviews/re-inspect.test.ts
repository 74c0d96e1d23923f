import { beforeEach, describe, expect, it } from "vitest";
import { approveReport, askReinspection } from "../../../src/features/reviews/index.ts";
import {
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

const specials = () =>
  world.db.inspection.findMany({ where: { borrowerId: made.borrowerId, occasion: "re_inspection" } });

describe("Asking to re-inspect", () => {
  it("rejects the report and opens a special inspection on site, due in five working days", async () => {
    await askReinspection(await world.as(world.reviewer), {
      reportId: made.reportId,
      note: "The stock was not counted.",
    });
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("rejected");
    const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
    expect(inspection.state).toBe("rejected");
    expect(inspection.closedAt).not.toBeNull();
    expect(await specials()).toMatchObject([
      { kind: "special", mode: "on_site", state: "planned", dueOn: "2026-03-17", assigneeId: world.officer.id },
    ]);
  });

  it("is the customer's only date: the routine visit that it repeats is not planned beside it", async () => {
    const { borrowerId } = made;
    await world.db.loan.updateMany({ where: { borrowerId }, data: { disbursedOn: "2024-06-03" } });
    await world.db.borrower.update({
      where: { id: borrowerId },
      data: { takeOnOn: "2025-01-01", lastVisitOn: "2025-12-08", lastOnSiteOn: "2025-12-08" },
    });

    await askReinspection(await world.as(world.reviewer), { reportId: made.reportId, note: "Go again." });

    const planned = await world.db.inspection.findMany({ where: { borrowerId, state: "planned" } });
    expect(planned.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([["special", "2026-03-17"]]);
  });

  it("tells the officer why, and starts the new inspection from the message", async () => {
    await askReinspection(await world.as(world.reviewer), {
      reportId: made.reportId,
      note: "The stock was not counted.",
    });
    const [special] = await specials();
    const view = await drawn(world, world.officer, "review.reinspect");
    expect(view?.title).toBe(`Your report ${made.number} was rejected: inspect again on site by 17 Mar 2026`);
    expect(textOf(view)).toContain("The stock was not counted.");
    expect(textOf(view)).toContain(`"value":"${special?.id}"`);
    await world.db.inspection.update({ where: { id: special?.id ?? "" }, data: { state: "submitted" } });
    const edited = textOf(await drawn(world, world.officer, "review.reinspect", { editing: true }));
    expect(edited).not.toContain("inspections.start");
  });

  it("needs a reason, or nothing is opened and nobody is told", async () => {
    const outcome = await askReinspection(await world.as(world.reviewer), { reportId: made.reportId, note: " " });
    expect(outcome).toMatchObject({ refused: "review.note_needed", field: "note" });
    expect(await specials()).toHaveLength(0);
    expect(await messagesOf(world, world.officer, "review.reinspect")).toHaveLength(0);
  });

  it("opens one inspection when it is asked twice", async () => {
    const ctx = await world.as(world.reviewer);
    const input = { reportId: made.reportId, note: "Go again." };
    expect(await askReinspection(ctx, input)).toEqual(await askReinspection(ctx, input));
    expect(await specials()).toHaveLength(1);
  });

  it("leaves the approved report standing when a correction is rejected", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const correction = await aRevision(world, made, 2);
    await askReinspection(await world.as(world.colleague), { reportId: correction, note: "Go again." });
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("approved");
    expect((await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } })).state).toBe("approved");
    expect(await specials()).toHaveLength(1);
  });
});
