/** The life of a signal in the record: who raises, who answers, who agrees, and who never hears of it. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { SignalStep } from "../../../src/domain/signals/steps.ts";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { signalsOfBorrower } from "../../../src/features/signals/index.ts";
import { raiseSignal, UNSURE } from "../../../src/features/signals/raise.ts";
import { takeStep } from "../../../src/features/signals/step.ts";
import type { Context, Parts } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let parts: Parts;
let loanId: string;
let borrowerId: string;
const ids: Partial<Record<string, string>> = {};

const POSTS: readonly [name: string, role: Role][] = [
  ["officer", "account_manager"],
  ["reviewer", "post_loan_officer"],
  ["manager", "unit_manager"],
  ["risk", "risk_manager"],
  ["compliance", "compliance"],
];

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
  const unit = await aUnit(database.db, {});
  for (const [name, role] of POSTS) {
    ids[name] = (await aPerson(database.db, { unitId: unit.id, roles: [{ role }] })).id;
  }
  const borrower = await aBorrower(database.db, { unitId: unit.id, ownerId: ids.officer ?? "" });
  borrowerId = borrower.id;
  loanId = (await aLoan(database.db, { borrowerId: borrower.id })).id;
});

const as = async (name: string): Promise<Context> => {
  const ctx = await contextOfPerson(parts, ids[name] ?? "");
  if (ctx === undefined) throw new Error(`no ${name}`);
  return ctx;
};

async function raise(name: string, code: string, colleague = "") {
  const raised = await raiseSignal(await as(name), { loanId, code, words: "three shifts stand still", colleague });
  if (isRefusal(raised)) throw new Error(raised.refused);
  return raised;
}

const only = () => database.db.signal.findFirstOrThrow({ include: { events: true } });

async function step(name: string, taken: SignalStep, words = "seen on site"): Promise<string> {
  const { id } = await only();
  const outcome = await takeStep(await as(name), { signalId: id, step: taken, words });
  return isRefusal(outcome) ? outcome.refused : "taken";
}

const told = async (kind: string) =>
  (await database.db.outboxMessage.findMany({ where: { kind } })).map(({ personId }) => personId).sort();

describe("a signal that a person raises", () => {
  it("is told to who keeps the account and, orange, to the manager at once", async () => {
    expect(await raise("reviewer", "OPS-08")).toMatchObject({ number: "S-2026-00001", did: "raise" });
    expect(await told("signals.rungs")).toEqual([ids.officer, ids.manager].sort());
  });

  it("may be one that nobody is sure of", async () => {
    await raise("officer", UNSURE);
    expect(await only()).toMatchObject({ code: UNSURE, isUnsure: true, level: "yellow", state: "raised" });
  });

  it("stands once: seen again it is kept as one more event", async () => {
    await raise("officer", "OPS-08");
    expect((await raise("reviewer", "OPS-08")).did).toBe("note");
    expect((await only()).events.map(({ act }) => act)).toEqual(["raised", "noted"]);
    expect(await database.db.signal.count()).toBe(1);
  });

  it("needs words", async () => {
    const raised = await raiseSignal(await as("officer"), { loanId, code: "OPS-08", words: " ", colleague: "" });
    expect(raised).toMatchObject({ refused: "reason.needed", field: "words" });
  });
});

describe("a false alarm", () => {
  it("is not confirmed by who raised it, nor by who answers for it, and then by another", async () => {
    await raise("reviewer", "OPS-08");
    expect(await step("officer", "acknowledge", "")).toBe("taken");
    expect(await step("officer", "ask_false_alarm", "")).toBe("reason.needed");
    expect(await step("officer", "ask_false_alarm")).toBe("taken");
    expect(await step("reviewer", "confirm_false_alarm", "")).toBe("may.four_eyes");
    expect(await step("officer", "confirm_false_alarm", "")).toBe("may.four_eyes");
    expect(await step("manager", "confirm_false_alarm", "")).toBe("taken");
    expect(await only()).toMatchObject({ state: "false_alarm", endedById: ids.manager });
    expect(await step("officer", "acknowledge", "")).toBe("signal.not_now");
  });
});

describe("the whole way", () => {
  const WAY: readonly (readonly [string, SignalStep])[] = [
    ["officer", "acknowledge"],
    ["officer", "verify"],
    ["officer", "propose_plan"],
    ["manager", "approve_plan"],
    ["officer", "start_plan"],
    ["officer", "resolve"],
    ["manager", "accept_result"],
  ];

  it("ends after three clean months, back up the chain", async () => {
    await raise("officer", "OPS-08");
    expect(await step("officer", "verify")).toBe("signal.not_now");
    for (const [name, one] of WAY) expect(await step(name, one), one).toBe("taken");
    expect(await only()).toMatchObject({ state: "observing", observeUntilOn: "2026-06-02" });
    expect(await step("officer", "ask_release")).toBe("signal.observed_until");

    parts = await openTestParts(database, "2026-06-03T09:30:00+08:00");
    expect(await step("officer", "ask_release")).toBe("taken");
    expect(await step("risk", "agree_release", "")).toBe("signal.turn_of");
    expect(await step("manager", "agree_release", "")).toBe("taken");
    expect(await only()).toMatchObject({ state: "observing" });
    // Nobody holds the head office's post here: the chain ends with the risk manager.
    expect(await step("risk", "agree_release", "")).toBe("taken");
    expect(await only()).toMatchObject({ state: "closed", endedById: ids.risk });
  });
});

describe("a restricted signal", () => {
  it("says 'received' to the raiser, reaches compliance alone, and does not exist for anybody else", async () => {
    expect(await raise("officer", "INT-05")).toEqual({ number: undefined, did: "raise" });
    expect(await told("signal.raised")).toEqual([ids.compliance]);
    for (const name of ["officer", "reviewer", "manager", "risk"]) {
      expect(await signalsOfBorrower(await as(name), borrowerId), name).toEqual([]);
      expect(await step(name, "acknowledge", ""), name).toBe("not_found");
    }
    expect(await signalsOfBorrower(await as("compliance"), borrowerId)).toHaveLength(1);
    expect(await step("compliance", "acknowledge", "")).toBe("taken");
  });

  it("leaves no gap in the numbers of the others", async () => {
    await raise("officer", "INT-05");
    expect((await raise("officer", "OPS-08")).number).toBe("S-2026-00001");
  });

  it("about a colleague is compliance's whatever its code, and outside that colleague's reach", async () => {
    const named = await database.db.person.findUniqueOrThrow({ where: { id: ids.compliance ?? "" } });
    await raise("officer", "OPS-08", named.email);
    expect(await told("signal.raised")).toEqual([]);
    expect(await step("compliance", "acknowledge", "")).toBe("not_found");
  });
});
