/** What another system tells of a loan, pushed as events: taken once, corrected, or refused with the place of what is wrong. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { answerPush, factsJsonSchema } from "../../../src/features/facts/index.ts";
import { takeFactEvent } from "../../../src/features/facts/take-event.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { type Parts, systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let parts: Parts;
let loan: { id: string; number: string };
let officerId: string;

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
  const unit = await aUnit(database.db, {});
  officerId = (await aPerson(database.db, { unitId: unit.id, roles: [{ role: "account_manager" }] })).id;
  const borrower = await aBorrower(database.db, { unitId: unit.id, ownerId: officerId });
  const { id } = await aLoan(database.db, { borrowerId: borrower.id });
  loan = await database.db.loan.findUniqueOrThrow({ where: { id } });
});

const fact = (more: object = {}) => ({
  subject: { kind: "loan", number: loan.number },
  key: "dpd",
  value: "12",
  unit: "days",
  asOf: "2026-03-01",
  reference: "end of day",
  ...more,
});
const bytes = (event: unknown) => Buffer.from(JSON.stringify(event));
const push = (id: string, ...facts: object[]) => pushed({ id, source: "core_banking", facts });
const pushed = (event: unknown) => answerPush(systemContext(parts), bytes(event));
const told = async () =>
  (await database.db.observation.findMany({ orderBy: { id: "asc" } })).map(({ value, supersedes }) => [
    value,
    supersedes !== null,
  ]);
const places = (body: object) => ("problems" in body ? JSON.stringify(body.problems) : "");

describe("an event of facts", () => {
  it("becomes observations of its subject, confirmed, with who told them and from when", async () => {
    expect(await push("e1", fact())).toEqual({
      status: 200,
      body: { id: "e1", state: "taken", new: 1, corrected: 0, unchanged: 0, unread: [] },
    });
    expect(await database.db.observation.findFirstOrThrow()).toMatchObject({
      subjectKind: "loan",
      subjectId: loan.id,
      key: "dpd",
      value: "12",
      unit: "days",
      asOf: "2026-03-01",
      source: "core_banking",
      reference: "end of day",
      standing: "confirmed",
    });
    expect(await database.db.auditEvent.findFirstOrThrow({ where: { verb: "import_facts" } })).toBeDefined();
  });

  it("is found by borrower, collateral within a loan, and guarantor by name", async () => {
    const at = { asOf: "2026-01-01", recordedAt: new Date(), loanId: loan.id };
    await database.db.collateral.create({
      data: { ...at, number: "COL-1", kind: "property", description: "d", currency: "CNY", valueMinor: 1n },
    });
    await database.db.guarantor.create({ data: { ...at, name: "Harbour Trade" } });
    const { number } = await database.db.borrower.findFirstOrThrow();
    const subjects = [
      { kind: "borrower", number },
      { kind: "collateral", loan: loan.number, number: "COL-1" },
      { kind: "guarantor", loan: loan.number, name: "Harbour Trade" },
    ];
    const answer = await push("e1", ...subjects.map((subject) => fact({ subject })));
    expect(answer.body).toMatchObject({ new: 3 });
  });

  it("is answered again as it was the first time, and taken once, also when the day has moved on", async () => {
    const first = await push("e1", fact());
    parts.clocks.moveTo(parts.clocks.now().plus({ days: 40 }));
    expect(await push("e1", fact())).toEqual(first);
    expect(await told()).toEqual([["12", false]]);
    expect(await database.db.factDelivery.count()).toBe(1);
  });

  it("is taken once where two come at once", async () => {
    const [one, other] = await Promise.all([push("e1", fact()), push("e1", fact())]);
    expect(one).toEqual(other);
    expect(await told()).toEqual([["12", false]]);
  });

  it("keeps its id: another body under it is refused", async () => {
    await push("e1", fact());
    expect(await push("e1", fact({ value: "13" }))).toMatchObject({ status: 409, body: { error: "id_taken" } });
    expect(await told()).toEqual([["12", false]]);
  });

  it("corrects what was told of the same day, names what it corrects, and writes nothing where nothing changed", async () => {
    await push("e1", fact());
    expect((await push("e2", fact({ value: "13" }))).body).toMatchObject({ new: 0, corrected: 1 });
    expect((await push("e3", fact({ value: "13" }))).body).toMatchObject({ corrected: 0, unchanged: 1 });
    expect((await push("e4", fact({ value: "14", reference: "another" }))).body).toMatchObject({ new: 1 });
    expect(await told()).toEqual([
      ["12", false],
      ["13", true],
      ["14", false],
    ]);
  });

  it("corrects a fact once where two corrections come at once: the second corrects the first", async () => {
    await push("e1", fact());
    await Promise.all([push("e2", fact({ value: "13" })), push("e3", fact({ value: "14" }))]);
    const corrections = await database.db.observation.findMany({ where: { supersedes: { not: null } } });
    expect(new Set(corrections.map(({ supersedes }) => supersedes)).size).toBe(2);
  });

  it("is taken with a word about keys that the policy does not know", async () => {
    expect((await push("e1", fact({ key: "dpdd" }))).body).toMatchObject({ new: 1, unread: ["facts[0].key"] });
  });
});

describe("an event that is refused", () => {
  it.each([
    [{ value: "1e3" }, "facts[0].value"],
    [{ value: "1,000" }, "facts[0].value"],
    [{ value: 12 }, "facts[0].value"],
    [{ value: "late" }, "facts[0].value"],
    [{ unit: "yuan" }, "facts[0].unit"],
    [{ unit: "inches" }, "facts[0].unit"],
    [{ asOf: "2026-02-30" }, "facts[0].asOf"],
    [{ asOf: "2026-03-03" }, "facts[0].asOf"],
    [{ key: "Days Past Due" }, "facts[0].key"],
    [{ extra: 1 }, "facts[0].extra"],
    [{ subject: { kind: "loan", number: "L-NOBODY" } }, "facts[0].subject"],
    [{ subject: { kind: "planet", number: "1" } }, "facts[0].subject.kind"],
    [{ key: "stop_order", unit: "flag", value: "yes" }, "facts[0].value"],
  ])("%j: says where, and takes nothing", async (wrong, place) => {
    const { status, body } = await push("e1", fact(wrong), fact({ asOf: "2026-02-01" }));
    expect([status, places(body)]).toEqual([422, expect.stringContaining(`"${place}"`)]);
    expect(await told()).toEqual([]);
  });

  it("names every problem at once, and a fact that stands there twice", async () => {
    const { body } = await push("e1", fact({ asOf: "2026-04-01" }), fact(), fact({ value: "13" }));
    expect(places(body)).toContain(`"facts[0].asOf"`);
    expect(places(body)).toContain(`"facts[2]","message":"is the same fact as facts[1]"`);
  });

  it.each([
    [Buffer.from("{"), `"path":""`],
    [Buffer.from([0xff, 0xfe]), `"path":""`],
    [bytes({ id: "a b", source: "report", facts: [] }), `"source"`],
  ])("is no event", async (body, place) => {
    const answer = await answerPush(systemContext(parts), body);
    expect([answer.status, places(answer.body)]).toEqual([422, expect.stringContaining(place)]);
  });

  it("is kept as refused, and taken under the same id once the loan is in the book", async () => {
    const event = fact({ subject: { kind: "loan", number: "L-LATER" } });
    expect(await push("e1", event)).toMatchObject({ status: 422 });
    await database.db.loan.update({ where: { id: loan.id }, data: { number: "L-LATER" } });
    expect(await push("e1", event)).toMatchObject({ status: 200 });
    const states = await database.db.factDelivery.findMany({ orderBy: { id: "asc" } });
    expect(states.map(({ state }) => state)).toEqual(["refused", "taken"]);
  });

  it("is not an officer's to send", async () => {
    const ctx = await contextOfPerson(parts, officerId);
    const answer = ctx && (await takeFactEvent(ctx, bytes({ id: "e1", source: "core_banking", facts: [fact()] })));
    expect(isRefusal(answer) && answer.refused).toBe("may.role");
    expect(await told()).toEqual([]);
  });
});

describe("the JSON schema", () => {
  it("has examples that the desk takes as soon as the book holds their subjects", async () => {
    const { examples } = factsJsonSchema() as { examples: { facts: { subject: object }[] }[] };
    expect(examples.length).toBeGreaterThan(1);
    for (const event of examples) {
      const { number } = await database.db.borrower.findFirstOrThrow();
      const facts = event.facts.map((one) => ({
        ...one,
        subject:
          one.subject && "loan" in one.subject ? { kind: "loan", number: loan.number } : mine(one.subject, number),
      }));
      expect(await pushed({ ...event, facts })).toMatchObject({ status: 200, body: { unread: [] } });
    }
  });

  const mine = (subject: object, borrower: string) => ({
    ...subject,
    number: "kind" in subject && subject.kind === "loan" ? loan.number : borrower,
  });
});
