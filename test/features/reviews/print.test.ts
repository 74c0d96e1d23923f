/** The finished report leaves Slack as a PDF: for whom it may, recorded, with what the chart needs. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { approveReport, printNumber } from "../../../src/features/reviews/index.ts";
import { ratioHistories } from "../../../src/features/reviews/ratio-history.ts";
import { sheetFor } from "../../../src/features/reviews/show.ts";
import { Paper } from "../../../src/platform/pdf/paper.ts";
import { aPerson } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, type ReportMade, type World } from "./review-world.ts";

const KEY = "borrower/sales_yoy";
let world: World;
let made: ReportMade;
beforeEach(async () => {
  world = await aWorld();
  made = await aSubmittedReport(world, {
    answers: { [KEY]: "-4.00", "borrower/conclusion": "库存 1,240 吨，账面 1,238 吨" },
  });
});

const printed = async (person: { readonly id: string }) => printNumber(await world.as(person), made.number, "slack");
const events = () => world.db.auditEvent.findMany({ where: { verb: "report.printed" } });

describe("a printed report", () => {
  it("is a PDF for whoever may read the report, and says in the record for whom, and of which content", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const report = await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } });

    const outcome = await printed(world.officer);

    expect(isRefusal(outcome)).toBe(false);
    if (isRefusal(outcome)) return;
    expect(Buffer.from(outcome.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.from(outcome.bytes).includes("NotoSansHans")).toBe(true);
    expect(outcome.name).toBe(`report-${made.number}.pdf`);
    const [event] = await events();
    expect(event?.actorId).toBe(world.officer.id);
    expect(event?.text).toContain(report.contentHash);
  });

  it("says below its code what the code is", async () => {
    const proved = vi.spyOn(Paper.prototype, "proof");
    await approveReport(await world.as(world.reviewer), made.reportId);

    await printed(world.officer);

    const [[, code, caption] = []] = proved.mock.calls;
    expect(code).toContain(`afterloan:${made.number}:`);
    expect(caption).toBe("Scan: this report's number and fingerprint");
    proved.mockRestore();
  });

  it("is not made before a reviewer has decided", async () => {
    expect(await printed(world.officer)).toMatchObject({ refused: "report.not_finished" });
    expect(await events()).toEqual([]);
  });

  it("is not made for who may not read the report, who learns nothing of it", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    const stranger = await aPerson(world.db, { roles: [{ role: "account_manager" }] });

    expect(await printed(stranger)).toEqual({ refused: "not_found", values: { number: made.number } });
    expect(await events()).toEqual([]);
  });

  it("draws a ratio over the borrower's approved reports, oldest first, with the policy's borders", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    world.at("2026-06-10T02:00:00Z");
    const next = await aSubmittedReport(world, { borrowerId: made.borrowerId, answers: { [KEY]: "-25.00" } });
    const ctx = await world.as(world.reviewer);
    const sheet = await sheetFor(ctx, next.reportId, "see_report");
    if (isRefusal(sheet)) throw new Error(sheet.refused);

    const [sales] = await ratioHistories(ctx, sheet);

    expect(sales?.item.key).toBe("sales_yoy");
    expect(sales?.points.map(({ value }) => value)).toEqual(["-4.00", "-25.00"]);
    expect(sales?.limits.length).toBeGreaterThan(0);
  });
});
