/** A month of an officer, from what stands in the record: the sheet, whose it was, what outsiders never see, what is kept. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Metric } from "../../../src/domain/appraisal/facts.ts";
import { sumOf } from "../../../src/domain/appraisal/line.ts";
import { readScoredPeriod } from "../../../src/domain/appraisal/period.ts";
import { linesOf, type Sheet } from "../../../src/domain/appraisal/sheet.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { closeMonths, scoreOf } from "../../../src/features/appraisal/index.ts";
import { linesPieces } from "../../../src/features/appraisal/lines-view.ts";
import { personScores } from "../../../src/features/appraisal/person-score.ts";
import { approveReport, returnReport } from "../../../src/features/reviews/index.ts";
import { type Context, systemContext } from "../../../src/platform/context.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, anOfficer, aSlackAccount, aStandIn } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aSignal } from "../../builders/signals.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const march = readScoredPeriod("2026-03", isoDate("2026-03-10"));

async function sheetOf(person: { readonly id: string }, role = "account_manager"): Promise<Sheet> {
  if (march === undefined) throw new Error("no month");
  const posts = await personScores(await world.as(person), person.id, march);
  const sheet = posts.find((post) => post.role === role)?.months[0]?.sheet;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

const metricIn = (sheet: Sheet, metric: Metric) => sheet.metrics.find((one) => one.metric === metric);
const points = (sheet: Sheet, metric: Metric) => sumOf(metricIn(sheet, metric)?.lines ?? []) / 100;

async function due(dueOn: string, ownerId = world.officer.id) {
  const borrower = await aBorrower(world.db, { unitId: world.branch.id, ownerId });
  return anInspection(world.db, { borrowerId: borrower.id, assigneeId: ownerId, dueOn, policyVersionId: "policy-1" });
}

async function moved(borrowerId: string, toId: string, at: string) {
  const when = new Date(at);
  await world.db.ownership.updateMany({ where: { borrowerId, toAt: null }, data: { toAt: when } });
  await world.db.ownership.create({ data: { borrowerId, personId: toId, fromAt: when } });
  await world.db.inspection.updateMany({ where: { borrowerId }, data: { assigneeId: toId } });
}

async function textOf(ctx: Context, ...words: string[]): Promise<string> {
  const view = await scoreOf(ctx, words, "text");
  return isRefusal(view) ? view.refused : terminalText(view);
}

const closed = () => closeMonths(systemContext(world.parts));

describe("an officer's sheet", () => {
  it("counts a report in time, passed at its first review, and names it", async () => {
    const made = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), made.reportId);

    const sheet = await sheetOf(world.officer);

    expect(metricIn(sheet, "on_time_rate")).toMatchObject({ done: 1, due: 1 });
    expect(points(sheet, "on_time_rate")).toBe(20);
    expect(points(sheet, "first_pass_rate")).toBe(15);
    expect(metricIn(sheet, "first_pass_rate")?.lines[0]?.proofs).toMatchObject([
      { id: made.reportId, name: made.number },
    ]);
    expect(sumOf(linesOf(sheet))).toBe(sheet.score);
  });

  it("takes two points for a late one from the day after, and two more once it is later than ten working days", async () => {
    await aSubmittedReport(world);
    const late = await due("2026-03-12");
    expect(points(await sheetOf(world.officer), "on_time_rate")).toBe(20);

    world.at("2026-03-13T02:00:00Z");
    const sheet = await sheetOf(world.officer);
    expect(points(sheet, "on_time_rate")).toBe(18);
    expect(metricIn(sheet, "on_time_rate")?.lines[1]).toMatchObject({
      rule: "appraisal.account_manager.on_time_rate",
      code: "late",
      proofs: [{ kind: "inspection", id: late.id }],
    });

    world.at("2026-03-26T02:00:00Z");
    expect(points(await sheetOf(world.officer), "on_time_rate")).toBe(18);
    world.at("2026-03-27T02:00:00Z");
    expect(points(await sheetOf(world.officer), "on_time_rate")).toBe(16);
  });

  it("loses points for a copy only once a reviewer sent it back as one", async () => {
    const made = await aSubmittedReport(world);
    await returnReport(await world.as(world.reviewer), {
      reportId: made.reportId,
      reasons: ["copied_report"],
      note: "The last one, word by word.",
      judged: { record: "not_in_order", conclusion: "in_order" },
      remarks: {},
    });

    const sheet = await sheetOf(world.officer);

    expect(points(sheet, "originality")).toBe(3);
    expect(metricIn(sheet, "first_pass_rate")).toMatchObject({ done: 0, due: 1 });
  });

  it("charges whoever was responsible on the day, whoever keeps the account now", async () => {
    const other = await anOfficer(world.db, { name: "Hu Jun", unitId: world.branch.id });
    const before = await due("2026-03-11");
    const after = await due("2026-03-20");
    await moved(before.borrowerId, other.id, "2026-03-13T02:00:00Z");
    await moved(after.borrowerId, other.id, "2026-03-13T02:00:00Z");
    world.at("2026-03-24T02:00:00Z");

    expect(metricIn(await sheetOf(world.officer), "on_time_rate")?.lines[1]?.proofs).toMatchObject([{ id: before.id }]);
    expect(metricIn(await sheetOf(other), "on_time_rate")?.lines[1]?.proofs).toMatchObject([{ id: after.id }]);
  });

  it("counts answers to signals by the clock of their level, and who saw them first", async () => {
    const { id: borrowerId } = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    const of = { borrowerId, policyVersionId: "policy-1" };
    await aSignal(world.db, { ...of, code: "OPS-10", level: "red" });
    await aSignal(world.db, { ...of, acknowledgedAt: new Date("2026-03-10T03:00:00Z"), raisedById: world.officer.id });
    await aSignal(world.db, { ...of, code: "FIN-01", raisedById: world.officer.id });
    world.at("2026-03-12T02:00:00Z");

    const sheet = await sheetOf(world.officer);

    expect(metricIn(sheet, "self_found_share")).toMatchObject({ done: 2, due: 3 });
    // The red one neither acknowledged nor verified: two times three. The orange ones: one acknowledged, one not.
    expect(metricIn(sheet, "signal_timeliness")).toMatchObject({ done: 1, due: 4 });
    expect(points(sheet, "signal_timeliness")).toBe(15 - 3 - 3 - 1);
  });

  it("is the same to the last line with a restricted signal about the same customer", async () => {
    const made = await aSubmittedReport(world);
    const { borrowerId } = made;
    await aSignal(world.db, { borrowerId, policyVersionId: "policy-1", code: "FIN-01" });
    world.at("2026-03-20T02:00:00Z");
    const before = await sheetOf(world.officer);

    await aSignal(world.db, { borrowerId, policyVersionId: "policy-1", level: "red", isRestricted: true });

    expect(await sheetOf(world.officer)).toEqual(before);
    expect(before.score).toBeDefined();
  });

  it("loses a point for each rating that lapsed on accounts kept that day", async () => {
    const borrower = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    await world.db.keyDate.create({
      data: {
        kind: "rating",
        borrowerId: borrower.id,
        unitId: world.branch.id,
        subjectKind: "borrower",
        subjectId: borrower.id,
        reference: "",
        dueOn: "2026-03-10",
        heldOn: "2026-03-10",
        remindOn: "2026-01-10",
        amountMinor: 0n,
        currency: "CNY",
        tier: "normal",
        seenAt: new Date("2026-01-10T00:00:00Z"),
      },
    });
    expect(points(await sheetOf(world.officer), "housekeeping")).toBe(10);
    world.at("2026-03-11T02:00:00Z");
    expect(points(await sheetOf(world.officer), "housekeeping")).toBe(9);
  });

  it("says of what no table holds that it is not recorded", async () => {
    await aSubmittedReport(world);
    const sheet = await sheetOf(world.reviewer, "post_loan_officer");
    expect(metricIn(sheet, "overturned")).toMatchObject({ unmeasured: "not_recorded", lines: [] });
    expect(metricIn(sheet, "report_to_managers")).toMatchObject({ unmeasured: "nothing_due", isPartlyRecorded: true });
    expect(metricIn(await sheetOf(world.officer), "promises_needs")).toMatchObject({ isPartlyRecorded: true });
  });
});

describe("a reviewer's sheet", () => {
  it("counts decisions by the day on which they were owed, and what is left waiting in their hands", async () => {
    const made = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), made.reportId);
    expect(metricIn(await sheetOf(world.reviewer, "post_loan_officer"), "review_on_time")).toMatchObject({
      done: 1,
      due: 1,
    });

    const waiting = await aSubmittedReport(world, { submittedAt: "2026-03-10T02:00:00Z" });
    await world.db.inspection.update({ where: { id: waiting.inspectionId }, data: { openedById: world.reviewer.id } });
    world.at("2026-03-13T02:00:00Z");
    expect(metricIn(await sheetOf(world.reviewer, "post_loan_officer"), "review_on_time")).toMatchObject({
      done: 1,
      due: 2,
    });
    // In somebody's hands, it is not the colleague's.
    expect(metricIn(await sheetOf(world.colleague, "post_loan_officer"), "review_on_time")).toMatchObject({ due: 0 });
  });

  it("shares a fifth with the officers of the book, and they with the reviewers", async () => {
    const made = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), made.reportId);
    await due("2026-03-11");
    world.at("2026-03-13T02:00:00Z");

    const sheet = await sheetOf(world.officer);
    const shared = sheet.joined.at(-1);

    expect(shared).toMatchObject({ code: "shared", rule: "appraisal.shared", values: { percent: 20 } });
    expect(sumOf(linesOf(sheet))).toBe(sheet.score);
  });
});

describe("who reads a score", () => {
  it("is whoever it is of and who leads them; no peer, no reviewer, no stand-in", async () => {
    const peer = await anOfficer(world.db, { name: "Hu Jun", unitId: world.branch.id });
    await aSlackAccount(world.db, peer.id);
    await aStandIn(world.db, {
      personId: world.officer.id,
      standInId: peer.id,
      fromOn: "2026-03-09",
      toOn: "2026-03-20",
    });
    await aSubmittedReport(world);

    expect(await textOf(await world.as(world.officer), "me")).toContain("Score of Li Wei, March 2026");
    expect(await textOf(await world.as(world.manager), "Li", "Wei")).toContain("Inspections in time");
    for (const reader of [peer, world.reviewer]) {
      expect(await textOf(await world.as(reader), "Li", "Wei")).toBe("may.scope");
    }
    const place = { id: world.officer.id, period: "2026-03", role: "account_manager", metric: "on_time_rate" } as const;
    expect(await linesPieces(await world.as(peer), place)).toMatchObject({ refused: "may.scope" });
  });

  it("is answered with the unit for who leads it: how scores are spread, and no names", async () => {
    await aSubmittedReport(world);
    const manager = await world.as(world.manager);

    const text = await textOf(manager);

    expect(text).toContain("Score of Riverside branch, March 2026");
    expect(text).toContain("1 person with a score");
    expect(text).not.toContain("Li Wei");
    expect(await textOf(await world.as(world.officer), "Riverside", "branch")).toBe("may.role");

    const { policy, versionId } = manager.policy;
    const open = { ...policy, appraisal: { ...policy.appraisal, league_table: true } };
    expect(await textOf({ ...manager, policy: { versionId, policy: open } })).toContain("Li Wei");
  });

  it("reads why, line by line, with a button for what they may open", async () => {
    const made = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), made.reportId);
    const place = {
      id: world.officer.id,
      period: "2026-03",
      role: "account_manager",
      metric: "first_pass_rate",
    } as const;

    const pieces = await linesPieces(await world.as(world.officer), place);

    const words = JSON.stringify(pieces);
    expect(words).toContain("appraisal.account_manager.first_pass_rate");
    expect(words).toContain(`"value":"${made.number}"`);
    expect(words).toContain("Ningbo Harbour Trading");
  });

  it.each([
    [["2026-13"], "score.no_period"],
    [["Li", "Wei", "2026-Q9"], "score.no_period"],
    [["Nobody", "Known"], "person.unknown"],
  ])("%j is answered with what is wrong in it", async (words, refused) => {
    expect(await textOf(await world.as(world.manager), ...words)).toBe(refused);
  });
});

describe("a month that is over", () => {
  it("is written down once, with the policy; a correction since is a new revision that says what moved", async () => {
    await aLoan(world.db, { borrowerId: (await aSubmittedReport(world)).borrowerId });
    const late = await due("2026-03-12");
    // February is over already; March is not.
    await closed();
    expect(await world.db.scoreSheet.count({ where: { period: "2026-03" } })).toBe(0);
    world.at("2026-04-01T02:00:00Z");

    expect(await closed()).toMatchObject({ revised: 0 });
    expect(await closed()).toEqual({ kept: 0, revised: 0 });
    const mine = { role: "account_manager", subjectId: world.officer.id, period: "2026-03" };
    const rows = await world.db.scoreSheet.findMany({ where: mine });
    expect(rows).toMatchObject([{ revision: 1, reason: null, policyVersionId: "policy-1", weightMinor: 200_000_000n }]);
    const before = await sheetOf(world.officer);

    // The file that said when it was submitted came late.
    await world.db.inspection.update({
      where: { id: late.id },
      data: { state: "submitted", submittedAt: new Date("2026-03-12T02:00:00Z"), submittedOn: "2026-03-12" },
    });
    world.at("2026-04-02T02:00:00Z");
    expect((await sheetOf(world.officer)).score).toBe(before.score);
    expect(await closed()).not.toMatchObject({ revised: 0 });

    const revised = await world.db.scoreSheet.findFirstOrThrow({ where: { ...mine, revision: 2 } });
    expect(JSON.parse(revised.reason ?? "[]")).toContainEqual({ metric: "on_time_rate", before: 1600, after: 2000 });
    expect((await sheetOf(world.officer)).score).toBe(revised.score);
    expect(await textOf(await world.as(world.officer), "me", "last")).toContain("Corrected");
    expect(await world.db.auditEvent.count({ where: { verb: "score.kept" } })).toBeGreaterThan(1);
  });

  it("is rolled up by quarter from its months", async () => {
    await aSubmittedReport(world);
    world.at("2026-04-01T02:00:00Z");
    await closed();

    const text = await textOf(await world.as(world.officer), "me", "2026-Q1");

    expect(text).toContain("quarter 1 of 2026");
    expect(text).toContain("no budget for this quarter");
  });
});
