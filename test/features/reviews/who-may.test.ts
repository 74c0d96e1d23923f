import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { approveReport, askReinspection, openReview, returnReport } from "../../../src/features/reviews/index.ts";
import type { Context } from "../../../src/platform/context.ts";
import { refusedByGuard } from "../../../src/platform/storage/index.ts";
import { aPerson, aReviewer, aStandIn, aUnit } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, clicks, submits, type World, wordsOf } from "./review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

type Route = (ctx: Context, reportId: string) => Promise<unknown>;
const ROUTES: readonly (readonly [string, Route])[] = [
  ["opening it", openReview],
  ["approving it", approveReport],
  [
    "returning it",
    (ctx, reportId) =>
      returnReport(ctx, {
        reportId,
        reasons: ["not_visited"],
        note: "",
        judged: { record: "not_in_order", conclusion: "in_order" },
        remarks: {},
      }),
  ],
  ["asking to re-inspect", (ctx, reportId) => askReinspection(ctx, { reportId, note: "Go again." })],
];

/** Nothing moved, and nobody is told anything about a decision. */
async function untouched(reportId: string): Promise<void> {
  const report = await world.db.report.findUniqueOrThrow({ where: { id: reportId }, include: { review: true } });
  expect(report).toMatchObject({ state: "submitted", review: null });
  expect(await world.db.outboxMessage.count({ where: { kind: { startsWith: "review." } } })).toBe(0);
}

describe.each(ROUTES)("By %s", (_name, act) => {
  it("nobody decides their own report", async () => {
    const { reportId } = await aSubmittedReport(world, { submitterId: world.reviewer.id });
    expect(await act(await world.as(world.reviewer), reportId)).toMatchObject({ refused: "may.four_eyes" });
    await untouched(reportId);
  });

  it("nobody decides about an account they keep", async () => {
    const { reportId } = await aSubmittedReport(world, { ownerId: world.reviewer.id, submitterId: world.officer.id });
    expect(await act(await world.as(world.reviewer), reportId)).toMatchObject({ refused: "may.four_eyes" });
    await untouched(reportId);
  });

  it("nobody decides who has taken over the account since", async () => {
    const made = await aSubmittedReport(world);
    const at = new Date("2026-03-10T03:00:00Z");
    await world.db.ownership.updateMany({ where: { borrowerId: made.borrowerId }, data: { toAt: at } });
    await world.db.ownership.create({ data: { borrowerId: made.borrowerId, personId: world.reviewer.id, fromAt: at } });
    world.at("2026-03-11T02:00:00Z");
    expect(await act(await world.as(world.reviewer), made.reportId)).toMatchObject({ refused: "may.four_eyes" });
    await untouched(made.reportId);
  });

  it("nobody decides who stood in for the officer that day", async () => {
    const who = { personId: world.officer.id, standInId: world.reviewer.id };
    await aStandIn(world.db, { ...who, fromOn: "2026-03-10", toOn: "2026-03-10" });
    const { reportId } = await aSubmittedReport(world);
    world.at("2026-03-20T02:00:00Z");
    expect(await act(await world.as(world.reviewer), reportId)).toMatchObject({ refused: "may.four_eyes" });
    await untouched(reportId);
  });

  it("the post-loan officer of another branch may not", async () => {
    const elsewhere = await aUnit(world.db, { parentId: world.headOffice.id });
    const stranger = await aReviewer(world.db, { unitId: elsewhere.id });
    const { reportId } = await aSubmittedReport(world);
    expect(await act(await world.as(stranger), reportId)).toMatchObject({ refused: "may.scope" });
    await untouched(reportId);
  });

  it.each(["unit_manager", "risk_manager", "overseer", "administrator", "field_agent"] as const)(
    "the %s may not",
    async (role) => {
      const person = await aPerson(world.db, { unitId: world.branch.id, roles: [{ role }] });
      const { reportId } = await aSubmittedReport(world);
      expect(await act(await world.as(person), reportId)).toMatchObject({ refused: "may.role" });
      await untouched(reportId);
    },
  );

  it("the post-loan officer of the unit above may", async () => {
    const { reportId } = await aSubmittedReport(world);
    expect(isRefusal(await act(await world.as(world.above), reportId))).toBe(false);
  });

  it("a report that does not exist is not found", async () => {
    expect(await act(await world.as(world.reviewer), "no-such-report")).toMatchObject({ refused: "not_found" });
  });
});

describe("By clicks made up by hand", () => {
  it.each(["reviews.open", "reviews.approve", "reviews.return", "reviews.re_inspect", "reviews.back"])(
    "%s shows the submitter the reason and nothing of the report",
    async (action) => {
      const { reportId } = await aSubmittedReport(world, { submitterId: world.reviewer.id });
      const [seen] = await clicks(world, world.reviewer, action, reportId, { callbackId: "reviews.report" });
      expect(wordsOf(seen)).toContain("Somebody else must decide this");
      expect(wordsOf(seen)).not.toContain("Ningbo");
      await untouched(reportId);
    },
  );

  it.each(["reviews.return_form", "reviews.re_inspect_form"])("a submission of %s is refused too", async (form) => {
    const { reportId } = await aSubmittedReport(world, { submitterId: world.reviewer.id });
    const values = {
      reasons: { "reviews.value": { type: "multi_static_select", selected_options: [{ value: "not_visited" }] } },
      note: { "reviews.value": { type: "plain_text_input", value: "no" } },
      record: { "reviews.value": { type: "radio_buttons", selected_option: { value: "not_in_order" } } },
      conclusion: { "reviews.value": { type: "radio_buttons", selected_option: { value: "in_order" } } },
    };
    const answer = await submits(world, world.reviewer, form, JSON.stringify({ report: reportId }), values);
    expect(JSON.stringify(answer)).toContain("Somebody else must decide this");
    await untouched(reportId);
  });
});

describe("Past the program, in raw SQL", () => {
  it.each([
    ["the submitter", async () => world.reviewer.id, undefined],
    ["the account's owner", undefined, async () => world.reviewer.id],
  ])("the database refuses a review by %s", async (_who, submitter, owner) => {
    const made = await aSubmittedReport(world, {
      ...(submitter === undefined ? {} : { submitterId: await submitter() }),
      ...(owner === undefined ? {} : { ownerId: await owner() }),
    });
    const report = await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } });
    const insert = world.database.raw.execute(
      `INSERT INTO "Review" ("id", "reportId", "decision", "reasons", "note", "recordJudgement", "conclusionJudgement", "reviewerId", "decidedAt", "submitterId", "standInIds")
       VALUES ('r-1', $1, 'approved', '[]', '', 'in_order', 'in_order', $2, $3, $4, '[]')`,
      [made.reportId, world.reviewer.id, new Date("2026-03-10T02:00:00Z"), report.submittedById],
    );
    await expect(insert.catch((error: unknown) => Promise.reject(refusedByGuard(error)))).rejects.toBe("four_eyes");
  });

  it("the database approves no report without a review", async () => {
    const { reportId } = await aSubmittedReport(world);
    const update = world.database.raw.execute(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = $1`, [reportId]);
    await expect(update.catch((error: unknown) => Promise.reject(refusedByGuard(error)))).rejects.toBe(
      "approved_needs_review",
    );
  });
});
