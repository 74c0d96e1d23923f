import { beforeEach, describe, expect, it } from "vitest";
import { approveReport, type ReturnInput, returnReport } from "../../../src/features/reviews/index.ts";
import { lookAtBook } from "../../../src/features/signals/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
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
  made = await aSubmittedReport(world, { answers: { "borrower/sales_yoy": "-18.00" } });
});

const wish = (differences: Partial<ReturnInput> = {}): ReturnInput => ({
  reportId: made.reportId,
  reasons: ["missing_evidence"],
  note: "",
  judged: { record: "not_in_order", conclusion: "in_order" },
  remarks: {},
  ...differences,
});

const returns = async (differences: Partial<ReturnInput> = {}) =>
  returnReport(await world.as(world.reviewer), wish(differences));

describe("A return", () => {
  it("goes back with its reasons, due in three working days of the unit's calendar", async () => {
    // Thursday 2 April 2026: Monday the 6th is the holiday of Qingming.
    world.at("2026-04-02T02:00:00Z");
    await returns({ note: "The invoice is missing.", remarks: { "borrower/sales_yoy": "Which months?" } });
    const report = await world.db.report.findUniqueOrThrow({
      where: { id: made.reportId },
      include: { review: { include: { notes: true } } },
    });
    expect(report.state).toBe("returned");
    expect(report.review).toMatchObject({
      decision: "returned",
      reasons: '["missing_evidence"]',
      recordJudgement: "not_in_order",
      conclusionJudgement: "in_order",
    });
    expect(report.review?.notes).toEqual([
      { reviewId: report.review?.id, answerKey: "borrower/sales_yoy", note: "Which months?" },
    ]);
    const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
    expect(inspection).toMatchObject({ state: "returned", returnedDueOn: "2026-04-08", closedAt: null });
  });

  it("tells the officer at once, with reasons, note, remarks by their field, and a button to go on", async () => {
    await returns({
      reasons: ["missing_evidence", "other"],
      note: "The invoice is missing.",
      remarks: { "borrower/sales_yoy": "Which months?" },
    });
    const [message] = await messagesOf(world, world.officer, "review.returned");
    expect(message?.urgent).toBe(true);
    const view = await drawn(world, world.officer, "review.returned");
    expect(view?.title).toBe(`Your report ${made.number} was returned: correct it by 13 Mar 2026`);
    const text = textOf(view);
    for (const part of [
      "Evidence is missing",
      "Something else",
      "The invoice is missing.",
      "The record: not in order",
      "The conclusion: in order",
      "Which months?",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("Sales against a year ago");
    expect(text).toContain(`"action_id":"inspections.start`);
    expect(text).toContain(`"value":"${made.inspectionId}"`);
  });

  it("loses its button when the corrected report has come in, and is called off if it was not sent yet", async () => {
    await returns();
    world.at("2026-03-11T02:00:00Z");
    await aRevision(world, made, 2);
    const edited = textOf(await drawn(world, world.officer, "review.returned", { editing: true }));
    expect(edited).toContain("Submitted again");
    expect(edited).not.toContain("inspections.start");
    expect(await drawn(world, world.officer, "review.returned")).toBeUndefined();
  });

  it.each([
    ["no reason", { reasons: [] }, "review.reason_needed", "reasons"],
    ["“other” without a note", { reasons: ["other" as const], note: "  " }, "review.note_needed", "note"],
    ["a note longer than fits", { note: "x".repeat(3001) }, "review.note_too_long", "note"],
    ["an empty remark", { remarks: { "borrower/sales_yoy": " " } }, "review.remark_unclear", "remarks"],
  ])("is refused with %s, at its field, and nothing is promised", async (_what, differences, refused, field) => {
    expect(await returns(differences)).toMatchObject({ refused, field });
    expect(await messagesOf(world, world.officer, "review.returned")).toHaveLength(0);
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("submitted");
  });

  it("leaves an approved inspection approved when it was a correction, and the button corrects", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const correction = await aRevision(world, made, 2);
    await returns({ reportId: correction });
    const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
    expect(inspection).toMatchObject({ state: "approved", returnedDueOn: "2026-03-13" });
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("approved");
    expect(textOf(await drawn(world, world.officer, "review.returned"))).toContain("inspections.correct");
  });
});

describe("a return because the report is copied (PRC-02)", () => {
  const look = async (at: string) => {
    world.at(at);
    await lookAtBook(systemContext(world.parts));
  };
  const signals = () => world.db.signal.findMany({ include: { named: true } });

  it("is a signal about the officer once the engine looks, and no other reason is", async () => {
    await returns();
    await look("2026-03-11T01:00:00Z");
    expect(await signals()).toEqual([]);

    made = await aSubmittedReport(world);
    await returns({ reasons: ["copied_report"] });
    await look("2026-03-12T01:00:00Z");
    expect(await signals()).toMatchObject([
      { code: "PRC-02", level: "yellow", named: [{ personId: world.officer.id }] },
    ]);
    await look("2026-03-13T01:00:00Z");
    expect(await signals()).toHaveLength(1);
  });
});
