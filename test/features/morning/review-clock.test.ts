import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { deskOf } from "../../../src/features/morning/desk.ts";
import { MORNING } from "../../../src/features/morning/ids.ts";
import { renderMorning } from "../../../src/features/morning/morning-message.ts";
import { sweepMornings } from "../../../src/features/morning/sweep.ts";
import { aPerson, aSlackAccount, aUnit, type RoleWish } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, reads, theMessage, type World } from "./desk-world.ts";

let world: World;
let branch: Awaited<ReturnType<typeof aBranch>>;
beforeEach(async () => {
  world = await aWorld();
  branch = await aBranch();
});

async function aBranch() {
  const head = await aUnit(world.db, { kind: "head_office" });
  const unit = await aUnit(world.db, { parentId: head.id });
  const somebody = async (name: string, unitId: string, role: RoleWish["role"]) => {
    const person = await aPerson(world.db, { name, unitId, roles: [{ role }] });
    await aSlackAccount(world.db, person.id);
    return person;
  };
  return {
    unit,
    li: await anOfficerWithSlack(world.db, { name: "Li Wen", unitId: unit.id }),
    wang: await somebody("Wang Ping", unit.id, "post_loan_officer"),
    zhao: await somebody("Zhao Lei", unit.id, "unit_manager"),
    sun: await somebody("Sun Jing", head.id, "risk_manager"),
  };
}

/** Submitted at five in the afternoon in Shanghai. */
async function aReport(submittedOn: string, submittedById = branch.li.id, partHash: string | null = null) {
  const inspection = await anInspection(world.db, branch.li.id, {
    borrowerName: "Blue Heron",
    state: "submitted",
    submittedAt: new Date(`${submittedOn}T09:00:00Z`),
  });
  return world.db.report.create({
    data: {
      inspectionId: inspection.id,
      revision: 1,
      state: "submitted",
      submittedById,
      submittedAt: new Date(`${submittedOn}T09:00:00Z`),
      policyVersionId: "policy-1",
      mode: "on_site",
      visitedOn: submittedOn,
      content: "{}",
      contentHash: "0",
      partHash,
    },
  });
}

/** The borrower's part of a report, shown to them; `answeredOn` at ten in the morning in Shanghai. */
async function aSheet(reportId: string, answeredOn?: string): Promise<void> {
  const report = await world.db.report.findUniqueOrThrow({ where: { id: reportId } });
  const sheet = await world.db.confirmationSheet.create({
    data: {
      number: `C-${report.inspectionId}`,
      inspectionId: report.inspectionId,
      visitedOn: report.visitedOn,
      part: "{}",
      partHash: report.partHash ?? "",
      frozenById: report.submittedById,
      frozenAt: report.submittedAt,
    },
  });
  if (answeredOn !== undefined) {
    const enteredAt = new Date(`${answeredOn}T02:00:00Z`);
    const answer = { answer: "refused", signedOn: answeredOn, note: "n", enteredById: report.submittedById, enteredAt };
    await world.db.borrowerConfirmation.create({ data: { sheetId: sheet.id, ...answer } });
  }
}

async function toldOn(date: string): Promise<Record<string, string[]>> {
  world.at(`${date}T01:00:00Z`);
  const counts = await sweepMornings(world.system());
  const names = new Map([branch.li, branch.wang, branch.zhao, branch.sun].map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    (isRefusal(counts) ? [] : counts.mornings).map(({ personId, items }) => [
      names.get(personId) ?? "?",
      items.map(({ stage, reminder }) => `${stage} ${reminder}`),
    ]),
  );
}

describe("a report that waits for the borrower's confirmation", () => {
  it("makes no reviewer late, however long the borrower takes", async () => {
    const report = await aReport("2026-03-10", branch.li.id, "part");
    await aSheet(report.id);
    for (let day = 10; day <= 31; day += 1) {
      expect(await toldOn(`2026-03-${day}`)).toEqual({});
    }
  });

  it("keeps the officer who submitted on the last day out of the late ones, and climbs to nobody; an unfinished one does", async () => {
    const report = await aReport("2026-03-10", branch.li.id, "part");
    await aSheet(report.id);
    const late = async () => {
      world.at("2026-03-31T01:00:00Z");
      const desk = await deskOf(await world.as(branch.li.id), branch.li.id);
      return isRefusal(desk) ? undefined : desk.counts.late;
    };
    expect(await late()).toBe(0);
    expect(await toldOn("2026-03-31")).toEqual({});

    await anInspection(world.db, branch.li.id, { borrowerName: "Grey Heron", dueOn: "2026-03-10" });
    expect(await late()).toBe(1);
    expect(await toldOn("2026-03-31")).toMatchObject({ "Li Wen": [expect.stringMatching(/^late /u)] });
  });

  it("is the reviewer's from the day on which the answer came", async () => {
    const report = await aReport("2026-03-10", branch.li.id, "part");
    await aSheet(report.id, "2026-03-17");
    expect(await toldOn("2026-03-19")).toEqual({});
    expect(await toldOn("2026-03-20")).toEqual({ "Wang Ping": ["review_late after_1"] });
  });
});

describe("a report submitted on Tuesday 10 March that nobody decides", () => {
  it("is told to its reviewer after two working days, their manager after two more, the department after four, then weekly", async () => {
    await aReport("2026-03-10");
    const told: Record<string, Record<string, string[]>> = {};
    for (let day = 10; day <= 31; day += 1) {
      const today = await toldOn(`2026-03-${day}`);
      if (Object.keys(today).length > 0) told[`2026-03-${day}`] = today;
    }

    const weekly = (week: number) => ({
      "Wang Ping": [`review_late weekly_${week}`],
      "Zhao Lei": [`review_late weekly_${week}`],
      "Sun Jing": [`review_late weekly_${week}`],
    });
    expect(told).toEqual({
      // The reviewer's time is Wednesday and Thursday.
      "2026-03-13": { "Wang Ping": ["review_late after_1"] },
      "2026-03-16": { "Zhao Lei": ["review_late after_2"] },
      "2026-03-18": { "Sun Jing": ["review_late after_4"] },
      "2026-03-23": weekly(1),
      "2026-03-30": weekly(2),
    });
  });

  it("stands in the reviewer's bundle with the button, in the manager's with what they may do about it", async () => {
    await aReport("2026-03-10");
    await toldOn("2026-03-16");

    const [wang, zhao] = [
      await reads(world, renderMorning, await theMessage(world, branch.wang.id, MORNING)),
      await reads(world, renderMorning, await theMessage(world, branch.zhao.id, MORNING)),
    ];

    const words =
      /^Blue Heron · Routine inspection, on site · to be reviewed by Thu,? 12 Mar 2026, 2 working days over \| I-2026-\d+ · submitted 10 Mar 2026 by Li Wen/;
    expect(wang).toEqual([
      "Your list for 16 Mar 2026: 1 waiting too long for review",
      expect.any(String),
      "# Waiting too long for review (1)",
      expect.stringMatching(new RegExp(`${words.source} \\[Review\\]$`)),
    ]);
    expect(zhao?.at(-1)).toMatch(new RegExp(`${words.source} \\[Nudge\\] \\[Reassign\\]$`));
    const desk = await deskOf(await world.as(branch.zhao.id), branch.zhao.id);
    expect(isRefusal(desk) ? undefined : desk.counts.review_late).toBe(1);
  });

  it("is ticked off where it was told when it is decided, and told to nobody afterwards", async () => {
    const report = await aReport("2026-03-10");
    await toldOn("2026-03-13");
    const message = await theMessage(world, branch.wang.id, MORNING);
    await world.db.report.update({ where: { id: report.id }, data: { state: "returned" } });

    expect((await reads(world, renderMorning, { ...message, editing: true }))?.[3]).toContain("✓ no longer waits");
    expect(await toldOn("2026-03-16")).toEqual({});
  });

  it("is told to no person with a part in it: a manager who submitted it is passed", async () => {
    await aReport("2026-03-10", branch.zhao.id);

    expect(await toldOn("2026-03-16")).toEqual({
      "Wang Ping": ["review_late after_1"],
      "Sun Jing": ["review_late after_2"],
    });
  });

  it("a revision has a clock of its own", async () => {
    const report = await aReport("2026-03-10");
    await world.db.report.update({ where: { id: report.id }, data: { state: "returned" } });
    const { id: _id, decidedAt: _decidedAt, ...facts } = report;
    await world.db.report.create({
      data: { ...facts, revision: 2, submittedAt: new Date("2026-03-16T09:00:00Z") },
    });

    expect(await toldOn("2026-03-18")).toEqual({});
    expect(await toldOn("2026-03-19")).toEqual({ "Wang Ping": ["review_late after_1"] });
  });
});
