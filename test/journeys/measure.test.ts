import { afterEach, describe, expect, it } from "vitest";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const GOAL = "Get the buyer's signed balance confirmation.";
const DUE = "2026-03-20";
const photo = { name: "confirmation.pdf", bytes: new TextEncoder().encode("signed by the buyer") };

/** Li's report names a risk, `owner` answers for its measure, and Wang approves it. */
async function namesARisk(owner = "Li Wen"): Promise<void> {
  ({ desk, branch } = await startBranch());
  const [li, wang] = [desk.as(LI), desk.as(WANG)];
  await desk.tick();
  await li.clicks("Start check");
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 40 && !li.modal?.text.includes("Risk 1 and its measure"); steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes: { risks_found: "yes" } });
    await li.submits();
  }
  await li.fills("The risk, with its figure", "Receivables over 90 days are 8%, 640,000 yuan with one buyer.");
  await li.fills("Measure: what is done", GOAL);
  await li.chooses("First responsible person", owner);
  await li.fills("By when", DUE);
  await li.fills("How it will be seen", "The confirmation, signed");
  await li.submits();
  await borrowerConfirms(li, { signedOn: TODAY });
  await li.closes();
  await li.submits();
  expect(li.modal?.title).toBe("Submitted");
  await li.closes({ all: true });
  await desk.tick();
  await wang.clicks("Review");
  await wang.clicks("Approve");
  await wang.closes({ all: true });
}

async function morningOf(date: string): Promise<void> {
  desk.at(`${date}T09:05:00+08:00`);
  await desk.tick();
}

describe("a measure against a risk", () => {
  it("is told in its person's bundle, reported with evidence, and closed by a second person", async () => {
    await namesARisk();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const opened = await desk.db.case.findFirstOrThrow();
    expect(opened).toMatchObject({ state: "open", ownerId: branch.liId, dueOn: DUE, goal: GOAL });

    await morningOf("2026-03-13");
    expect(li.lastMessage?.shown).toContain("Measures due (1)");
    expect(li.lastMessage?.shown).toContain(GOAL);
    await li.opensHome();
    expect(li.home?.text).toContain("Measures due (1)");

    await li.clicks("Look");
    expect(li.modal?.buttons).not.toContain("Close the measure");
    await li.clicks("Report the result");
    await li.fills("What came of it", "as required");
    await li.attaches("Evidence", photo);
    await li.submits();
    expect(li.errors["What came of it"]).toContain("says nothing by itself");
    await li.fills("What came of it", "The buyer confirmed 640,000 yuan and paid 400,000 of it.");
    await li.submits();
    expect(li.modal?.text).toContain("is with a second person now");
    await li.closes({ all: true });

    await desk.tick();
    expect(wang.lastMessage?.shown).toContain("Li Wen reports the result of a measure");
    await wang.clicks("Look");
    expect(wang.modal?.text).toContain("The buyer confirmed 640,000 yuan");
    await wang.clicks("Close the measure");
    expect(wang.modal?.text).toContain("is closed.");
    await desk.tick();

    expect(await desk.db.case.findFirstOrThrow()).toMatchObject({
      state: "closed",
      reportedById: branch.liId,
      closedById: branch.wangId,
    });
    expect(li.lastMessage?.shown).toContain("Wang Ping closed a measure");
    await li.says("/postloan customer Harbour");
    expect(li.sees(GOAL)).toBe(true);
    const verbs = (await desk.db.auditEvent.findMany({ where: { subjectKind: "measure" } })).map(({ verb }) => verb);
    expect(verbs).toEqual(["measure.opened", "measure.reported", "measure.closed"]);
  });

  it("is not closed by whoever reported it, and comes back with a reason", async () => {
    await namesARisk();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await morningOf("2026-03-13");
    await li.clicks("Look");
    await li.clicks("Report the result");
    await li.fills("What came of it", "The buyer promised to sign the confirmation next week.");
    await li.attaches("Evidence", photo);
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();

    await wang.clicks("Look");
    await wang.clicks("Send back");
    await wang.fills("What is missing?", "A promise is no confirmation.");
    await wang.submits();
    await wang.closes({ all: true });
    await desk.tick();

    expect(await desk.db.case.findFirstOrThrow()).toMatchObject({
      state: "open",
      note: "A promise is no confirmation.",
    });
    expect(li.lastMessage?.shown).toContain("A promise is no confirmation.");
    await li.clicks("Look");
    expect(li.modal?.buttons).toContain("Report the result");
  });

  it("climbs when it is overdue, as a late inspection does", async () => {
    await namesARisk();
    const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];
    await morningOf("2026-03-23");
    expect(li.lastMessage?.shown).toContain("Measures due (1)");
    expect(zhao.sees("Measures overdue")).toBe(false);
    await morningOf("2026-03-25");
    expect(zhao.lastMessage?.shown).toContain("Measures overdue, and climbed to you (1)");
    expect(zhao.lastMessage?.shown).toContain("with Li Wen");
  });

  it("once reported it waits for the second person alone: they are reminded, then it climbs, until it is closed", async () => {
    await namesARisk();
    const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];
    await morningOf("2026-03-19");
    await li.clicks("Look");
    await li.clicks("Report the result");
    await li.fills("What came of it", "The buyer confirmed 640,000 yuan and paid 400,000 of it.");
    await li.attaches("Evidence", photo);
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();

    // Reported on Thursday: Friday and Monday are the second person's time, whatever the measure's own date.
    await morningOf("2026-03-23");
    expect(wang.sees("Results of measures to be closed")).toBe(false);
    expect(li.sees("Measures overdue")).toBe(false);
    await morningOf("2026-03-24");
    expect(wang.lastMessage?.shown).toContain("Results of measures to be closed (1)");
    expect(wang.lastMessage?.shown).toContain("to be closed by Mon, 23 Mar 2026, 1 working day over");
    expect(zhao.sees("Results of measures to be closed")).toBe(false);
    await morningOf("2026-03-25");
    expect(zhao.lastMessage?.shown).toContain("Results of measures to be closed (1)");
    expect(zhao.sees("Measures overdue")).toBe(false);

    await zhao.clicks("Look");
    await zhao.clicks("Close the measure");
    await zhao.closes({ all: true });
    await desk.tick();
    expect(zhao.lastMessage?.shown).toContain("✓ closed");
    expect(desk.workspace.refused).toEqual([]);
  });

  it("is told to its person at once where somebody else wrote it down", async () => {
    await namesARisk("Zhao Lei");
    await desk.tick();
    expect(desk.as(ZHAO).lastMessage?.shown).toContain("Li Wen named you as first responsible person");
    const kept = await desk.db.case.findFirstOrThrow();
    expect(kept.ownerId).toBe(branch.zhaoId);
  });
});

describe("a corrected report", () => {
  it("leaves a measure with whom it was handed over to, where it names the same person as before", async () => {
    await namesARisk();
    await desk.db.case.updateMany({ data: { ownerId: branch.zhaoId } });
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    await li.says(`/postloan report ${number}`);
    await li.clicks("Correct");
    if (li.modal?.title !== "Summary") await li.clicks("To summary");
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    expect((await desk.db.report.findMany()).map(({ state }) => state).sort()).toEqual(["approved", "superseded"]);
    expect(await desk.db.case.findFirstOrThrow()).toMatchObject({ state: "open", ownerId: branch.zhaoId });
  });

  it("drops the measure of a risk that it names no more", async () => {
    await namesARisk();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    const opensCorrection = async () => {
      await li.says(`/postloan report ${number}`);
      await li.clicks("Correct");
    };
    await opensCorrection();
    const draft = await desk.db.draft.findFirstOrThrow({ where: { closedAt: null } });
    const savedAt = new Date();
    await desk.db.draftAnswer.deleteMany({
      where: { draftId: draft.id, key: { in: ["borrower/risks_found", "borrower/no_risk_because"] } },
    });
    await desk.db.draftAnswer.createMany({
      data: [
        { draftId: draft.id, key: "borrower/risks_found", raw: '"no"', savedAt },
        { draftId: draft.id, key: "borrower/no_risk_because", raw: '"The buyer paid 640,000 yuan."', savedAt },
      ],
    });
    await li.closes({ all: true });
    await opensCorrection();
    if (li.modal?.title !== "Summary") await li.clicks("To summary");
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");

    expect(await desk.db.case.findFirstOrThrow()).toMatchObject({ state: "dropped", note: "corrected" });
  });
});
