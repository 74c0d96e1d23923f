/** A signal between people: taken over, handed over, asked about, put off; and who may then be the second person. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { SignalStep } from "../../../src/domain/signals/steps.ts";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { answerAbout } from "../../../src/features/signals/hands/answer.ts";
import { answerSignalOffer } from "../../../src/features/signals/hands/answer-offer.ts";
import { askAbout } from "../../../src/features/signals/hands/ask.ts";
import { endLateOffers } from "../../../src/features/signals/hands/end-late-offers.ts";
import { offerSignal, takeBackSignal } from "../../../src/features/signals/hands/offer.ts";
import { snoozeSignal, wakeSignal } from "../../../src/features/signals/hands/snooze.ts";
import { takeOver } from "../../../src/features/signals/hands/take-over.ts";
import { takeStep } from "../../../src/features/signals/step.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import { type Context, type Parts, systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aPerson, aStandIn, aUnit } from "../../builders/index.ts";
import { aSignal, type SignalRow } from "../../builders/signals.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

/** A Monday. */
const MONDAY = "2026-03-02T09:30:00+08:00";
let database: TestDatabase;
let parts: Parts;
let signal: SignalRow;
let borrowerId: string;
const ids: Partial<Record<string, string>> = {};

const POSTS: readonly [name: string, role: Role][] = [
  ["officer", "account_manager"],
  ["colleague", "account_manager"],
  ["reviewer", "post_loan_officer"],
  ["manager", "unit_manager"],
  ["risk", "risk_manager"],
  ["compliance", "compliance"],
];

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, MONDAY);
  const unit = await aUnit(database.db, {});
  for (const [name, role] of POSTS) {
    ids[name] = (await aPerson(database.db, { name, unitId: unit.id, roles: [{ role }] })).id;
  }
  borrowerId = (await aBorrower(database.db, { unitId: unit.id, ownerId: ids.officer ?? "" })).id;
  signal = await stands({});
});

const at = (iso: string) => parts.clocks.moveTo(momentFromIso(iso));
const stands = (differences: Partial<SignalRow>) =>
  aSignal(database.db, {
    policyVersionId: parts.policies.inForce().versionId,
    borrowerId,
    raisedAt: new Date(MONDAY),
    ownerId: ids.officer ?? null,
    ...differences,
  });
const as = async (name: string): Promise<Context> => {
  const ctx = await contextOfPerson(parts, ids[name] ?? "");
  if (ctx === undefined) throw new Error(`no ${name}`);
  return ctx;
};
const said = (outcome: unknown) => (isRefusal(outcome) ? outcome.refused : "done");
const row = () => database.db.signal.findUniqueOrThrow({ where: { id: signal.id } });
const acts = async () =>
  (await database.db.signalEvent.findMany({ where: { signalId: signal.id }, orderBy: { id: "asc" } })).map(
    ({ act, words }) => (words === "" ? act : `${act}: ${words}`),
  );
const told = async (kind: string) =>
  (await database.db.outboxMessage.findMany({ where: { kind }, orderBy: { id: "asc" } })).map(
    ({ personId }) => POSTS.find(([name]) => ids[name] === personId)?.[0],
  );
const audited = async () =>
  (await database.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ verb }) => verb);

const takes = async (name: string) => said(await takeOver(await as(name), signal.id));
const offers = async (name: string, to: string, note = "the owner knows you") =>
  said(await offerSignal(await as(name), { signalId: signal.id, toId: ids[to] ?? "", note }));
const answers = async (name: string, accepted: boolean) =>
  said(await answerSignalOffer(await as(name), signal.id, accepted));
const steps = async (name: string, step: SignalStep) =>
  said(await takeStep(await as(name), { signalId: signal.id, step, words: "seen on site" }));
const putsOff = async (name: string, until: string, reason = "the auditor comes tomorrow") =>
  said(await snoozeSignal(await as(name), { signalId: signal.id, until: new Date(until), reason }));

describe("taking a signal over", () => {
  it("makes it theirs, acknowledges what nobody had, and tells whoever answered for it", async () => {
    expect(await takes("manager")).toBe("done");
    expect(await row()).toMatchObject({ ownerId: ids.manager, state: "acknowledged", acknowledgedById: ids.manager });
    expect(await told("signal.hands")).toEqual(["officer"]);
    expect(await acts()).toEqual(["taken_over"]);
    expect(await audited()).toContain("signal.taken_over");
  });

  it("is refused to whoever has it, to whoever has nothing to do with it, and once it has ended", async () => {
    expect(await takes("officer")).toBe("signal.yours_already");
    expect(await takes("colleague")).toBe("may.scope");
    expect(await takes("compliance")).toBe("may.role");
    await database.db.signal.update({
      where: { id: signal.id },
      data: { state: "false_alarm", endedById: ids.risk ?? "", endedAt: new Date(MONDAY) },
    });
    expect(await takes("manager")).toBe("signal.not_now");
  });

  it("is the keeper's to take back, and each of two at once is the holder in turn", async () => {
    expect(await Promise.all([takes("manager"), takes("reviewer")])).toEqual(["done", "done"]);
    expect(await acts()).toEqual(["taken_over", "taken_over"]);
    expect(await takes("officer")).toBe("done");
    expect((await row()).ownerId).toBe(ids.officer);
  });

  it("does not let whoever had it in hand be its second person afterwards", async () => {
    await takes("manager");
    for (const step of ["verify", "propose_plan"] as const) expect(await steps("manager", step)).toBe("done");
    await offers("manager", "colleague");
    await answers("colleague", true);
    expect(await steps("manager", "approve_plan")).toBe("may.four_eyes");
    expect(await steps("reviewer", "approve_plan")).toBe("done");
    for (const step of ["start_plan", "resolve"] as const) expect(await steps("colleague", step)).toBe("done");
    expect(await steps("manager", "accept_result")).toBe("may.four_eyes");
    expect(await steps("reviewer", "accept_result")).toBe("done");
  });

  it("does not let whoever reports the result accept it, also where they are the unit's manager", async () => {
    await database.db.signal.update({ where: { id: signal.id }, data: { state: "in_progress" } });
    expect(await steps("manager", "resolve")).toBe("done");
    expect(await steps("manager", "accept_result")).toBe("may.four_eyes");
  });

  it("is open to whoever approved its plan", async () => {
    await database.db.signal.update({
      where: { id: signal.id },
      data: { state: "plan_proposed", planById: ids.officer ?? "", plan: "p" },
    });
    expect(await steps("manager", "approve_plan")).toBe("done");
    expect(await takes("manager")).toBe("done");
    expect(await steps("manager", "start_plan")).toBe("done");
  });

  it("of a restricted one is for those who know of it, and everything else with it is not done here", async () => {
    signal = await stands({ code: "INT-05", isRestricted: true, ownerId: null, level: "red" });
    expect(await takes("manager")).toBe("not_found");
    expect(await offers("compliance", "manager")).toBe("may.role");
    expect(await takes("compliance")).toBe("done");
    expect(await row()).toMatchObject({ ownerId: ids.compliance, ladderAt: null });
    // The account's keeper is promised nothing, not even what would be called off.
    expect(await told("signal.hands")).toEqual([]);
  });
});

describe("handing a signal over", () => {
  it("leaves it with the first until the other accepts, who then has acknowledged it", async () => {
    expect(await offers("officer", "colleague")).toBe("done");
    expect(await row()).toMatchObject({ ownerId: ids.officer, offeredToId: ids.colleague, state: "raised" });
    expect(await told("signal.offered")).toEqual(["colleague"]);
    expect(await answers("colleague", true)).toBe("done");
    expect(await row()).toMatchObject({ ownerId: ids.colleague, offeredToId: null, state: "acknowledged" });
    expect(await told("signal.hands")).toEqual(["officer"]);
    expect(await acts()).toEqual(["offered: colleague: the owner knows you", "accepted"]);
  });

  it("declined, stays where it is, and whoever asked is told", async () => {
    await offers("manager", "reviewer");
    expect(await answers("reviewer", false)).toBe("done");
    expect(await row()).toMatchObject({ ownerId: ids.officer, offeredToId: null, state: "raised" });
    expect((await told("signal.hands")).sort()).toEqual(["manager", "officer"]);
  });

  it("is answered by nobody else, and a stale answer is told that there is nothing to answer", async () => {
    await offers("officer", "colleague");
    expect(await answers("reviewer", true)).toBe("may.scope");
    expect(await answers("compliance", true)).toBe("may.role");
    expect(said(await takeBackSignal(await as("officer"), signal.id))).toBe("done");
    expect(said(await takeBackSignal(await as("officer"), signal.id))).toBe("signal.no_offer");
    expect(await answers("reviewer", true)).toBe("signal.no_offer");
    // Nothing of a customer of another's to whoever was only asked.
    expect(await answers("colleague", true)).toBe("may.scope");
  });

  it("ends where somebody takes it over meanwhile", async () => {
    await offers("officer", "colleague");
    expect(await takes("manager")).toBe("done");
    expect((await row()).offeredToId).toBeNull();
    expect((await told("signal.hands")).sort()).toEqual(["officer"]);
  });

  it("is not offered to whoever has it, to who could not answer for it, nor to somebody who is away", async () => {
    expect(await offers("manager", "officer")).toBe("signal.theirs_already");
    expect(await offers("officer", "compliance")).toBe("signal.not_for_them");
    const away = { personId: ids.colleague ?? "", standInId: ids.reviewer ?? "" };
    await aStandIn(database.db, { ...away, fromOn: "2026-03-01", toOn: "2026-03-06" });
    expect(await offers("officer", "colleague")).toBe("signal.not_for_them");
  });
});

describe("an offer that nobody answers", () => {
  const ends = async () => {
    const outcome = await endLateOffers(systemContext(parts));
    return isRefusal(outcome) ? outcome.refused : outcome.lapsed;
  };

  it("ends after the working day that the policy gives, once; both hear of it, and it is no longer theirs to accept", async () => {
    await offers("manager", "colleague");
    at("2026-03-03T09:29:00+08:00");
    expect(await ends()).toBe(0);
    at("2026-03-03T09:30:00+08:00");
    expect(await ends()).toBe(1);
    expect(await row()).toMatchObject({ ownerId: ids.officer, offeredToId: null, offerUntil: null, state: "raised" });
    expect((await told("signal.hands")).sort()).toEqual(["manager", "officer"]);
    expect(await acts()).toContain("lapsed");
    expect(await ends()).toBe(0);
    expect(await answers("colleague", true)).toBe("may.scope");
    // And can be made again.
    expect(await offers("manager", "colleague")).toBe("done");
    expect(await answers("colleague", true)).toBe("done");
  });

  it("runs on working time: over a weekend it waits", async () => {
    at("2026-03-06T17:00:00+08:00");
    await offers("officer", "colleague");
    at("2026-03-09T16:59:00+08:00");
    expect(await ends()).toBe(0);
    at("2026-03-09T17:00:00+08:00");
    expect(await ends()).toBe(1);
    expect(await audited()).toContain("signal.lapsed");
  });
});

describe("asking about a signal", () => {
  const asks = async (name: string, of: string, question = "Has the tax office been there?") =>
    said(await askAbout(await as(name), { signalId: signal.id, ofId: ids[of] ?? "", question }));
  const question = () => database.db.signalQuestion.findFirstOrThrow({ where: { signalId: signal.id } });
  const replies = async (name: string, words = "On Friday, for two hours.") =>
    said(await answerAbout(await as(name), (await question()).id, words));

  it("reaches the named one; the answer stands at the signal, once, and whoever asked is told", async () => {
    expect(await asks("officer", "risk")).toBe("done");
    expect(await told("signal.asked")).toEqual(["risk"]);
    expect(await replies("reviewer")).toBe("may.scope");
    expect(await replies("risk", " ")).toBe("reason.needed");
    expect(await replies("risk")).toBe("done");
    expect(await replies("risk", "Another answer.")).toBe("signal.answered_already");
    expect(await question()).toMatchObject({ answer: "On Friday, for two hours.", answeredById: ids.risk });
    expect(await told("signal.hands")).toEqual(["officer"]);
    expect(await acts()).toEqual([
      "asked: risk: Has the tax office been there?",
      "answered: On Friday, for two hours.",
    ]);
  });

  it("moves no clock and no state", async () => {
    await asks("officer", "compliance");
    expect(await row()).toMatchObject({ state: "raised", ownerId: ids.officer, acknowledgedAt: null });
  });

  it("needs a question, and somebody who may answer", async () => {
    expect(await asks("officer", "risk", " ")).toBe("reason.needed");
    expect(await asks("officer", "officer")).toBe("signal.not_for_them");
    expect(await asks("colleague", "risk")).toBe("may.scope");
  });

  it("is answered also where the signal has ended meanwhile", async () => {
    await asks("officer", "risk");
    await steps("officer", "ask_false_alarm");
    expect(await steps("manager", "confirm_false_alarm")).toBe("done");
    expect(await replies("risk")).toBe("done");
    expect(await row()).toMatchObject({ state: "false_alarm", ladderAt: null });
  });
});

describe("putting a signal off", () => {
  it("takes a reason and a moment within the policy's cap: an orange one working day, once", async () => {
    expect(await putsOff("officer", "2026-03-03T09:31:00+08:00")).toBe("signal.quiet_until");
    expect(await putsOff("officer", "2026-03-02T09:30:00+08:00")).toBe("signal.quiet_until");
    expect(await putsOff("officer", "2026-03-03T09:30:00+08:00", " ")).toBe("reason.needed");
    expect(await putsOff("officer", "2026-03-03T09:30:00+08:00")).toBe("done");
    expect(await putsOff("manager", "2026-03-03T09:00:00+08:00")).toBe("signal.quiet_already");
    await at("2026-03-03T09:30:00+08:00");
    expect(await putsOff("officer", "2026-03-04T09:00:00+08:00")).toBe("signal.quiet_used_up");
  });

  it("is refused for a red one, which the policy does not let wait", async () => {
    await database.db.signal.update({ where: { id: signal.id }, data: { level: "red" } });
    const outcome = await snoozeSignal(await as("officer"), {
      signalId: signal.id,
      until: new Date("2026-03-02T10:30:00+08:00"),
      reason: "busy",
    });
    expect(outcome).toMatchObject({ refused: "signal.never_quiet", values: { level: "red" } });
  });

  it("can be ended before its time; then it goes on", async () => {
    expect(said(await wakeSignal(await as("officer"), signal.id))).toBe("signal.not_quiet");
    await putsOff("officer", "2026-03-03T09:00:00+08:00");
    await at("2026-03-02T11:00:00+08:00");
    expect(said(await wakeSignal(await as("manager"), signal.id))).toBe("done");
    expect(await database.db.signalSnooze.findFirstOrThrow()).toMatchObject({
      endedAt: new Date("2026-03-02T11:00:00+08:00"),
    });
    expect(await acts()).toEqual(["snoozed: the auditor comes tomorrow", "woken"]);
  });

  it("counts anew once it has worsened", async () => {
    await putsOff("officer", "2026-03-03T09:00:00+08:00");
    await at("2026-03-02T14:00:00+08:00");
    await database.db.signal.update({
      where: { id: signal.id },
      data: { levelSince: new Date("2026-03-02T13:00:00+08:00") },
    });
    expect(await putsOff("officer", "2026-03-03T09:00:00+08:00")).toBe("done");
  });

  it("is not possible where nothing more would be told, and not for a colleague", async () => {
    expect(await putsOff("colleague", "2026-03-02T10:30:00+08:00")).toBe("may.scope");
    await database.db.signal.update({
      where: { id: signal.id },
      data: { acknowledgedAt: new Date(MONDAY), verifiedAt: new Date(MONDAY), planApprovedAt: new Date(MONDAY) },
    });
    expect(await putsOff("officer", "2026-03-02T10:30:00+08:00")).toBe("signal.nothing_comes");
  });
});
