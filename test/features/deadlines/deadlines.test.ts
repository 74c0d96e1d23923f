import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { decideExtension } from "../../../src/features/deadlines/decide-extension.ts";
import { askExtension, grantExtension } from "../../../src/features/deadlines/extend.ts";
import { EXTENSION_ASKED, EXTENSION_DECIDED, NUDGED } from "../../../src/features/deadlines/ids.ts";
import { nudgeOfficer } from "../../../src/features/deadlines/nudge.ts";
import { recordAttempt } from "../../../src/features/deadlines/record-attempt.ts";
import { endSnooze, snoozeItem } from "../../../src/features/deadlines/snooze.ts";
import { deskOf } from "../../../src/features/morning/desk.ts";
import { sweepMornings } from "../../../src/features/morning/sweep.ts";
import { aPerson, aSlackAccount, aUnit } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, type World, wasSent } from "../morning/desk-world.ts";

/** At nine in the morning of Tuesday 10 March 2026 in Shanghai. */
let world: World;
let branch: Awaited<ReturnType<typeof aBranch>>;
beforeEach(async () => {
  world = await aWorld();
  branch = await aBranch();
});

async function aBranch() {
  const unit = await aUnit(world.db, {});
  const li = await anOfficerWithSlack(world.db, { name: "Li Wen", unitId: unit.id });
  const zhao = await aPerson(world.db, { name: "Zhao Lei", unitId: unit.id, roles: [{ role: "unit_manager" }] });
  await aSlackAccount(world.db, zhao.id);
  const late = await anInspection(world.db, li.id, { dueOn: "2026-03-03", borrowerName: "Blue Heron" });
  return { unit, li, zhao, late };
}

const dueOn = async () => (await world.db.inspection.findUniqueOrThrow({ where: { id: branch.late.id } })).dueOn;
const audited = async () => (await world.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ verb }) => verb);
const messages = (kind: string) => world.db.outboxMessage.findMany({ where: { kind }, orderBy: { createdAt: "asc" } });
const later = (date: string, reason = "The accountant is away") => ({
  inspectionId: branch.late.id,
  toDueOn: isoDate(date),
  reason,
});

describe("Nudge", () => {
  it("tells the officer at once, once a day, and is recorded", async () => {
    const zhao = await world.as(branch.zhao.id);

    expect(await nudgeOfficer(zhao, branch.late.id)).toMatchObject({ officer: "Li Wen" });
    expect(await nudgeOfficer(zhao, branch.late.id)).toMatchObject({
      refused: "nudge.today",
      values: { name: "Li Wen" },
    });
    world.at("2026-03-11T01:00:00Z");
    expect(await nudgeOfficer(await world.as(branch.zhao.id), branch.late.id)).toMatchObject({ officer: "Li Wen" });

    expect((await messages(NUDGED)).map(({ personId }) => personId)).toEqual([branch.li.id, branch.li.id]);
    expect(await audited()).toEqual(["officer.nudged", "officer.nudged"]);
  });

  it("waits for the officer's own working hours", async () => {
    world.at("2026-03-13T14:00:00Z");
    await nudgeOfficer(await world.as(branch.zhao.id), branch.late.id);

    // Friday night: Monday at half past eight in Shanghai.
    expect((await messages(NUDGED))[0]?.notBefore.toISOString()).toBe("2026-03-16T00:30:00.000Z");
  });

  it("is refused of what is not late, is done, has nobody, or is one's own", async () => {
    const soon = await anInspection(world.db, branch.li.id, { dueOn: "2026-03-12" });
    const done = await anInspection(world.db, branch.li.id, { dueOn: "2026-03-02", state: "submitted" });
    const nobodys = await anInspection(world.db, null, { dueOn: "2026-03-02", unitId: branch.unit.id });
    const own = await anInspection(world.db, branch.zhao.id, { dueOn: "2026-03-02" });
    const zhao = await world.as(branch.zhao.id);

    const refusals = [];
    for (const { id } of [soon, done, nobodys, own]) refusals.push(await nudgeOfficer(zhao, id));

    expect(refusals.map((one) => (isRefusal(one) ? one.refused : one))).toEqual([
      "nudge.not_late",
      "item.done",
      "item.nobody",
      "nudge.yourself",
    ]);
    expect(await nudgeOfficer(await world.as(branch.li.id), branch.late.id)).toMatchObject({ refused: "may.role" });
  });
});

describe("a later date", () => {
  it("is asked by the officer, moves when the manager approves, and both are told", async () => {
    const asked = await askExtension(await world.as(branch.li.id), later("2026-03-16"));
    expect(asked).toMatchObject({ asked: ["Zhao Lei"] });
    expect(await dueOn()).toBe("2026-03-03");
    const [request] = await messages(EXTENSION_ASKED);
    expect(request?.personId).toBe(branch.zhao.id);
    await wasSent(world, request?.id ?? "");

    const { id } = await world.db.extension.findFirstOrThrow();
    const decided = await decideExtension(await world.as(branch.zhao.id), id, true);

    expect(decided).toMatchObject({ approved: true, dueOn: "2026-03-16" });
    expect(await dueOn()).toBe("2026-03-16");
    expect((await messages(EXTENSION_DECIDED)).map(({ personId }) => personId)).toEqual([branch.li.id]);
    expect((await messages(EXTENSION_ASKED))[0]?.staleAt).not.toBeNull();
    expect(await audited()).toEqual(["extension.asked", "extension.approved"]);
  });

  it("that is refused leaves the date; a second click decides nothing", async () => {
    await askExtension(await world.as(branch.li.id), later("2026-03-16"));
    const { id } = await world.db.extension.findFirstOrThrow();
    const zhao = await world.as(branch.zhao.id);

    await decideExtension(zhao, id, false);

    expect(await dueOn()).toBe("2026-03-03");
    expect(await decideExtension(zhao, id, true)).toMatchObject({ refused: "extension.decided" });
  });

  it("is decided by nobody who asked or does the work, whatever their role; the database refuses it too", async () => {
    await world.db.roleGrant.create({
      data: { personId: branch.li.id, role: "unit_manager", unitId: branch.unit.id, fromAt: new Date("2026-01-01") },
    });
    const li = await world.as(branch.li.id);
    expect(await askExtension(li, later("2026-03-16"))).toMatchObject({ asked: ["Zhao Lei"] });
    const { id } = await world.db.extension.findFirstOrThrow();

    expect(await decideExtension(li, id, true)).toMatchObject({ refused: "may.four_eyes" });
    expect(await grantExtension(li, later("2026-03-16"))).toMatchObject({ refused: "may.four_eyes" });
    const data = { state: "approved", decidedById: branch.li.id, decidedAt: new Date() };
    await expect(world.db.extension.update({ where: { id }, data })).rejects.toThrow();
  });

  it("is given by the manager unasked, within the same cap, and counts", async () => {
    const zhao = await world.as(branch.zhao.id);

    expect(await grantExtension(zhao, later("2026-03-17"))).toMatchObject({ toDueOn: "2026-03-17", asked: [] });

    expect(await dueOn()).toBe("2026-03-17");
    expect(await world.db.extension.findFirst()).toMatchObject({
      askedById: branch.li.id,
      decidedById: branch.zhao.id,
    });
    expect(await grantExtension(zhao, later("2026-03-18"))).toMatchObject({
      refused: "extension.used_up",
      field: "date",
    });
    expect(await audited()).toEqual(["extension.granted"]);
  });

  it.each([
    ["2026-03-18", "extension.date"],
    ["2026-03-09", "extension.date"],
    ["2026-03-14", "extension.rest_day"],
  ])("to %s is refused at the field: ten working days, not past, a working day", async (date, refused) => {
    expect(await askExtension(await world.as(branch.li.id), later(date))).toMatchObject({ refused, field: "date" });
  });

  it("is not asked twice at once, without a reason, for a returned report, or past the cap", async () => {
    const li = await world.as(branch.li.id);
    expect(await askExtension(li, later("2026-03-16", " "))).toMatchObject({
      refused: "reason.needed",
      field: "reason",
    });
    await askExtension(li, later("2026-03-16"));
    expect(await askExtension(li, later("2026-03-16"))).toMatchObject({ refused: "extension.asked_already" });
    const old = await anInspection(world.db, branch.li.id, { dueOn: "2026-02-02" });
    expect(await askExtension(li, { ...later("2026-03-16"), inspectionId: old.id })).toMatchObject({
      refused: "extension.too_late",
    });
    const back = await anInspection(world.db, branch.li.id, { state: "returned", returnedDueOn: "2026-03-09" });
    expect(await askExtension(li, { ...later("2026-03-12"), inspectionId: back.id })).toMatchObject({
      refused: "extension.returned",
    });
  });

  it("cannot move an inspection that was done before the decision", async () => {
    await askExtension(await world.as(branch.li.id), later("2026-03-16"));
    await world.db.inspection.update({ where: { id: branch.late.id }, data: { state: "submitted" } });
    const { id } = await world.db.extension.findFirstOrThrow();

    expect(await decideExtension(await world.as(branch.zhao.id), id, true)).toMatchObject({
      refused: "extension.overtaken",
    });
  });
});

describe("Snooze", () => {
  const quiet = (date: string, reason = "Visit on Thursday") => ({
    inspectionId: branch.late.id,
    untilOn: isoDate(date),
    reason,
  });
  const toldOn = async (date: string) => {
    world.at(`${date}T01:00:00Z`);
    const counts = await sweepMornings(world.system());
    return isRefusal(counts) ? [] : counts.mornings.map(({ personId }) => personId);
  };

  it("quiets the item for this person only, and speaks again after it", async () => {
    await snoozeItem(await world.as(branch.li.id), quiet("2026-03-11"));

    expect(await toldOn("2026-03-10")).toEqual([branch.zhao.id]);
    expect(await toldOn("2026-03-11")).toEqual([]);
    expect(await toldOn("2026-03-12")).toEqual([branch.li.id]);
    expect(await dueOn()).toBe("2026-03-03");
  });

  it("has a cap for all times together, needs a reason, and ends by a button", async () => {
    const li = await world.as(branch.li.id);
    expect(await snoozeItem(li, quiet("2026-03-13"))).toMatchObject({ refused: "snooze.date", field: "date" });
    expect(await snoozeItem(li, quiet("2026-03-11", ""))).toMatchObject({ refused: "reason.needed", field: "reason" });
    await snoozeItem(li, quiet("2026-03-12"));
    expect(await snoozeItem(li, quiet("2026-03-12"))).toMatchObject({ refused: "snooze.running" });
    expect(await endSnooze(li, branch.late.id)).toEqual({ ended: true });
    expect(await endSnooze(li, branch.late.id)).toMatchObject({ refused: "snooze.none" });
    expect(await toldOn("2026-03-10")).toContain(branch.li.id);
    expect(await audited()).toEqual(["item.snoozed", "snooze.ended"]);
  });

  it("that used up its days cannot be begun again", async () => {
    await snoozeItem(await world.as(branch.li.id), quiet("2026-03-12"));
    world.at("2026-03-13T01:00:00Z");

    expect(await snoozeItem(await world.as(branch.li.id), quiet("2026-03-13"))).toMatchObject({
      refused: "snooze.used_up",
    });
  });
});

describe("Could not visit", () => {
  const attempt = {
    attemptedOn: isoDate("2026-03-09"),
    reason: "nobody_there",
    note: "",
    nextOn: isoDate("2026-03-13"),
  } as const;

  it("is kept with its reason and next try, moves no date, and stands on the officer's and the manager's line", async () => {
    const li = await world.as(branch.li.id);

    expect(
      await recordAttempt(li, { ...attempt, inspectionId: branch.late.id, files: { slackFileIds: ["F1"] } }),
    ).toEqual({
      nextOn: "2026-03-13",
    });

    expect(await dueOn()).toBe("2026-03-03");
    const kept = await world.db.visitAttempt.findFirstOrThrow();
    const file = await world.db.evidence.findFirstOrThrow();
    expect(kept).toMatchObject({ reason: "nobody_there", nextAttemptOn: "2026-03-13", evidenceId: file.id });
    for (const person of [branch.li, branch.zhao]) {
      const desk = await deskOf(await world.as(person.id), person.id);
      expect(isRefusal(desk) ? undefined : desk.items[0]?.putOff.attempt).toEqual({
        on: "2026-03-09",
        reason: "nobody_there",
        nextOn: "2026-03-13",
      });
    }
    expect(await audited()).toEqual(["visit.attempted"]);
  });

  it.each([
    [{ attemptedOn: isoDate("2026-03-11") }, "attempted_on"],
    [{ nextOn: isoDate("2026-03-10") }, "next_on"],
    [{ nextOn: isoDate("2026-03-18") }, "next_on"],
    [{ reason: undefined }, "reason"],
    [{ reason: "other" as const }, "note"],
  ])("with %o is refused at the field %s", async (wrong, field) => {
    const outcome = await recordAttempt(await world.as(branch.li.id), {
      ...attempt,
      inspectionId: branch.late.id,
      ...wrong,
    });

    expect(outcome).toMatchObject({ field });
    expect(await world.db.visitAttempt.count()).toBe(0);
  });
});
