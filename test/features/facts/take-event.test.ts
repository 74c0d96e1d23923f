/** What another system tells, pushed as events: taken once, corrected, or refused with the place of what is wrong. */
import { beforeEach, describe, expect, it } from "vitest";
import { FACT_KINDS } from "../../../src/domain/facts/kinds.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { factsJsonSchema } from "../../../src/features/facts/index.ts";
import { takeFactEvent } from "../../../src/features/facts/take-event.ts";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

let desk: FactsDesk;
beforeEach(async () => {
  desk = await aFactsDesk();
});

const row = (more: object = {}) => ({ loan: "L-0001", as_of: "2026-03-09", days_past_due: "12", ...more });
const push = (id: string, ...facts: object[]) => desk.push({ id, source: "core_banking", kind: "balances", facts });
const days = () => desk.told("days_past_due");
const places = (body: object) => ("problems" in body ? JSON.stringify(body.problems) : "");

describe("an event of facts", () => {
  it("becomes observations of its subject, confirmed, with who told them and from when", async () => {
    expect(await push("e1", row({ reference: "end of day" }))).toEqual({
      status: 200,
      body: { id: "e1", state: "taken", new: 1, corrected: 0, unchanged: 0, unread: [] },
    });
    expect(await desk.db.observation.findFirstOrThrow()).toMatchObject({
      ...{ subjectKind: "loan", subjectId: desk.loanId, key: "days_past_due", value: "12", unit: "days" },
      ...{ asOf: "2026-03-09", source: "core_banking", reference: "end of day", standing: "confirmed" },
    });
    expect(await desk.db.auditEvent.findFirstOrThrow({ where: { verb: "import_facts" } })).toBeDefined();
    expect(desk.followed).toEqual([["balances", [desk.borrowerId]]]);
  });

  it("is answered again as it was the first time, and taken once, also when the day has moved on", async () => {
    const first = await push("e1", row());
    desk.at("2026-05-01T01:00:00Z");
    expect(await push("e1", row())).toEqual(first);
    expect(await days()).toEqual([["12", false]]);
    expect(await desk.db.factDelivery.count()).toBe(1);
    expect(desk.followed).toHaveLength(1);
  });

  it("is taken once where two come at once", async () => {
    const [one, other] = await Promise.all([push("e1", row()), push("e1", row())]);
    expect(one).toEqual(other);
    expect(await days()).toEqual([["12", false]]);
  });

  it("keeps its id: another body under it is refused", async () => {
    await push("e1", row());
    expect(await push("e1", row({ days_past_due: "13" }))).toMatchObject({ status: 409, body: { error: "id_taken" } });
    expect(await days()).toEqual([["12", false]]);
  });

  it("corrects what was told of the same day, names what it corrects, and writes nothing where nothing changed", async () => {
    await push("e1", row());
    expect((await push("e2", row({ days_past_due: "13" }))).body).toMatchObject({ new: 0, corrected: 1 });
    expect((await push("e3", row({ days_past_due: "13" }))).body).toMatchObject({ corrected: 0, unchanged: 1 });
    expect((await push("e4", row({ days_past_due: "14", reference: "another" }))).body).toMatchObject({ new: 1 });
    expect(await days()).toEqual([
      ["12", false],
      ["13", true],
      ["14", false],
    ]);
  });

  it("corrects a fact once where two corrections come at once: the second corrects the first", async () => {
    await push("e1", row());
    await Promise.all([push("e2", row({ days_past_due: "13" })), push("e3", row({ days_past_due: "14" }))]);
    const corrections = await desk.db.observation.findMany({ where: { supersedes: { not: null } } });
    expect(new Set(corrections.map(({ supersedes }) => supersedes)).size).toBe(2);
  });

  it("is taken with a word about keys that the policy does not know", async () => {
    const facts = [{ borrower: "C-0001", as_of: "2026-03-09", key: "dpdd", value: "1", unit: "days" }];
    const answer = await desk.push({ id: "e1", source: "core_banking", kind: "observations", facts });
    expect(answer.body).toMatchObject({ new: 1, unread: ["facts[0].key"] });
  });
});

describe("an event that is refused", () => {
  it.each([
    [{ days_past_due: "1e3" }, "facts[0].days_past_due", "no whole number"],
    [{ days_past_due: "-1" }, "facts[0].days_past_due", "no whole number"],
    [{ days_past_due: 12 }, "facts[0].days_past_due", "written as text"],
    [{ days_past_due: undefined }, "facts[0].balance", "tells nothing"],
    [{ balance: "1,000" }, "facts[0].balance", "no plain decimal number"],
    [{ balance: "-1" }, "facts[0].balance", "no plain decimal number"],
    [{ as_of: "2026-02-30" }, "facts[0].as_of", "no day such as"],
    [{ as_of: "2026-03-11" }, "facts[0].as_of", "later than today"],
    [{ as_of: undefined }, "facts[0].as_of", "nothing is filled in"],
    [{ past_due_since: "2026-03-01" }, "facts[0].past_due_since", "contradicts"],
    [{ extra: 1 }, "facts[0].extra", "is not known here"],
    [{ loan: "L-NOBODY" }, "facts[0].loan", "is in the book"],
    [{ reference: "a\u0000b" }, "facts[0].reference", "control characters"],
    [{ reference: "\ud800" }, "facts[0].reference", "halves of characters"],
    [{ loan: "x".repeat(201) }, "facts[0].loan", "too long"],
  ])("%j: says where and why, and takes nothing", async (wrong, place, why) => {
    const { status, body } = await push("e1", row(wrong), row({ as_of: "2026-02-01" }));
    expect([status, places(body)]).toEqual([422, expect.stringContaining(`"${place}"`)]);
    expect(places(body)).toContain(why);
    expect(await days()).toEqual([]);
    expect(desk.followed).toEqual([]);
  });

  it("names every problem at once, and a fact that stands there twice", async () => {
    const { body } = await push("e1", row({ as_of: "2026-04-01" }), row(), row({ days_past_due: "13" }));
    expect(places(body)).toContain(`"facts[0].as_of"`);
    expect(places(body)).toContain(`"facts[2]","message":"an earlier row tells the same fact"`);
  });

  it.each([
    ["no JSON", Buffer.from("{"), `"path":""`],
    ["no UTF-8", Buffer.from([0xff, 0xfe]), `"path":""`],
    ["no object", Buffer.from("[]"), `"path":""`],
    ["a name of ours as its source", { id: "e1", source: "report", kind: "balances", facts: [row()] }, `"source"`],
    ["an id with a space", { id: "a b", source: "core", kind: "balances", facts: [row()] }, `"id"`],
    ["no rows", { id: "e1", source: "core", kind: "balances", facts: [] }, `"facts"`],
    ["too many rows", { id: "e1", source: "core", kind: "balances", facts: Array(201).fill(row()) }, `"facts"`],
    ["no kind", { id: "e1", source: "core", facts: [row()] }, `"kind"`],
    [
      "an unknown kind",
      { id: "e1", source: "core", kind: "planets", facts: [row()] },
      "is one of: balances, repayments",
    ],
    ["a deep prototype", Buffer.from(`{"__proto__":{"id":"e1"},"kind":"balances"}`), `"id"`],
  ])("has %s", async (_what, event, said) => {
    const answer = await desk.push(event);
    expect([answer.status, places(answer.body)]).toEqual([422, expect.stringContaining(said)]);
    expect(await desk.db.factDelivery.count()).toBe(0);
  });

  it("is kept as refused, and taken under the same id once the loan is in the book", async () => {
    expect(await push("e1", row({ loan: "L-LATER" }))).toMatchObject({ status: 422 });
    await desk.db.loan.update({ where: { id: desk.loanId }, data: { number: "L-LATER" } });
    expect(await push("e1", row({ loan: "L-LATER" }))).toMatchObject({ status: 200 });
    const states = await desk.db.factDelivery.findMany({ orderBy: { id: "asc" } });
    expect(states.map(({ state }) => state)).toEqual(["refused", "taken"]);
  });

  it("repeats nothing of what stands in the book", async () => {
    const { body } = await push("e1", row({ loan: "L-NOBODY" }));
    expect(JSON.stringify(body)).not.toMatch(/L-0001|C-0001|Company/u);
  });

  it("is not an officer's to send", async () => {
    const event = Buffer.from(JSON.stringify({ id: "e1", source: "core", kind: "balances", facts: [row()] }));
    const answer = await takeFactEvent(await desk.as(desk.officerId), event);
    expect(isRefusal(answer) && answer.refused).toBe("may.role");
    expect(await days()).toEqual([]);
  });
});

describe("the JSON schema", () => {
  it("has an example of every kind that the desk takes as it stands", async () => {
    const { examples } = factsJsonSchema() as { examples: { kind: string }[] };
    expect(examples.map(({ kind }) => kind).sort()).toEqual([...FACT_KINDS].sort());
    for (const event of examples) {
      expect(await desk.push(event)).toMatchObject({ status: 200, body: { new: 1, unread: [] } });
    }
  });

  it("says of every kind which fields it has and which it must have", () => {
    const { oneOf } = factsJsonSchema() as { oneOf: { properties: Record<string, unknown> }[] };
    const balances = JSON.stringify(oneOf[0]);
    expect(oneOf).toHaveLength(FACT_KINDS.length);
    expect(balances).toContain(`"required":["loan","as_of"]`);
    expect(balances).toContain(`"additionalProperties":false`);
  });
});
