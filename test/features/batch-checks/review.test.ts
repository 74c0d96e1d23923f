import { afterEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { submitBatch } from "../../../src/features/batch-checks/submit.ts";
import { waitingFor } from "../../../src/features/review-queue/index.ts";
import { approveBatch } from "../../../src/features/reviews/approve-batch.ts";
import { refusalSentence } from "../../../src/texts/index.ts";
import {
  CURRENT,
  concludes,
  LI,
  type RetailDesk,
  SUN,
  startRetailDesk,
  submitsBatch,
  toConclusion,
  WANG,
} from "./batch-desk.ts";

let retail: RetailDesk;
afterEach(() => retail.desk.stop());

const li = () => retail.desk.as(LI);
const wang = () => retail.desk.as(WANG);
const db = () => retail.desk.db;

async function submitted(customers = CURRENT): Promise<string> {
  retail = await startRetailDesk(customers);
  await toConclusion(retail);
  await concludes(retail);
  await submitsBatch(retail);
  await li().closes();
  await retail.desk.tick();
  return (await db().offSiteBatch.findFirstOrThrow({ where: { personId: retail.book.liId } })).id;
}

async function judgesMissingEvidence(): Promise<void> {
  await wang().chooses("record", "not_in_order");
  await wang().chooses("conclusion", "in_order");
  await wang().chooses("reasons", ["Evidence is missing"]);
  await wang().submits();
}

describe("The reviewer of a batch", () => {
  it("has one line and one screen, returns one with a reason and approves the rest", async () => {
    await submitted();
    const asked = wang()
      .messagesFromBot()
      .filter(({ buttons }) => buttons.includes("Review batch"));
    expect(asked).toHaveLength(1);
    expect(wang().lastMessage?.shown).toContain("12 off-site checks of retail customers");
    expect(wang().lastMessage?.text).not.toContain("Retail Customer");
    await wang().clicks("Review batch");
    const screen = wang().modal?.text ?? "";
    expect(screen).toContain("12 repayment accounts read");
    expect(screen).toContain("Repayments of the last 12 months, Credit bureau report");
    expect(screen).toContain("Retail Customer 01");
    expect(screen).toContain("Balance: 120,000.00 yuan");
    await wang().clicks("Return", { beside: "Retail Customer 03" });
    await judgesMissingEvidence();
    await wang().clicks("Back to the batch");
    expect(wang().modal?.text).toContain("11 wait for you. Approved: 0. Returned: 1.");
    await wang().clicks("Approve all 11 that wait");
    expect(wang().modal?.text).toContain("11 reports of batch");
    expect(wang().modal?.text).toContain("Nothing waits for you. Approved: 11. Returned: 1.");

    expect(await db().review.groupBy({ by: ["decision"], _count: true })).toEqual(
      expect.arrayContaining([
        { decision: "approved", _count: 11 },
        { decision: "returned", _count: 1 },
      ]),
    );
    expect(await db().auditEvent.count({ where: { verb: "report.approved" } })).toBe(11);
    await retail.desk.tick();
    const told = li()
      .messagesFromBot()
      .map(({ shown }) => shown);
    expect(told.filter((shown) => shown.includes("11 reports of your batch"))).toHaveLength(1);
    expect(told.filter((shown) => shown.includes("is approved"))).toHaveLength(0);
    expect(told.filter((shown) => shown.includes("Evidence is missing"))).toHaveLength(1);
    expect(
      wang()
        .messagesFromBot()
        .some(({ shown }) => shown.includes("All done")),
    ).toBe(true);
    expect(retail.desk.workspace.refused).toEqual([]);
  });

  it("waits too long as one line, as it was asked for: for the reviewers, and for the manager whom it climbs to", async () => {
    await submitted();
    retail.desk.at("2026-03-09T09:05:00+08:00");
    await retail.desk.tick();
    await retail.desk.tick();
    const late = wang().messagesFromBot().at(-1);
    expect(late?.shown).toContain("Waiting too long for review (12)");
    expect(late?.shown).toContain("12 off-site checks of retail customers");
    expect(late?.buttons.filter((name) => name.startsWith("Review"))).toEqual(["Review batch"]);
    await wang().clicks("Review batch");
    expect(wang().modal?.text).toContain("Approve all 12 that wait");
  });

  it("reads what the officer says is new, who is asked for it where the words are the last batch's", async () => {
    const later = [4, 5].map((number) => ({ name: `Retail Customer 0${number}`, dueOn: "2026-04-20" }));
    await submitted([...CURRENT.slice(0, 3), ...later]);
    retail.desk.at("2026-04-15T09:05:00+08:00");
    await retail.desk.tick();
    await toConclusion(retail);
    await concludes(retail);
    await li().submits();
    expect(li().modal?.text).toContain("What is new since then, or why is nothing new?");
    expect(await db().report.count()).toBe(3);
    await li().fills("report/what_is_new", "as always");
    await li().submits();
    expect(await db().report.count()).toBe(3);
    await li().fills("report/what_is_new", "3 other accounts were read, 36 instalments, none missed.");
    await submitsBatch(retail);
    expect(await db().report.count()).toBe(5);
    await li().closes();
    await retail.desk.tick();
    await wang().clicks("Review batch", { beside: "B-2026-00002" });
    expect(wang().modal?.text).toContain("The officer says what is new: 3 other accounts were read");
  });

  it("sends a returned one back to a check of its own: the officer answers all its questions", async () => {
    await submitted(CURRENT.slice(0, 3));
    await wang().clicks("Review batch");
    await wang().clicks("Return", { beside: "Retail Customer 02" });
    await judgesMissingEvidence();
    await retail.desk.tick();
    await li().clicks("Correct");
    expect(li().modal?.values).toHaveProperty("borrower/visited_on");
    const report = await db().report.findFirstOrThrow({ where: { state: "returned" } });
    const draft = await db().draft.findFirstOrThrow({ where: { baseReportId: report.id } });
    expect(draft.circumstances).not.toContain('"batch":true');
  });

  it("decides nothing that they have a part in: the item waits for the other reviewer, in the screen and in the database", async () => {
    const [first = { name: "" }, ...rest] = CURRENT.slice(0, 4);
    const id = await submitted([first, ...rest]);
    const kept = await db().borrower.findFirstOrThrow({ where: { name: first.name } });
    await db().ownership.updateMany({
      where: { borrowerId: kept.id },
      data: { toAt: new Date("2026-03-01T00:00:00Z") },
    });
    await db().ownership.create({
      data: { borrowerId: kept.id, personId: retail.book.wangId, fromAt: new Date("2026-03-01T00:00:00Z") },
    });
    await wang().clicks("Review batch");
    expect(wang().modal?.text).toContain("3 wait for you");
    expect(wang().modal?.text).toContain("1 report is for another reviewer");
    await wang().clicks("Approve all 3 that wait");
    const waiting = await db().report.findMany({ where: { state: "submitted" }, include: { inspection: true } });
    expect(waiting.map(({ inspection }) => inspection.borrowerId)).toEqual([kept.id]);
    const outcome = await approveBatch(await retail.desk.contextOf(retail.book.chenId), id);
    expect(outcome).toMatchObject({ approved: 1, refused: [] });
  });

  it("is told what happened when a colleague was there first, and by whom", async () => {
    const id = await submitted(CURRENT.slice(0, 3));
    await wang().clicks("Review batch");
    await approveBatch(await retail.desk.contextOf(retail.book.chenId), id);
    await wang().clicks("Approve all 3 that wait");
    expect(wang().modal?.text).toContain("waits for you any more");
    expect(await db().review.count()).toBe(3);
  });
});

describe("At once", () => {
  it("two reviewers approve each report once", async () => {
    const id = await submitted(CURRENT.slice(0, 6));
    const reviewers = [retail.book.wangId, retail.book.chenId];
    const outcomes = await Promise.all(
      reviewers.map(async (personId) => approveBatch(await retail.desk.contextOf(personId), id)),
    );
    const approved = outcomes.reduce((sum, one) => sum + (isRefusal(one) ? 0 : one.approved), 0);
    expect(approved).toBe(6);
    const sentences = outcomes.flatMap((one) =>
      isRefusal(one) ? [] : one.refused.map((no) => refusalSentence("en", no)),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/(Wang Ping|Chen Hao) approved report/);
    expect(await db().review.count()).toBe(6);
    expect(await db().report.count({ where: { state: "approved" } })).toBe(6);
  });

  it("the same press twice is one decision and one message", async () => {
    const id = await submitted(CURRENT.slice(0, 3));
    const ctx = await retail.desk.contextOf(retail.book.wangId);
    const first = await approveBatch(ctx, id);
    expect(await approveBatch(ctx, id)).toEqual(first);
    expect(await db().outboxMessage.count({ where: { kind: "review.batch_approved" } })).toBe(1);
    expect(await db().review.count()).toBe(3);
  });

  it("a double submission is one batch", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 5));
    await toConclusion(retail);
    await concludes(retail);
    await li().submits({ twice: true });
    await li().eventually(() => li().modal?.text.includes("are being written") === false, 60_000);
    expect(await db().report.count()).toBe(5);
    expect(await db().auditEvent.count({ where: { verb: "batch.submitted" } })).toBe(1);
  });

  it("two windows of one officer submit once, and the second is told when", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 4));
    await toConclusion(retail);
    await concludes(retail);
    const { id } = await db().offSiteBatch.findFirstOrThrow();
    const ctx = await retail.desk.contextOf(retail.book.liId);
    // The typed conclusion was kept as it was typed.
    const outcomes = await Promise.all([submitBatch(ctx, id), submitBatch(ctx, id)]);
    const refused = outcomes.filter(isRefusal);
    expect(refused).toHaveLength(1);
    expect(refused[0] && refusalSentence("en", refused[0])).toContain("was submitted on 2 Mar 2026");
    expect(await db().report.count()).toBe(4);
  });

  it("two officers submit their own batches, and each report is in one of them", async () => {
    const ofSun = ["A", "B", "C"].map((name) => ({ name: `Customer ${name}`, keeper: "sun" as const }));
    retail = await startRetailDesk([...CURRENT.slice(0, 3), ...ofSun]);
    for (const officer of [LI, SUN]) {
      await toConclusion(retail, officer);
      await concludes(retail, undefined, officer);
    }
    const batches = await db().offSiteBatch.findMany({ select: { id: true, personId: true } });
    await Promise.all(batches.map(async ({ id, personId }) => submitBatch(await retail.desk.contextOf(personId), id)));
    const counted = await db().report.groupBy({ by: ["batchId", "submittedById"], _count: true });
    expect(counted.map(({ _count }) => _count)).toEqual([3, 3]);
    const chen = await retail.desk.contextOf(retail.book.chenId);
    const waiting = await waitingFor(chen.db, retail.book.chenId, chen.now);
    expect(new Set(waiting.map(({ batch }) => batch?.number)).size).toBe(2);
  });
});
