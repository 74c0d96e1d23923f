import { beforeEach, describe, expect, it } from "vitest";
import { approveReport, askReinspection, returnReport } from "../../../src/features/reviews/index.ts";
import { aReviewer, aUnit } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, clicks, type ReportMade, type World, wordsOf } from "./review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-03-10T02:00:00Z");
});

const opened = async (reportId: string, by = world.reviewer) =>
  wordsOf((await clicks(world, by, "reviews.open", reportId))[0]);

async function sentBack(wishes: Parameters<typeof aSubmittedReport>[1] = {}, note = ""): Promise<ReportMade> {
  const made = await aSubmittedReport(world, wishes);
  await returnReport(await world.as(world.above), {
    reportId: made.reportId,
    reasons: ["figures_contradict", "missing_evidence"],
    note,
    judged: { record: "not_in_order", conclusion: "in_order" },
    remarks: {},
  });
  return made;
}

describe("The officer's history on the reviewer's screen", () => {
  it("counts twelve months of approved, returned and rejected reports, with the reasons", async () => {
    world.at("2025-03-09T02:00:00Z");
    await sentBack(); // older than twelve months
    world.at("2025-06-10T02:00:00Z");
    await approveReport(await world.as(world.reviewer), (await aSubmittedReport(world)).reportId);
    await sentBack();
    const rejected = await aSubmittedReport(world);
    await askReinspection(await world.as(world.reviewer), { reportId: rejected.reportId, note: "Go again." });
    world.at("2026-03-10T02:00:00Z");
    const { reportId } = await aSubmittedReport(world);
    const text = await opened(reportId);
    expect(text).toContain("Li Wei's reports in the last 12 months");
    expect(text).toContain("1 approved, 1 returned, 1 rejected with a new visit");
    expect(text).toContain("The figures contradict each other (1)");
    expect(text).toContain("The 2 sent back");
  });

  it("names nothing of reports that the reader may not read", async () => {
    const elsewhere = await aUnit(world.db, { name: "Hill branch", parentId: world.headOffice.id });
    await sentBack({ unitId: elsewhere.id });
    const { reportId } = await aSubmittedReport(world);
    expect(await opened(reportId)).toContain("0 approved, 0 returned, 0 rejected");
    expect(await opened(reportId, world.above)).toContain("0 approved, 1 returned, 0 rejected");
  });

  it("counts what the officer asked to be let pass, and what was granted", async () => {
    const { reportId, inspectionId } = await aSubmittedReport(world);
    const asked = {
      inspectionId,
      rule: "empty_conclusion",
      answerKey: "borrower/conclusion",
      refusedHash: "x",
      refusal: "{}",
      reason: "Nothing more is known.",
      askedById: world.officer.id,
      askedAt: new Date("2026-03-01T02:00:00Z"),
    };
    await world.db.gateOverride.create({ data: { ...asked, state: "asked" } });
    await world.db.gateOverride.create({
      data: { ...asked, state: "granted", decidedById: world.manager.id, decidedAt: new Date("2026-03-02T02:00:00Z") },
    });
    expect(await opened(reportId)).toContain("2 refusals asked to be let pass, 1 granted");
  });

  it("lists on a click what was sent back and why, and opens each with a way back to the list", async () => {
    const returned = await sentBack({}, "Stock and invoice differ.");
    const { reportId, number } = await aSubmittedReport(world);
    const [list] = await clicks(world, world.reviewer, "reviews.history", reportId, { callbackId: "reviews.report" });
    expect(list?.how).toBe("push");
    expect(wordsOf(list)).toContain(returned.number);
    expect(wordsOf(list)).toContain("Stock and invoice differ.");
    const value = JSON.stringify({ report: returned.reportId, from: reportId });
    const [past] = await clicks(world, world.reviewer, "reviews.past_report", value, { callbackId: "reviews.report" });
    expect(past?.how).toBe("update");
    expect(wordsOf(past)).toContain("Returned by Chen Jie");
    expect(wordsOf(past)).not.toContain(number);
    const [back] = await clicks(world, world.reviewer, "reviews.history_back", reportId, {
      callbackId: "reviews.report",
    });
    expect(wordsOf(back)).toContain("Stock and invoice differ.");
  });

  it("is refused with the report to whoever may not read it", async () => {
    const other = await aUnit(world.db, { name: "Hill branch", parentId: world.headOffice.id });
    const stranger = await aReviewer(world.db, { name: "Stranger", email: "s@bank.example", unitId: other.id });
    const { reportId } = await aSubmittedReport(world);
    const [seen] = await clicks(world, stranger, "reviews.history", reportId, { callbackId: "reviews.report" });
    expect(wordsOf(seen)).not.toContain("Li Wei");
  });
});

describe("The screen", () => {
  it("stands in the order of a decision: changed, out of range, unchanged, coverage, evidence, history, decision, details", async () => {
    const answers = { "loan/use_verified_pct": "100.00", "borrower/no_risk_because": "None." };
    const before = await aSubmittedReport(world, { submittedAt: "2026-02-10T02:00:00Z", announce: false, answers });
    await world.db.report.update({ where: { id: before.reportId }, data: { state: "withdrawn" } });
    await world.db.report.update({ where: { id: before.reportId }, data: { state: "submitted" } });
    const { reportId } = await aSubmittedReport(world, {
      borrowerId: before.borrowerId,
      answers: { ...answers, "borrower/sales_yoy": "-18.00", "borrower/no_risk_because": "Orders fall." },
    });
    const text = await opened(reportId);
    const places = [
      "Changed since report",
      "1 answer is out of range",
      "the same as in the last report",
      "Coverage",
      "No file was given",
      "reports in the last 12 months",
      "reviews.approve",
      "All answers",
      "as last time",
    ];
    const found = places.map((place) => text.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});
