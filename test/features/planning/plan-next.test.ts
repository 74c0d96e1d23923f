import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { VisitMode } from "../../../src/domain/vocabulary.ts";
import {
  explainNext,
  openSpecial,
  planBorrowers,
  planNextAfter,
  undoPlanned,
} from "../../../src/features/planning/index.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { planSentence } from "../../../src/texts/plan-sentence.ts";
import { aBorrower, aLoan, anOfficer } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let borrowerId: string;
let routineId: string;

/** A borrower whose routine inspection is due on 10 April 2026 and being filled in. */
beforeEach(async () => {
  world = await aWorld("2026-04-08T02:00:00Z");
  const officer = await anOfficer(world.db, { name: "Li Wen" });
  const borrower = await aBorrower(world.db, {
    number: "C900001",
    name: "Harvest Foods",
    ownerId: officer.id,
    takeOnOn: "2025-01-01",
    lastInspectedOn: "2026-01-12",
    lastVisitOn: "2026-01-12",
    lastOnSiteOn: "2026-01-12",
  });
  borrowerId = borrower.id;
  await aLoan(world.db, { number: "L90000001", borrowerId, disbursedOn: "2024-06-03" });
  world.at("2026-03-10T02:00:00Z");
  await planBorrowers(world.system(), [borrowerId], "import");
  world.at("2026-04-08T02:00:00Z");
  routineId = (await world.db.inspection.findFirstOrThrow({ where: { borrowerId } })).id;
});

const inspections = async () =>
  (await world.db.inspection.findMany({ where: { borrowerId }, orderBy: { number: "asc" } })).map(
    ({ kind, state, dueOn }) => [kind, state, dueOn],
  );
const state = (next: string) =>
  world.db.inspection.update({
    where: { id: routineId },
    data: { state: next, closedAt: next === "rejected" ? new Date() : null },
  });

async function submits(visitedOn: string, mode: VisitMode = "on_site") {
  await state("submitted");
  return inTransaction(world.system(), (tx) =>
    planNextAfter(tx, { inspectionId: routineId, visitedOn: isoDate(visitedOn), mode }),
  );
}
const undo = () => inTransaction(world.system(), (tx) => undoPlanned(tx, routineId));

describe("a report is submitted", () => {
  it("the next inspection counts from the visit, not from the day it was due or submitted", async () => {
    const next = await submits("2026-04-03");

    expect(next).toMatchObject({ kind: "routine", dueOn: "2026-07-03" });
    expect(await inspections()).toEqual([
      ["routine", "submitted", "2026-04-10"],
      ["routine", "planned", "2026-07-03"],
    ]);
  });

  it("submitted again with another visit date, the planned one moves and none is added", async () => {
    await submits("2026-04-03");

    const next = await submits("2026-04-07");

    expect(next?.dueOn).toBe("2026-07-07");
    expect(await inspections()).toHaveLength(2);
  });

  it("a visit for a special inspection moves the routine one too, even a late one", async () => {
    world.at("2026-04-20T02:00:00Z");
    const special = await inTransaction(world.system(), (tx) =>
      openSpecial(tx, { borrowerId, trigger: "instruction" }),
    );
    await world.db.inspection.update({ where: { id: special.id }, data: { state: "submitted" } });

    await inTransaction(world.system(), (tx) =>
      planNextAfter(tx, { inspectionId: special.id, visitedOn: isoDate("2026-04-20"), mode: "on_site" }),
    );

    expect((await inspections())[0]).toEqual(["routine", "planned", "2026-07-20"]);
  });
});

describe("the report is taken back", () => {
  it("a withdrawal cancels what was planned, and a new submission plans it again", async () => {
    await submits("2026-04-03");

    await undo();
    await state("started");
    const withdrawn = await inspections();
    await submits("2026-04-08");

    expect(withdrawn).toEqual([
      ["routine", "started", "2026-04-10"],
      ["routine", "cancelled", "2026-07-03"],
    ]);
    expect((await inspections()).at(-1)).toEqual(["routine", "planned", "2026-07-08"]);
  });

  it("after a rejection the visit does not count: the next routine date comes from the visit before, with grace", async () => {
    await submits("2026-04-08");
    await state("rejected");

    await undo();

    const borrower = await world.db.borrower.findUniqueOrThrow({ where: { id: borrowerId } });
    expect(borrower).toMatchObject({ lastVisitOn: "2026-01-12", lastOnSiteOn: "2026-01-12" });
    expect((await inspections()).filter(([, at]) => at === "planned")).toEqual([["routine", "planned", "2026-04-15"]]);
  });

  it("a re-inspection takes the place of the routine date that falls before it, until the new visit is submitted", async () => {
    await submits("2026-04-08");
    await state("rejected");

    const special = await inTransaction(world.system(), async (tx) => {
      const opened = await openSpecial(tx, { borrowerId, trigger: "re_inspect", mode: "on_site", dueInWorkingDays: 5 });
      await undoPlanned(tx, routineId);
      return opened;
    });
    const meanwhile = await inspections();
    await planBorrowers(world.system(), [borrowerId], "nightly");
    const afterTheNight = await inspections();
    world.at("2026-04-13T02:00:00Z");
    await world.db.inspection.update({ where: { id: special.id }, data: { state: "submitted" } });
    const next = await inTransaction(world.system(), (tx) =>
      planNextAfter(tx, { inspectionId: special.id, visitedOn: isoDate("2026-04-13"), mode: "on_site" }),
    );

    expect(meanwhile.filter(([, at]) => at === "planned")).toEqual([["special", "planned", "2026-04-15"]]);
    expect(afterTheNight).toEqual(meanwhile);
    expect(next).toMatchObject({ kind: "routine", dueOn: "2026-07-13" });
  });

  it("a routine date after the re-inspection stands", async () => {
    world.at("2026-03-11T02:00:00Z");
    await inTransaction(world.system(), (tx) =>
      openSpecial(tx, { borrowerId, trigger: "re_inspect", mode: "on_site", dueInWorkingDays: 5 }),
    );

    await planBorrowers(world.system(), [borrowerId], "nightly");

    expect(await inspections()).toEqual([
      ["routine", "planned", "2026-04-10"],
      ["special", "planned", "2026-03-18"],
    ]);
  });

  it("a reviewer who asks to re-inspect opens a special one on site, due in five working days", async () => {
    const special = await inTransaction(world.system(), (tx) =>
      openSpecial(tx, { borrowerId, trigger: "re_inspect", mode: "on_site", dueInWorkingDays: 5 }),
    );

    expect(special.dueOn).toBe("2026-04-15");
    expect(await world.db.inspection.findUnique({ where: { id: special.id } })).toMatchObject({
      kind: "special",
      occasion: "re_inspection",
      mode: "on_site",
      state: "planned",
    });
  });
});

describe("explaining the next inspection", () => {
  it("answers for the borrower's, the loan's and the inspection's number, in a sentence", async () => {
    const { number } = await world.db.inspection.findUniqueOrThrow({ where: { id: routineId } });

    for (const asked of ["C900001", "L90000001", number]) {
      const explained = await explainNext(world.system(), asked);
      const [first] = isRefusal(explained) ? [] : explained.inspections;
      expect(first?.assigneeName).toBe("Li Wen");
      expect(planSentence("en", first?.sentence ?? [])).toContain(
        "Harvest Foods: Routine inspection, off site, due 10 Apr 2026. The last visit was on 12 Jan 2026.",
      );
    }
  });

  it("to another officer there is no such number", async () => {
    const other = await anOfficer(world.db);

    const answers = [
      await explainNext(await world.as(other.id), "C900001"),
      await explainNext(await world.as(other.id), "C000000"),
    ];

    expect(answers).toMatchObject([{ refused: "not_found" }, { refused: "not_found" }]);
  });
});
