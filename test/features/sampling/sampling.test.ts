import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { may } from "../../../src/domain/may.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { enterAbsence } from "../../../src/features/absences/index.ts";
import { cardOf, seenCustomer } from "../../../src/features/accounts/card.ts";
import { askHandover } from "../../../src/features/handovers/ask.ts";
import { findInspection, startCheck, subjectOf } from "../../../src/features/inspections/index.ts";
import { planNextAfter, replanAll } from "../../../src/features/planning/index.ts";
import { approveReport } from "../../../src/features/reviews/index.ts";
import { type DrawnSample, drawSamples, registerSampling, verifySample } from "../../../src/features/sampling/index.ts";
import { verifyAudit } from "../../../src/platform/audit/index.ts";
import { inTransaction, systemContext } from "../../../src/platform/context.ts";
import { Renderers } from "../../../src/platform/outbox/renderers.ts";
import { anOfficer, aReviewer, aStandIn } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, messagesOf, type ReportMade, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-02-10T02:00:00Z");
});

async function passes(wishes: Parameters<typeof aSubmittedReport>[1] = {}): Promise<ReportMade> {
  const made = await aSubmittedReport(world, { announce: false, ...wishes });
  await approveReport(await world.as(world.reviewer), made.reportId);
  return made;
}

async function draws(wish: Parameters<typeof drawSamples>[1] = {}): Promise<DrawnSample[]> {
  const drawn = await drawSamples(systemContext(world.parts), wish);
  if (isRefusal(drawn)) throw new Error(drawn.refused);
  return drawn;
}

const unitCode = async () => (await world.db.orgUnit.findUniqueOrThrow({ where: { id: world.branch.id } })).code;
const MARCH = "2026-03-02T01:20:00Z";

describe("The draw of a month", () => {
  it("is made once for a unit when the month is over, and opens special inspections on site with a clock of their own", async () => {
    for (let count = 0; count < 11; count += 1) await passes();
    world.at(MARCH);
    const [sample] = await draws();
    expect(sample).toMatchObject({ unit: "Riverside branch", period: "2026-02", population: 11 });
    expect(sample?.items).toHaveLength(2);
    const recheck = await world.db.inspection.findFirstOrThrow({ where: { id: sample?.items[0]?.recheckId ?? "" } });
    expect(recheck).toMatchObject({
      kind: "special",
      occasion: "recheck",
      mode: "on_site",
      state: "planned",
      policyLine: "sampling.on_site_recheck",
      // Ten working days after Monday 2 March.
      dueOn: "2026-03-16",
    });
    expect(await draws()).toEqual([]);
    expect(await draws({ period: "2026-02" })).toEqual([]);
  });

  it("is not made while the month lasts, nor by the clock on a rest day", async () => {
    await passes();
    expect(await drawSamples(systemContext(world.parts), { period: "2026-02" })).toMatchObject({
      refused: "sample.month_not_over",
    });
    world.at("2026-03-01T01:20:00Z"); // a Sunday
    expect(await draws({ onWorkingDays: true })).toEqual([]);
    world.at(MARCH);
    expect(await draws({ onWorkingDays: true })).toHaveLength(1);
  });

  it("counts the unit's own days: what passed on the evening of the last day in UTC passed in March in Shanghai", async () => {
    world.at("2026-02-28T17:00:00Z");
    await passes();
    world.at(MARCH);
    expect(await draws()).toEqual([]);
    world.at("2026-04-01T01:20:00Z");
    expect(await draws()).toMatchObject([{ period: "2026-03", population: 1 }]);
  });

  it("always draws a report that repeats an earlier one, and the first entry into zone 2", async () => {
    for (let count = 0; count < 9; count += 1) await passes();
    const copied = await aSubmittedReport(world, { announce: false });
    await world.db.reportFinding.create({
      data: { reportId: copied.reportId, rule: "copied", detail: JSON.stringify({ percent: 85, sentences: [] }) },
    });
    await approveReport(await world.as(world.reviewer), copied.reportId);
    const less = await aSubmittedReport(world, { announce: false });
    await world.db.reportFinding.create({
      data: { reportId: less.reportId, rule: "copied", detail: JSON.stringify({ percent: 84, sentences: [] }) },
    });
    await approveReport(await world.as(world.reviewer), less.reportId);
    world.at(MARCH);
    const [sample] = await draws();
    expect(sample?.items.filter(({ why }) => why === "similar").map(({ number }) => number)).toEqual([copied.number]);
  });
});

describe("The first entry into zone 2", () => {
  const inZone = (zone: "z1" | "z2") =>
    JSON.stringify({
      ...{ tier: zone === "z1" ? "normal" : "special_mention", zone, exposure: "100.00", inSeason: false, open: [] },
      ...{ light: false, rotatingPerCheck: 0, unaskedFor: {} },
    });
  const why = (sample: DrawnSample | undefined, { number }: ReportMade) =>
    sample?.items.find((item) => item.number === number)?.why;

  it("is drawn, and not the next inspection that finds the customer there still", async () => {
    for (let count = 0; count < 9; count += 1) await passes();
    const entered = await passes({ circumstances: inZone("z2") });
    const sound = await passes({ circumstances: inZone("z1") });
    world.at("2026-03-10T02:00:00Z");
    for (let count = 0; count < 9; count += 1) await passes();
    const again = await passes({ borrowerId: entered.borrowerId, circumstances: inZone("z2") });
    const fallen = await passes({ borrowerId: sound.borrowerId, circumstances: inZone("z2") });
    world.at("2026-04-01T01:20:00Z");
    const [february] = await draws({ period: "2026-02" });
    const [march] = await draws({ period: "2026-03" });
    expect(why(february, entered)).toBe("first_zone_2_entry");
    expect(why(february, sound)).not.toBe("first_zone_2_entry");
    expect(why(march, fallen)).toBe("first_zone_2_entry");
    expect(why(march, again)).not.toBe("first_zone_2_entry");
  });
});

describe("A customer whose survey before lending was simplified", () => {
  /** Passed in the month, off site where nothing else is said. */
  const surveyed = async (
    survey: boolean | null,
    wishes: Parameters<typeof aSubmittedReport>[1] = {},
  ): Promise<ReportMade> => {
    const made = await aSubmittedReport(world, { announce: false, mode: "off_site", ...wishes });
    await world.db.loan.update({ where: { id: made.loanId }, data: { surveySimplified: survey } });
    await approveReport(await world.as(world.reviewer), made.reportId);
    return made;
  };
  const kept = async (): Promise<string[]> => {
    const draw = await world.db.sampleDraw.findFirstOrThrow();
    const population: { number: string; unseenAfterSimplifiedSurvey?: boolean }[] = JSON.parse(draw.population);
    return population.flatMap(({ number, unseenAfterSimplifiedSurvey: unseen }) => (unseen === true ? [number] : []));
  };
  const drawnOf = (sample: DrawnSample | undefined, made: readonly ReportMade[]) =>
    (sample?.items ?? []).filter((item) => made.some(({ number }) => number === item.number));

  it("is seen on site afterwards, the policy's twenty of a hundred of those checked off site, rounded up", async () => {
    for (let count = 0; count < 5; count += 1) await passes();
    const unseen: ReportMade[] = [];
    for (let count = 0; count < 6; count += 1) unseen.push(await surveyed(true));
    world.at(MARCH);
    const [sample] = await draws();
    expect(await kept()).toEqual(unseen.map(({ number }) => number).toSorted());
    // Six make two, whoever is drawn by lot among them counted.
    const items = drawnOf(sample, unseen);
    expect(items.length).toBeGreaterThanOrEqual(2);
    if (items.some(({ why }) => why === "simplified_survey")) expect(items).toHaveLength(2);
    expect(
      await verifySample(systemContext(world.parts), { unitCode: await unitCode(), period: "2026-02" }),
    ).toMatchObject({ population: 11, doubts: [] });
  });

  it("is left out where somebody was there in the month, where the survey was whole, and where nobody says", async () => {
    const seen = await surveyed(true);
    await surveyed(true, { borrowerId: seen.borrowerId, mode: "on_site" });
    await surveyed(true, { mode: "unannounced" });
    await surveyed(false);
    await surveyed(null);
    world.at(MARCH);
    await draws();
    expect(await kept()).toEqual([]);
  });

  it("has one lot, by the last of their inspections, and no second one in the month", async () => {
    const first = await surveyed(true);
    const last = await surveyed(true, { borrowerId: first.borrowerId });
    world.at(MARCH);
    await draws();
    expect(await kept()).toEqual([last.number]);
  });

  it("stays in the draw when a later file says another thing of the survey", async () => {
    const made = await surveyed(true);
    const plain = await surveyed(null);
    world.at(MARCH);
    await draws();
    const later = (loanId: string, before: string | null, after: string) => ({
      ...{ subjectKind: "loan", subjectId: loanId, field: "surveySimplified", before, after, source: "own" },
      ...{ asOf: "2026-03-03", recordedAt: new Date("2026-03-04T01:00:00Z") },
    });
    await world.db.factChange.createMany({
      data: [later(made.loanId, "true", "false"), later(plain.loanId, null, "true")],
    });
    await world.db.loan.update({ where: { id: made.loanId }, data: { surveySimplified: false } });
    await world.db.loan.update({ where: { id: plain.loanId }, data: { surveySimplified: true } });
    expect(
      await verifySample(systemContext(world.parts), { unitCode: await unitCode(), period: "2026-02" }),
    ).toMatchObject({ doubts: [] });
  });

  it("whose fact was changed without a trace is found by the redraw", async () => {
    const made = await surveyed(true);
    world.at(MARCH);
    await draws();
    await world.db.loan.update({ where: { id: made.loanId }, data: { surveySimplified: null } });
    expect(
      await verifySample(systemContext(world.parts), { unitCode: await unitCode(), period: "2026-02" }),
    ).toMatchObject({ doubts: ["population"] });
  });
});

describe("Whoever looks again", () => {
  it("has no part in the report, is not who approved it where another can, and all get the same share", async () => {
    const third = await aReviewer(world.db, { name: "Third", email: "t@bank.example", unitId: world.branch.id });
    for (let count = 0; count < 11; count += 1) await passes();
    world.at(MARCH);
    const [sample] = await draws();
    const given = (sample?.items ?? []).map(({ assigneeId }) => assigneeId);
    expect(given).toHaveLength(2);
    expect(new Set(given)).toEqual(new Set([world.colleague.id, third.id]));
    expect(given).not.toContain(world.officer.id);
    expect(given).not.toContain(world.reviewer.id);
  });

  it("is the post-loan officer above where the unit has none without a part in it", async () => {
    const made = await aSubmittedReport(world, {
      announce: false,
      submitterId: world.colleague.id,
      ownerId: world.colleague.id,
    });
    await approveReport(await world.as(world.reviewer), made.reportId);
    await world.db.roleGrant.updateMany({
      where: { personId: world.reviewer.id },
      data: { toAt: new Date("2026-02-20T00:00:00Z") },
    });
    world.at(MARCH);
    const [sample] = await draws();
    expect(sample?.items.map(({ assigneeId }) => assigneeId)).toEqual([world.above.id]);
  });

  it("may start it, and the account's owner may neither start nor see it, nor gets it by the nightly planning", async () => {
    await passes();
    world.at(MARCH);
    const [sample] = await draws();
    const [item] = sample?.items ?? [];
    await replanAll(systemContext(world.parts), "nightly");
    const recheck = await findInspection(world.db, item?.recheckId ?? "");
    expect(recheck?.assigneeId).toBe(world.colleague.id);
    if (recheck === null) throw new Error("gone");
    const owner = await world.as(world.officer);
    expect(await startCheck(owner, recheck.id)).toMatchObject({ refused: "may.scope" });
    expect(may(owner.actor, "see_inspection", await subjectOf(world.db, recheck)).allowed).toBe(false);
    expect(isRefusal(await startCheck(await world.as(world.colleague), recheck.id))).toBe(false);
  });

  it("is not who has a part in it, though they stand in for whoever was drawn", async () => {
    const owner = await anOfficer(world.db, { name: "Ma Chao", email: "ma@bank.example", unitId: world.branch.id });
    await passes({ ownerId: owner.id });
    world.at(MARCH);
    const [sample] = await draws();
    const recheck = await findInspection(world.db, sample?.items[0]?.recheckId ?? "");
    if (recheck?.assigneeId == null) throw new Error("nobody");
    for (const [standIn, writes] of [
      [owner, false],
      [world.officer, false],
      [world.above, true],
    ] as const) {
      const absence = await aStandIn(world.db, {
        ...{ personId: recheck.assigneeId, standInId: standIn.id },
        ...{ fromOn: "2026-03-02", toOn: "2026-03-06" },
      });
      const actor = await world.as(standIn);
      expect(actor.actor.standsInFor).toEqual([recheck.assigneeId]);
      expect(may(actor.actor, "see_inspection", await subjectOf(world.db, recheck)).allowed).toBe(writes);
      expect(isRefusal(await startCheck(actor, recheck.id))).toBe(!writes);
      await world.db.delegation.update({ where: { id: absence.id }, data: { endedAt: absence.enteredAt } });
    }
  });

  it("is nobody whose work falls to somebody with a part in it on days that are known already", async () => {
    await passes();
    world.at(MARCH);
    await aStandIn(world.db, {
      ...{ personId: world.colleague.id, standInId: world.officer.id },
      ...{ fromOn: "2026-03-10", toOn: "2026-03-12" },
    });
    const [sample] = await draws();
    // The unit's other reviewer approved the report: it goes to the one above.
    expect(sample?.items.map(({ assigneeId }) => assigneeId)).toEqual([world.above.id]);
  });

  it("is not stood in for by who has a part in it: the absence names another, or the re-check goes first", async () => {
    const author = await aReviewer(world.db, { name: "Bai Xue", email: "bai@bank.example", unitId: world.branch.id });
    await passes({ submitterId: author.id });
    world.at(MARCH);
    const [sample] = await draws();
    const [item] = sample?.items ?? [];
    const away = { personId: item?.assigneeId ?? "", from: "2026-03-03", to: "2026-03-06", reason: "leave" };
    const self = await world.as({ id: away.personId });
    expect(await enterAbsence(self, { ...away, standInId: author.id })).toMatchObject({
      ...{ refused: "absence.stand_in_recheck", field: "stand_in" },
      values: { name: "Bai Xue", number: item?.number },
    });
    expect(isRefusal(await enterAbsence(self, { ...away, standInId: world.above.id }))).toBe(false);
  });

  it("is not told to the account's owner on the customer's card either", async () => {
    const made = await passes();
    world.at(MARCH);
    const [sample] = await draws();
    const numbers = async (person: { id: string }) => {
      const { number } = await world.db.borrower.findUniqueOrThrow({ where: { id: made.borrowerId } });
      const ctx = await world.as(person);
      const seen = await seenCustomer(ctx, number);
      return isRefusal(seen) ? undefined : (await cardOf(ctx, seen)).visits.map((one) => one.number);
    };
    expect(await numbers(world.officer)).toEqual([made.number]);
    expect(await numbers(world.manager)).toEqual([sample?.items[0]?.recheck, made.number]);
  });

  it("was at the customer's: the next routine date counts from there", async () => {
    await passes();
    world.at(MARCH);
    const [sample] = await draws();
    const [item] = sample?.items ?? [];
    world.at("2026-03-12T02:00:00Z");
    await inTransaction(systemContext(world.parts), (tx) =>
      planNextAfter(tx, { inspectionId: item?.recheckId ?? "", visitedOn: isoDate("2026-03-11"), mode: "on_site" }),
    );
    const recheck = await world.db.inspection.findUniqueOrThrow({
      where: { id: item?.recheckId ?? "" },
      include: { borrower: true },
    });
    expect(recheck.borrower).toMatchObject({ lastVisitOn: "2026-03-11", lastOnSiteOn: "2026-03-11" });
    const routine = await world.db.inspection.findFirstOrThrow({
      where: { borrowerId: recheck.borrowerId, kind: "routine" },
    });
    expect(routine).toMatchObject({ dueOn: "2026-06-11", assigneeId: world.officer.id });
  });

  it("may hand it to anybody but the account's owner and who wrote the report", async () => {
    await passes();
    world.at(MARCH);
    const [sample] = await draws();
    const offer = { inspectionIds: [sample?.items[0]?.recheckId ?? ""], borrowerIds: [], reason: "I am on a course." };
    const giver = await world.as(world.colleague);
    expect(await askHandover(giver, { ...offer, toPersonId: world.officer.id })).toMatchObject({
      refused: "handover.recheck",
    });
    expect(isRefusal(await askHandover(giver, { ...offer, toPersonId: world.reviewer.id }))).toBe(false);
  });

  it("is told, and so is the unit's manager with the reasons; the officer is not", async () => {
    await passes({ borrowerName: "Ningbo Harbour Trading" });
    world.at(MARCH);
    await draws();
    const renderers = new Renderers();
    registerSampling(renderers);
    const said = async (person: { id: string }, kind: string) => {
      const [row] = await messagesOf(world, person, kind);
      if (row === undefined) throw new Error(`no ${kind}`);
      const items = row.items.map(({ subjectKind, subjectId, stage }) => ({ kind: subjectKind, id: subjectId, stage }));
      const message = { ...row, personId: person.id, refs: JSON.parse(row.refs), items, editing: false };
      return renderers.of(kind)?.(await world.as(person), message);
    };
    const again = await said(world.colleague, "sampling.rechecks");
    expect(again?.title).toBe("1 inspection of 2026-02 was drawn for you to look at again on site");
    expect(JSON.stringify(again)).toContain("inspections.start");
    const drawn = JSON.stringify(await said(world.manager, "sampling.drawn"));
    expect(drawn).toContain("drawn by lot");
    expect(drawn).toContain("Zhao Min");
    const told = await world.db.outboxMessage.findMany({ where: { kind: { startsWith: "sampling." } } });
    expect(told.map(({ personId }) => personId).toSorted()).toEqual([world.colleague.id, world.manager.id].toSorted());
  });
});

describe("An auditor who draws again", () => {
  const verified = async () =>
    verifySample(systemContext(world.parts), { unitCode: await unitCode(), period: "2026-02" });

  it("finds the same, by the seed that stood at the end of the audit log", async () => {
    for (let count = 0; count < 11; count += 1) await passes();
    const before = await world.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
    world.at(MARCH);
    const [sample] = await draws();
    expect(sample?.seed).toBe(`${before.seq}:${before.hash}`);
    expect(await verified()).toMatchObject({ population: 11, drawn: 2, doubts: [] });
    expect((await verifyAudit(world.parts.database.db)).findings).toEqual([]);
  });

  it("still finds the same after a correction of a drawn report", async () => {
    const made = await passes();
    world.at(MARCH);
    await draws();
    await world.db.report.update({ where: { id: made.reportId }, data: { state: "superseded" } });
    expect(await verified()).toMatchObject({ doubts: [] });
  });

  it("finds what somebody slipped out of the month or drew by another seed", async () => {
    for (let count = 0; count < 11; count += 1) await passes();
    world.at(MARCH);
    await draws();
    const drawn = await world.db.sampleItem.findMany();
    const other = await world.db.inspection.findFirstOrThrow({
      where: { state: "approved", id: { notIn: drawn.map(({ inspectionId }) => inspectionId) } },
    });
    await world.db.inspection.update({
      where: { id: other.id },
      data: { closedAt: new Date("2026-01-31T02:00:00Z") },
    });
    expect(await verified()).toMatchObject({ doubts: ["population"] });
  });

  it("is told where nothing was drawn", async () => {
    expect(await verified()).toMatchObject({ refused: "sample.not_drawn" });
  });
});

describe("Nobody else", () => {
  it("draws", async () => {
    const officer = await anOfficer(world.db, { name: "X", email: "x@bank.example", unitId: world.branch.id });
    expect(await drawSamples(await world.as(officer), {})).toMatchObject({ refused: "may.role" });
    expect(await drawSamples(await world.as(world.manager), {})).toMatchObject({ refused: "may.role" });
  });
});
