import { beforeEach, describe, expect, it } from "vitest";
import { report } from "../../commands/report.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { RIGHTS } from "../../src/domain/rights.ts";
import { approveReport } from "../../src/features/reviews/index.ts";
import { anOfficer, aPerson } from "../builders/index.ts";
import {
  aRevision,
  aSubmittedReport,
  aWorld,
  type ReportMade,
  textOf,
  type World,
} from "../features/reviews/review-world.ts";

let world: World;
let made: ReportMade;
beforeEach(async () => {
  world = await aWorld();
  made = await aSubmittedReport(world, { answers: { "borrower/inspectors": '["Li Wei","Qian Duo"]' } });
});

const typed = async (person: { id: string }, number: string) => {
  const surface = { where: "slack", progress: () => undefined } as const;
  const outcome = await report.execute(await world.as(person), { words: [number], flags: {} }, surface);
  if (isRefusal(outcome)) return outcome;
  if (outcome.kind === "file") throw new Error("a report is no file here");
  return outcome.kind === "modal" ? JSON.stringify((await outcome.build()).blocks) : textOf(outcome.view);
};

describe("/postloan report", () => {
  it.each(["officer", "reviewer"] as const)("shows the %s the report with the customer's name", async (who) => {
    expect(await typed(world[who], made.number)).toContain("Ningbo Harbour Trading");
  });

  it("masks the customer and the people for who is not responsible", async () => {
    const unit = await world.db.borrower.findFirstOrThrow({ select: { unitId: true } });
    const overseer = await aPerson(world.db, { unitId: unit.unitId, roles: [{ role: "overseer" }] });
    const text = await typed(overseer, made.number);
    expect(text).toContain("Ni***ng");
    expect(text).not.toContain("Ningbo Harbour Trading");
    expect(text).not.toContain("Qian Duo");
  });

  it("decides nothing: it has no buttons for that", async () => {
    expect(await typed(world.reviewer, made.number)).not.toContain("reviews.approve");
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("submitted");
  });

  it("finds the newest revision by the inspection's number, and any by its own", async () => {
    await approveReport(await world.as(world.reviewer), made.reportId);
    await aRevision(world, made, 2);
    expect(await typed(world.officer, made.number)).toContain(`${made.number}/2`);
    expect(await typed(world.officer, `${made.number}/1`)).toContain("Approved by Wang Fang, 10 Mar 2026, 10:00");
  });

  it("finds a customer's newest report by the customer's number and by a loan's, and none that was withdrawn", async () => {
    const { number, loans } = await world.db.borrower.findUniqueOrThrow({
      where: { id: made.borrowerId },
      include: { loans: true },
    });
    for (const asked of [number, loans[0]?.number ?? ""]) {
      expect(await typed(world.officer, asked)).toContain(made.number);
    }
    expect(await typed(world.officer, `${number}/1`)).toMatchObject({ refused: "not_found" });

    await world.db.report.update({ where: { id: made.reportId }, data: { state: "withdrawn" } });
    expect(await typed(world.officer, number)).toMatchObject({ refused: "not_found" });
  });

  it("lays two reports side by side: what differs, what only one says, what is the same", async () => {
    const shared = { "borrower/cooperation": "full", "borrower/inspectors": '["Li Wei","Qian Duo"]' };
    const first = await aSubmittedReport(world, {
      submittedAt: "2026-02-10T02:00:00Z",
      announce: false,
      answers: { ...shared, "borrower/sales_yoy": "-5.00", "borrower/met_person": "Chen" },
    });
    const second = await aSubmittedReport(world, {
      borrowerId: first.borrowerId,
      answers: { ...shared, "borrower/sales_yoy": "-18.00", "borrower/conclusion": "Orders fall by a third." },
    });
    const beside = async (person: { id: string }, other: string) => {
      const surface = { where: "slack", progress: () => undefined } as const;
      const input = { words: [second.number], flags: { beside: other } };
      const outcome = await report.execute(await world.as(person), input, surface);
      if (isRefusal(outcome)) return outcome;
      return outcome.kind === "modal" ? JSON.stringify((await outcome.build()).blocks) : "";
    };
    const text = await beside(world.reviewer, first.number);
    const places = [
      `${second.number} beside ${first.number}`,
      "1 answer differs",
      "before: -5.00% · -13.00 points",
      `1 answer only in ${second.number}`,
      "Orders fall by a third.",
      `1 answer only in ${first.number}`,
      "Chen",
      "the same",
    ];
    const found = places.map((place) => String(text).indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(await beside(world.reviewer, made.number)).toContain("different customers");
    expect(await beside(world.reviewer, "I-2026-99999")).toMatchObject({ refused: "not_found" });
    const stranger = await anOfficer(world.db, { name: "Stranger", email: "stranger@bank.example" });
    expect(await beside(stranger, first.number)).toMatchObject({ refused: "not_found" });
    expect(await typed(world.reviewer, second.number)).toContain("Beside the last one");
  });

  it("answers alike what does not exist and what one may not see", async () => {
    const stranger = await anOfficer(world.db);
    const auditor = await aPerson(world.db, { roles: [{ role: "overseer" }] });
    for (const person of [stranger, auditor]) {
      expect(await typed(person, made.number)).toEqual({ refused: "not_found", values: { number: made.number } });
    }
    expect(await typed(world.officer, "I-1999-00001")).toMatchObject({ refused: "not_found" });
  });

  it("is refused to an administrator, who sees no customers", async () => {
    const admin = await aPerson(world.db, { unitId: world.branch.id, roles: [{ role: "administrator" }] });
    expect(await typed(admin, made.number)).toMatchObject({ refused: "may.role" });
  });

  it("is not there in the terminal, which acts as the system and sees no customers", () => {
    expect(report.where).toEqual(["slack"]);
    expect(RIGHTS.administrator.see_report).toBeUndefined();
  });
});
