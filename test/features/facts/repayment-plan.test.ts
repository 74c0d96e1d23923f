/** Plans of repayments (R60) by file and by push: the newest word on each instalment stands in the book, whatever came last. */
import { beforeEach, describe, expect, it } from "vitest";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

let desk: FactsDesk;
beforeEach(async () => {
  desk = await aFactsDesk();
});

const COLUMNS = "loan,as_of,due_on,principal,interest,state,paid_on\n";
const told = (...rows: string[]) =>
  desk.read("repayments", `${COLUMNS}${rows.map((row) => `L-0001,${row}\n`).join("")}`);
const plan = async () =>
  (await desk.db.instalment.findMany({ orderBy: { dueOn: "asc" } })).map(
    ({ dueOn, principalMinor, interestMinor, state, paidOn }) => [dueOn, principalMinor, interestMinor, state, paidOn],
  );

describe("a plan", () => {
  it("is told once, instalment by instalment, in the loan's currency, with who told it and of what day", async () => {
    const rows = ["2026-03-01,2026-03-31,50000.00,4350.25,,", "2026-03-01,2026-06-30,50000,,,"];
    expect((await told(...rows)).counts).toMatchObject({ imported: 2, refused: 0 });
    expect((await told(...rows)).counts).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await plan()).toEqual([
      ["2026-03-31", 5_000_000n, 435_025n, "planned", null],
      ["2026-06-30", 5_000_000n, null, "planned", null],
    ]);
    expect(await desk.db.instalment.findFirstOrThrow()).toMatchObject({
      ...{ currency: "CNY", source: "file", asOf: "2026-03-01", stateOn: null, loanId: desk.loanId },
    });
  });

  it("is corrected: the day's corrected value counts, and what it was stays as a fact", async () => {
    await told("2026-03-01,2026-03-31,50000,4350,,");
    expect((await told("2026-03-01,2026-03-31,50000,4400,,")).counts).toMatchObject({ updated: 1 });
    expect(await plan()).toEqual([["2026-03-31", 5_000_000n, 440_000n, "planned", null]]);
    expect(await desk.told("instalment_interest")).toEqual([
      ["4350", false],
      ["4400", true],
    ]);
  });

  it("keeps the newest day's word where an older day is told later", async () => {
    await told("2026-03-05,2026-03-03,50000,4350,paid,2026-03-04");
    await told("2026-03-03,2026-03-03,,,unpaid,", "2026-02-01,2026-03-03,70000,,,");
    expect(await plan()).toEqual([["2026-03-03", 5_000_000n, 435_000n, "paid", "2026-03-04"]]);
    // And takes a payment back, of its own day.
    await told("2026-03-05,2026-03-03,50000,4350,unpaid,");
    expect(await plan()).toEqual([["2026-03-03", 5_000_000n, 435_000n, "unpaid", null]]);
  });

  it("is paid on the evening that tells it, where no day is told", async () => {
    await told("2026-03-09,2026-03-09,50000,,paid,");
    expect(await plan()).toEqual([["2026-03-09", 5_000_000n, null, "paid", "2026-03-09"]]);
  });

  it("comes as a push too, whole or not at all, and is one with the file of the same system", async () => {
    const row = { loan: "L-0001", as_of: "2026-03-01", due_on: "2026-03-31", principal: "50000.00" };
    const event = (id: string, facts: object[]) => desk.push({ id, source: "file", kind: "repayments", facts });
    expect(await event("p1", [row, { ...row, due_on: "2026-02-30" }])).toMatchObject({
      status: 422,
      body: { problems: [{ path: "facts[1].due_on" }] },
    });
    expect(await plan()).toEqual([]);
    expect(await event("p2", [row])).toMatchObject({ status: 200, body: { state: "taken", new: 1 } });
    expect((await told("2026-03-01,2026-03-31,50000,,,")).counts).toMatchObject({ unchanged: 1 });
  });

  it("refuses each row that cannot be, with the place and the reason, and takes those beside it", async () => {
    const report = await told(
      "2026-03-01,2026-03-31,50000,,,",
      "2026-03-01,2026-03-31,60000,,,",
      "2026-03-01,2026-04-30,,,,",
      "2026-03-01,soon,50000,,,",
      "2026-03-01,2026-04-30,50000.123,,,",
      "2026-03-01,2026-04-30,50000,,late,",
      "2026-03-01,2026-04-30,50000,,unpaid,2026-03-01",
      "2026-03-01,2026-02-28,50000,,paid,2026-03-02",
    );
    expect(report.counts).toMatchObject({ imported: 1, refused: 7 });
    const refused = await desk.db.importRefusal.findMany({ orderBy: { line: "asc" } });
    expect(refused.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, "", "told_twice"],
      [4, "principal", "nothing_told"],
      [5, "due_on", "not_a_day"],
      [6, "principal", "not_a_decimal"],
      [7, "state", "unknown_word"],
      [8, "paid_on", "contradicts"],
      [9, "paid_on", "contradicts"],
    ]);
  });
});
