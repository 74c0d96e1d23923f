/**
 * A bank at work: a hundred people of ten branches have their Home tab open, and changes trickle in. Whoever a change concerns sees it
 * within five seconds, once; nobody else's tab is drawn for it.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { KEPT_FOR_OPENING, SLACK_LIMITS } from "../../../src/domain/send-pace.ts";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { askExtension } from "../../../src/features/deadlines/extend.ts";
import { record } from "../../../src/platform/audit/index.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aSignal } from "../../builders/signals.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

const BRANCHES = 10;
const OFFICERS = 8;
const TODAY = "2026-03-02";
/** An officer, a reviewer and a manager of the first branch. */
const [A, REVIEWER, B] = ["U0OFFICER00", "U0REVIEWER0", "U0MANAGER0"];

const branch = (at: number) => [
  ...Array.from({ length: OFFICERS }, (_, n) => `U0OFFICER${at}${n}`),
  `U0REVIEWER${at}`,
  `U0MANAGER${at}`,
];
const EVERYBODY = Array.from({ length: BRANCHES }, (_, at) => branch(at)).flat();
const emailOf = (id: string) => `${id.toLowerCase()}@bank.example`;
const roleOf = (id: string): Role =>
  id.includes("OFFICER") ? "account_manager" : id.includes("REVIEWER") ? "post_loan_officer" : "unit_manager";

let desk: TestDesk;
/** Whose tab was drawn since it was emptied. */
let drawn: string[];
/** Each test lives an hour after the one before: what Slack was asked in that is no matter any more. */
let began = 0;

beforeAll(async () => {
  desk = await startTestDesk({
    at: `${TODAY}T09:05:00+08:00`,
    people: EVERYBODY.map((id) => ({
      id,
      name: id.toLowerCase(),
      realName: id,
      title: "",
      email: emailOf(id),
      locale: "en-US",
      timeZone: "Asia/Shanghai",
    })),
    limits: SLACK_LIMITS,
    book: (db, parts) => aBank(db, parts.policies.inForce().versionId),
  });
  const { home } = desk.ears.door;
  if (home === undefined) throw new Error("there is a Home tab");
  Reflect.set(desk.ears.door, "home", {
    ...home,
    run: (...[ctx, choices]: Parameters<typeof home.run>) => {
      drawn.push(ctx.actor.name);
      return home.run(ctx, choices);
    },
  });
}, 120_000);
beforeEach(async () => {
  began = Math.max(Date.now(), began + 3_600_000);
  drawn = [];
  await everybodyOpens();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => desk.stop());

/** As if each had opened it just now, one a second, the first of the list last; and nobody had been sent a view for a minute. */
async function everybodyOpens(): Promise<void> {
  const head = await desk.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const now = new Date(began);
  const accounts = await desk.db.slackAccount.findMany();
  expect(accounts).toHaveLength(EVERYBODY.length);
  await desk.db.openHome.deleteMany({});
  await desk.db.deliveryPace.deleteMany({});
  await desk.db.openHome.createMany({
    data: accounts.map(({ teamId, userId, personId }) => {
      const openedAt = new Date(began - EVERYBODY.indexOf(userId) * 1_000);
      return { teamId, userId, personId, openedAt, lookedAt: now, lookedSeq: head.seq };
    }),
  });
}

async function aBank(db: Tx, policyVersionId: string): Promise<void> {
  const head = await aUnit(db, { name: "Head office" });
  for (let at = 0; at < BRANCHES; at += 1) {
    const unit = await aUnit(db, { name: `Branch ${at}`, parentId: head.id });
    for (const id of branch(at)) {
      const roles = [{ role: roleOf(id) }];
      const { id: ownerId } = await aPerson(db, { name: id, email: emailOf(id), unitId: unit.id, roles });
      if (roleOf(id) !== "account_manager") continue;
      const borrower = await aBorrower(db, { unitId: unit.id, ownerId, name: `Mill of ${id}` });
      await aLoan(db, { borrowerId: borrower.id });
      await anInspection(db, { borrowerId: borrower.id, assigneeId: ownerId, dueOn: "2026-03-03", policyVersionId });
    }
  }
}

/** The duty runs every two seconds; the machine's clock stands that much later. */
async function seconds(later: number): Promise<void> {
  vi.spyOn(desk.parts.clocks, "machineNow").mockImplementation(() => new Date(began + later * 1_000));
  await desk.run("homes");
}
const shown = (id: string) => (desk.as(id).home?.text ?? "").replaceAll("\u200b", "");
const personOf = (id: string) => desk.db.person.findUniqueOrThrow({ where: { email: emailOf(id) } });
const checkOf = async (id: string) =>
  desk.db.inspection.findFirstOrThrow({ where: { assigneeId: (await personOf(id)).id } });

/** A record of it, a promise to tell whoever decides, and nothing pressed on anybody's Home tab. */
async function asksForLater(id: string): Promise<void> {
  const inspectionId = (await checkOf(id)).id;
  const asked = { inspectionId, toDueOn: isoDate("2026-03-06"), reason: "The owner travels until Sunday" };
  const answer = await askExtension(await desk.contextOf((await personOf(id)).id), asked);
  expect(answer).toHaveProperty("asked");
}

/** Recorded as an import records itself: it may have changed anything. */
const isImported = () =>
  desk.database.inTransaction((tx) =>
    record(tx, {
      at: new Date(),
      actorId: "system",
      verb: "import.finished",
      subject: { kind: "import_run", id: "run-1" },
    }),
  );
/** Who has been given a view since everybody opened their tab. */
const given = async (): Promise<string[]> => {
  const rows = await desk.db.openHome.findMany({ where: { shownHash: { not: null } } });
  return rows.map(({ userId }) => userId).toSorted();
};

describe("a hundred open Home tabs", { timeout: 120_000 }, () => {
  it("show a change by one to the other whom it concerns within five seconds, and nobody's is drawn twice for it", async () => {
    await asksForLater(A);
    for (const later of [2, 4]) await seconds(later);
    expect(shown(B)).toMatch(/Waiting for your decision \(1\).*Mill of U0OFFICER00/s);
    expect(drawn.toSorted()).toEqual([B, A, REVIEWER].toSorted());
  });

  it("keep that pace while changes trickle: one a second for ten seconds, each drawn for its own branch once a round", async () => {
    for (let at = 0; at < BRANCHES; at += 1) {
      await asksForLater(`U0OFFICER${at}3`);
      if (at % 2 === 1) await seconds(at + 1);
    }
    const wanted = Array.from({ length: BRANCHES }, (_, at) => [
      `U0MANAGER${at}`,
      `U0OFFICER${at}3`,
      `U0REVIEWER${at}`,
    ]);
    expect(drawn.toSorted()).toEqual(wanted.flat().toSorted());
    for (let at = 0; at < BRANCHES; at += 1) expect(shown(`U0MANAGER${at}`)).toContain(`Mill of U0OFFICER${at}3`);
  });

  it("are drawn for those whom nobody tells, too: who is named to know of a signal, and who stands in", async () => {
    const { borrowerId, unitId } = await checkOf(A);
    const policyVersionId = desk.parts.policies.inForce().versionId;
    const [owner, standIn, away] = [await personOf(A), await personOf("U0OFFICER50"), await personOf(A)];
    const signal = await aSignal(desk.db, {
      borrowerId,
      policyVersionId,
      code: "OPS-10",
      level: "red",
      ownerId: owner.id,
    });
    await desk.db.delegation.create({
      data: {
        personId: away.id,
        standInId: standIn.id,
        fromOn: TODAY,
        toOn: TODAY,
        reason: "",
        enteredBy: away.id,
        enteredAt: new Date(`${TODAY}T00:00:00Z`),
      },
    });
    const changes = [{ seq: 7n, actorId: "system", subjectKind: "signal", subjectId: signal.id }];
    const everyone = await desk.db.person.findMany({ select: { id: true, name: true } });
    const readers = everyone.map(({ id }) => id);
    const concerns = desk.ears.door.home?.concerns;
    const found = await concerns?.(desk.db as never, changes, readers, desk.parts.clocks.now());
    const names = everyone.filter(({ id }) => found?.newest.has(id)).map(({ name }) => name);
    expect(unitId).toBe(owner.unitId);
    expect(names.toSorted()).toEqual([A, "U0OFFICER50", REVIEWER, B].toSorted());
    expect(found?.everybody).toBe(0n);
  });

  it("are all drawn, after those that are concerned, for what is everybody's: an import, a policy, a clock that was moved", async () => {
    const concerns = desk.ears.door.home?.concerns;
    for (const subjectKind of ["import_run", "policy_proposal", "clock", "a kind that nobody thought of"]) {
      const changes = [{ seq: 9n, actorId: "system", subjectKind, subjectId: "x" }];
      expect((await concerns?.(desk.db as never, changes, [], desk.parts.clocks.now()))?.everybody).toBe(9n);
    }
  });

  it("show what is everybody's within five seconds to as many as Slack allows, who opened them last; to the others a minute later", async () => {
    const most = SLACK_LIMITS.methods["views.publish"] - KEPT_FOR_OPENING;
    const before = desk.workspace.calls.filter((call) => call === "views.publish").length;
    const published = () => desk.workspace.calls.filter((call) => call === "views.publish").length - before;
    await isImported();
    for (const later of [2, 4]) await seconds(later);
    expect(published()).toBe(most);
    expect(await given()).toEqual(EVERYBODY.slice(0, most).toSorted());
    for (const later of [6, 8, 30]) await seconds(later);
    expect(published()).toBe(most);
    for (const later of [66, 68]) await seconds(later);
    expect(await given()).toEqual(EVERYBODY.toSorted());
    expect(published()).toBe(EVERYBODY.length);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("keep five seconds for whom a change concerns by name, while what is everybody's is drawn", async () => {
    await isImported();
    await seconds(1);
    const last = EVERYBODY.at(-1) ?? "";
    await asksForLater(`U0OFFICER${BRANCHES - 1}7`);
    await seconds(3);
    expect(shown(last)).toContain(`Mill of U0OFFICER${BRANCHES - 1}7`);
    expect(drawn.slice(40, 43).toSorted()).toContain(last);
  });
});
