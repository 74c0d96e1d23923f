import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { LANGUAGES, RETURN_REASONS } from "../../../src/domain/vocabulary.ts";
import { waitingFor } from "../../../src/features/review-queue/index.ts";
import { WHOLE_QUEUE } from "../../../src/features/review-queue/narrow.ts";
import { queueModal } from "../../../src/features/review-queue/queue-modal.ts";
import { answerPages, answersModal } from "../../../src/features/reviews/answer-pages.ts";
import { reInspectForm, returnForm } from "../../../src/features/reviews/forms.ts";
import { outcomeModal } from "../../../src/features/reviews/outcome-view.ts";
import type { ReportSheet } from "../../../src/features/reviews/report-sheet.ts";
import { reportModal } from "../../../src/features/reviews/report-view.ts";
import { sheetFor } from "../../../src/features/reviews/show.ts";
import { type ModalView, slackModal } from "../../../src/platform/slack/modal.ts";
import { translator } from "../../../src/texts/index.ts";
import { viewProblems } from "../../../src/workspace/limits/payloads.ts";
import { aLoan } from "../../builders/index.ts";
import { aRevision, aSubmittedReport, aWorld, clicks, type World, wordsOf } from "./review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const opened = async (reportId: string) => wordsOf((await clicks(world, world.reviewer, "reviews.open", reportId))[0]);

async function sheetOf(reportId: string): Promise<ReportSheet> {
  const sheet = await sheetFor(await world.as(world.reviewer), reportId, "see_report");
  if (isRefusal(sheet)) throw new Error(sheet.refused);
  return sheet;
}

describe("A reviewer who opens a report", () => {
  it("takes it into review, so that the officer cannot take it back, and every queue says who has it", async () => {
    const { reportId, inspectionId } = await aSubmittedReport(world);
    await opened(reportId);
    expect((await world.db.report.findUniqueOrThrow({ where: { id: reportId } })).state).toBe("in_review");
    const inspection = await world.db.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
    expect(inspection).toMatchObject({ state: "in_review", openedById: world.reviewer.id });
    const [entry] = await waitingFor(world.db, world.colleague.id, world.parts.clocks.now());
    expect(entry?.opened).toEqual({ by: "Wang Fang", at: new Date("2026-03-10T02:00:00Z") });
  });

  it("opens it as a modal from a message, and on top of the list of the queue", async () => {
    const { reportId } = await aSubmittedReport(world);
    const [fromMessage] = await clicks(world, world.reviewer, "reviews.open", reportId);
    const [fromQueue] = await clicks(world, world.reviewer, "reviews.open", reportId, { callbackId: "reviews.queue" });
    expect([fromMessage?.how, fromQueue?.how]).toEqual(["open", "push"]);
  });

  it("reads first what changed since the last report, and what is out of range, with level and threshold", async () => {
    const before = await aSubmittedReport(world, {
      submittedAt: "2026-02-10T02:00:00Z",
      announce: false,
      answers: {
        "borrower/sales_yoy": "-5.00",
        "loan/use_verified_pct": "100.00",
        "borrower/no_risk_because": "None.",
      },
    });
    await world.db.report.update({ where: { id: before.reportId }, data: { state: "withdrawn" } });
    await world.db.report.update({ where: { id: before.reportId }, data: { state: "submitted" } });
    const { reportId } = await aSubmittedReport(world, {
      borrowerId: before.borrowerId,
      answers: {
        "borrower/sales_yoy": "-18.00",
        "loan/use_verified_pct": "100.00",
        "borrower/no_risk_because": "Orders fall.",
      },
    });
    const text = await opened(reportId);
    expect(text).toContain("1 answer is out of range");
    expect(text).toContain("Yellow");
    expect(text).toContain("≤ -15%");
    expect(text).toContain("before: -5.00% · -13.00 points");
    expect(text).toContain(`Changed since report ${before.number} of 10 Feb 2026, 10:00`);
    expect(text).toContain("before: None.");
    const places = ["Changed since", "out of range", "No file was given", "reviews.approve", "All answers"];
    const found = places.map((place) => text.indexOf(place));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it("has what is at stake above, and what the officer concludes before the buttons, with what was left open", async () => {
    const { reportId } = await aSubmittedReport(world, {
      answers: {
        "borrower/risks_found": "no",
        "borrower/no_risk_because": "Stock 1,240 t.",
        "borrower/conclusion": "Sound.",
      },
    });
    const text = await opened(reportId);
    const places = [
      "CNY 1,000,000.00 drawn",
      "first report here",
      "Not answered: ",
      "Stock 1,240 t.",
      "Sound.",
      "reviews.approve",
      "All answers",
    ];
    const found = places.map((place) => text.indexOf(place));
    expect(found, text).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it("is told where there is nothing to compare with", async () => {
    const { reportId } = await aSubmittedReport(world);
    expect(await opened(reportId)).toContain("first report here");
  });

  it("sees of a second revision what the officer changed", async () => {
    const made = await aSubmittedReport(world, { answers: { "borrower/no_risk_because": "None." } });
    await world.db.report.update({ where: { id: made.reportId }, data: { state: "returned" } });
    const again = await aRevision(world, made, 2, { answers: { "borrower/no_risk_because": "Orders fall." } });
    const text = await opened(again);
    expect(text).toContain("Changed since revision 1 of this report");
    expect(text).toContain("before: None.");
  });

  it("is told which rules decided that no lawyer has read", async () => {
    const made = await aSubmittedReport(world);
    await world.db.loan.update({ where: { id: made.loanId }, data: { product: "personal_business" } });
    const sheet = await sheetOf(made.reportId);
    const asked = sheet.form.steps.flatMap(({ items }) => items).find((item) => item.needs_legal_review);
    expect(asked).toBeDefined();
    await world.db.report.update({ where: { id: made.reportId }, data: { state: "returned" } });
    const key = asked?.subject.startsWith("loan:") ? `loan/${asked.key}` : `borrower/${asked?.key}`;
    const again = await aRevision(world, made, 2, { answers: { [key]: "99.00" } });
    const text = await opened(again);
    expect(text).toContain("have not been read by the legal department");
    expect(text).toContain(asked?.label.en);
  });

  it("sees the evidence by kind, name and date, and what is not stored yet", async () => {
    const made = await aSubmittedReport(world);
    const file = { inspectionId: made.inspectionId, reportId: made.reportId, answerKey: "borrower/photos" };
    const upload = {
      mimetype: "image/jpeg",
      uploadedById: world.officer.id,
      uploadedAt: new Date("2026-03-09T05:00:00Z"),
    };
    await world.db.evidence.create({ data: { ...file, ...upload, name: "gate.jpg", state: "stored" } });
    await world.db.evidence.create({ data: { ...file, ...upload, name: "yard.jpg", state: "pending" } });
    await world.db.evidence.create({
      data: { ...file, ...upload, name: "old.jpg", state: "stored", removedAt: new Date() },
    });
    const text = await opened(made.reportId);
    expect(text).toMatch(/Photos[^"]*: gate\.jpg · 9 Mar 2026, 13:00/u);
    expect(text).toMatch(/yard\.jpg[^"]*not stored yet/u);
    expect(text).not.toContain("old.jpg");
  });

  it("goes on to the next report that no colleague has open, until all is done", async () => {
    const first = await aSubmittedReport(world, { submittedAt: "2026-03-08T02:00:00Z" });
    const second = await aSubmittedReport(world, { submittedAt: "2026-03-09T02:00:00Z" });
    await clicks(world, world.colleague, "reviews.open", first.reportId);
    const [next] = await clicks(world, world.reviewer, "reviews.next", "next", { callbackId: "reviews.report" });
    expect(wordsOf(next)).toContain(second.number);
    const [done] = await clicks(world, world.reviewer, "reviews.approve", second.reportId, {
      callbackId: "reviews.report",
    });
    expect(wordsOf(done)).toContain(`Report ${second.number} is approved.`);
    expect(wordsOf(done)).toContain("Next report");
    const [last] = await clicks(world, world.reviewer, "reviews.approve", first.reportId, {
      callbackId: "reviews.report",
    });
    expect(wordsOf(last)).toContain("All done");
    expect(wordsOf(last)).not.toContain("Next report");
  });

  it("never has a customer's words become formatting or a mention", async () => {
    const { reportId } = await aSubmittedReport(world, {
      borrowerName: "<!channel> *Bold* Trading",
      answers: { "borrower/no_risk_because": "<@U123> see <https://evil.example|here>" },
    });
    const [seen] = await clicks(world, world.reviewer, "reviews.open", reportId);
    const text = JSON.stringify(seen?.view);
    expect(text).not.toContain("<@U123>");
    expect(text).not.toContain("<https://evil.example");
  });
});

describe("A very long report", () => {
  const LONG = `${"货款回笼下降，应收账款增加。& ".repeat(170)}END`;

  async function aLongReport() {
    const made = await aSubmittedReport(world, { borrowerName: "长".repeat(150), announce: false });
    const loans = [];
    for (let count = 0; count < 60; count += 1) loans.push(await aLoan(world.db, { borrowerId: made.borrowerId }));
    await world.db.inspection.update({ where: { id: made.inspectionId }, data: { state: "planned" } });
    for (const loan of loans)
      await world.db.inspectionLoan.create({ data: { inspectionId: made.inspectionId, loanId: loan.id } });
    await world.db.inspection.update({ where: { id: made.inspectionId }, data: { state: "returned" } });
    await world.db.report.update({ where: { id: made.reportId }, data: { state: "returned" } });
    const texts = ["no_risk_because", "conclusion", "met_person", "borrower_statement", "seen_not_told"];
    const answers = Object.fromEntries(texts.map((key) => [`borrower/${key}`, LONG]));
    const reportId = await aRevision(world, made, 2, { answers, announce: false });
    const perLoan = ["use_verified_pct", "payee_match_count", "payee_total", "backflow_pct_7d", "need_vs_limit"];
    await world.db.answer.createMany({
      data: loans.flatMap(({ id }) =>
        perLoan.map((itemKey) => ({ reportId, subject: `loan:${id}`, itemKey, value: "50.00" })),
      ),
    });
    return reportId;
  }

  it("fits into Slack's views in every language, and loses no word", async () => {
    const reportId = await aLongReport();
    const sheet = await sheetOf(reportId);
    for (const language of LANGUAGES) {
      const reader = { language, t: translator(language), timeZone: "Asia/Shanghai" };
      const main = reportModal(sheet, reader, true);
      expect(problemsOf(main)).toEqual([]);
      const buttons = JSON.stringify(main.blocks);
      expect(buttons.includes("reviews.answers")).toBe(true);
      expect(buttons.includes("reviews.approve")).toBe(true);
      const pages = answerPages(sheet, reader).map((_page, index) => answersModal(sheet, index, reader));
      for (const page of pages) expect(problemsOf(page)).toEqual([]);
      const words = pages.map(({ blocks }) => JSON.stringify(blocks)).join("");
      expect(words.match(/END/gu)).toHaveLength(5);
      for (const step of sheet.form.steps) expect(words.includes(step.title[language])).toBe(true);
    }
  });

  it("turns its pages", async () => {
    const reportId = await aLongReport();
    const value = JSON.stringify({ report: reportId, page: 1 });
    const inReport = { callbackId: "reviews.report" };
    const [seen] = await clicks(world, world.reviewer, "reviews.answers", value, inReport);
    expect(seen?.how).toBe("push");
    expect(wordsOf(seen)).toContain("Page 2 of");
    const [turned] = await clicks(world, world.reviewer, "reviews.answers_page", value, inReport);
    expect(turned?.how).toBe("update");
  });
});

describe("Every modal of a review", () => {
  it.each(LANGUAGES)("is one that Slack draws, in %s", async (language) => {
    const { reportId } = await aSubmittedReport(world, { level: "red", answers: { "borrower/sales_yoy": "-18.00" } });
    const sheet = await sheetOf(reportId);
    const waits = () => ({ days: 2, by: isoDate("2026-03-12"), isLate: false });
    const reader = { language, t: translator(language), timeZone: "Asia/Shanghai", waits, inFull: () => true };
    const entries = await waitingFor(world.db, world.reviewer.id, world.parts.clocks.now());
    const decided = { reportId, number: sheet.case.number, decision: "approved" } as const;
    const modals = [
      reportModal(sheet, reader, true),
      answersModal(sheet, 0, reader),
      returnForm(sheet, 5, RETURN_REASONS, reader),
      reInspectForm(sheet, 5, reader),
      outcomeModal(decided, 3, reader.t),
      queueModal(entries, { page: 0, choice: WHOLE_QUEUE }, reader),
    ];
    for (const modal of modals) expect(problemsOf(modal)).toEqual([]);
  });
});

function problemsOf(modal: ModalView) {
  return viewProblems(JSON.parse(JSON.stringify(slackModal(modal))));
}
