/** How much a signal asks for, by its path: said once and released by a list, a call with the customer, or the whole way (handbook 2.4). */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Product } from "../../../src/domain/vocabulary.ts";
import { sweepEscalations } from "../../../src/features/escalation/index.ts";
import { replanAll } from "../../../src/features/planning/index.ts";
import { lookAtBook } from "../../../src/features/signals/index.ts";
import { agreeToReleases, waitingReleases } from "../../../src/features/signals/releases.ts";
import { aBorrower, aLoan, anOfficer, aPerson } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let loanId: string;
let borrowerId: string;
const ids = { officer: "", manager: "", reviewer: "" };

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const officer = await anOfficer(world.db);
  ids.officer = officer.id;
  ids.manager = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "unit_manager" }] })).id;
  ids.reviewer = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "post_loan_officer" }] })).id;
});

async function overdueLoan(product: Product, pastDueSince: string | null): Promise<void> {
  const unitId = (await world.db.person.findUniqueOrThrow({ where: { id: ids.officer } })).unitId;
  borrowerId = (await aBorrower(world.db, { ownerId: ids.officer, unitId, takeOnOn: "2026-03-01" })).id;
  loanId = (await aLoan(world.db, { borrowerId, product, pastDueSince })).id;
}

async function look(at: string): Promise<void> {
  world.at(at);
  const looked = await lookAtBook(world.system());
  if (isRefusal(looked)) throw new Error(looked.refused);
}

async function paid(asOf: string, before: string): Promise<void> {
  await world.db.loan.update({ where: { id: loanId }, data: { pastDueSince: null } });
  const change = { subjectKind: "loan", subjectId: loanId, field: "pastDueSince", before, after: null, asOf };
  await world.db.factChange.create({ data: { ...change, recordedAt: world.system().now.toJSDate(), source: "test" } });
}

const only = () => world.db.signal.findFirstOrThrow({ include: { events: { orderBy: { id: "asc" } } } });
const told = async (kind: string) => {
  const rows = await world.db.outboxMessage.findMany({ where: { kind }, select: { personId: true, notBefore: true } });
  return rows.map(({ personId, notBefore }) => [personId, notBefore.toISOString()]).sort();
};
const agree = async (who: keyof typeof ids) => {
  const ctx = await world.as(ids[who]);
  const done = await agreeToReleases(ctx, ctx.now.toJSDate());
  return isRefusal(done) ? done.refused : done;
};

describe("a short overdue that was paid", () => {
  beforeEach(async () => {
    await overdueLoan("working_capital", "2026-03-07");
    await look("2026-03-10T01:00:00Z");
    await paid("2026-03-12", "2026-03-07");
    // The night after: nobody is woken.
    await look("2026-03-12T17:00:00Z");
  });

  it("is proposed for release by the desk itself, and said in the morning to whoever may agree", async () => {
    const { path, askedFor, askedById, ladderAt, state, events } = await only();
    expect([path, askedFor, askedById, ladderAt, state]).toEqual(["light", "release", null, null, "raised"]);
    expect(events.map(({ act, personId }) => [act, personId])).toEqual([
      ["raised", null],
      ["cured", null],
      ["ask_release", null],
    ]);
    const morning = "2026-03-13T00:45:00.000Z";
    const expected = [ids.manager, ids.reviewer].map((id) => [id, morning]).sort();
    expect(await told("signal.releases")).toEqual(expected);
  });

  it("is released by two people who agree to the list, never by one, nor by whoever keeps the account", async () => {
    expect(await agree("officer")).toBe("signal.no_releases");
    expect(await agree("reviewer")).toEqual({ agreed: 1, released: 0 });
    expect(await agree("reviewer")).toBe("signal.no_releases");
    expect(await waitingReleases(await world.as(ids.manager))).toMatchObject([{ isSecond: true }]);
    expect(await agree("manager")).toEqual({ agreed: 1, released: 1 });
    expect(await only()).toMatchObject({ state: "closed", endedById: ids.manager, observeUntilOn: null, plan: null });
  });

  it("is not agreed to unseen: what was proposed after the list was drawn stays", async () => {
    const ctx = await world.as(ids.reviewer);
    const before = ctx.now.minus({ minutes: 1 }).toJSDate();
    expect(await agreeToReleases(ctx, before)).toMatchObject({ refused: "signal.no_releases" });
  });

  it("never ends by time", async () => {
    await look("2027-03-12T17:00:00Z");
    expect(await world.db.signal.findFirstOrThrow({ where: { code: "BHV-01" } })).toMatchObject({
      state: "raised",
      endedAt: null,
    });
  });

  it("goes the whole way, its clocks anew, when the loan falls overdue again", async () => {
    await agree("reviewer");
    await world.db.loan.update({ where: { id: loanId }, data: { pastDueSince: "2026-03-13" } });
    await look("2026-03-14T17:00:00Z");
    expect(await only()).toMatchObject({ path: "full", state: "raised", askedFor: null, curedAt: null });
    expect((await only()).ladderAt).not.toBeNull();
    expect(await waitingReleases(await world.as(ids.manager))).toEqual([]);
  });
});

it("an overdue of more than seven days keeps its plan and its observation, whenever the book told of it", async () => {
  await overdueLoan("working_capital", "2026-03-03");
  await look("2026-03-10T01:00:00Z");
  await paid("2026-03-11", "2026-03-03");
  await look("2026-03-11T17:00:00Z");
  expect(await only()).toMatchObject({ path: "full", askedFor: null, curedAt: expect.any(Date) });
  expect(await waitingReleases(await world.as(ids.manager))).toEqual([]);
});

describe("an overdue mortgage", () => {
  const notes = () =>
    world.db.inspection.findMany({ where: { borrowerId, kind: { in: ["contact_note", "special"] } } });

  it("opens a note on a call, once, and climbs by the note's own reminders until it is orange", async () => {
    await overdueLoan("mortgage", "2026-03-09");
    await look("2026-03-10T01:00:00Z");
    expect(await only()).toMatchObject({ path: "contact_note", level: "yellow", ladderAt: null });
    // Five working days of the policy.
    expect(await notes()).toMatchObject([{ kind: "contact_note", dueOn: "2026-03-17", assigneeId: ids.officer }]);
    expect(await told("signals.rungs")).toEqual([]);
    world.at("2026-03-20T01:00:00Z");
    await replanAll(world.system(), "nightly");
    await look("2026-03-20T01:00:00Z");
    expect(await notes()).toHaveLength(1);
    expect(await world.db.escalation.count()).toBe(0);

    await look("2026-04-10T01:00:00Z");
    expect(await only()).toMatchObject({ path: "contact_note", level: "orange" });
    expect(await world.db.escalation.count()).toBeGreaterThan(0);
  });

  it("does not stand for the inspection that an overdue business loan of the same customer asks for", async () => {
    await overdueLoan("mortgage", "2026-03-09");
    await look("2026-03-10T01:00:00Z");
    await aLoan(world.db, { borrowerId, product: "working_capital", pastDueSince: "2026-03-09" });
    world.at("2026-03-18T01:00:00Z");
    await replanAll(world.system(), "nightly");
    expect((await notes()).map(({ kind }) => kind).sort()).toEqual(["contact_note", "special"]);
  });

  it("is released by the list once it is paid", async () => {
    await overdueLoan("mortgage", "2026-03-01");
    await look("2026-03-10T01:00:00Z");
    await paid("2026-03-18", "2026-03-01");
    await look("2026-03-18T17:00:00Z");
    expect(await waitingReleases(await world.as(ids.manager))).toHaveLength(1);
  });
});

it("a light signal is said once to whoever keeps the account, in working time, and never climbs", async () => {
  await overdueLoan("working_capital", null);
  const rating = { subjectKind: "borrower", subjectId: borrowerId, key: "rating_days_left", unit: "days" };
  const from = {
    asOf: "2026-03-10",
    recordedAt: new Date("2026-03-10T00:00:00Z"),
    source: "file",
    reference: "ratings",
  };
  await world.db.observation.create({ data: { ...rating, ...from, value: "30", standing: "told" } });
  await look("2026-03-10T17:00:00Z");
  expect(await only()).toMatchObject({ code: "CRD-08", path: "light", ladderAt: null });
  expect(await told("signals.rungs")).toEqual([[ids.officer, "2026-03-11T00:45:00.000Z"]]);
  world.at("2026-04-08T01:00:00Z");
  expect(await sweepEscalations(world.system())).toEqual({ signals: 0, told: 0, vacant: 0 });
  await look("2026-04-08T01:00:00Z");
  expect(await told("signals.rungs")).toHaveLength(1);
  // The day after its last one it is worse, and that is said.
  await look("2026-04-10T01:00:00Z");
  expect(await only()).toMatchObject({ level: "orange", path: "light", ladderAt: null });
  expect(await told("signals.rungs")).toHaveLength(2);
});
