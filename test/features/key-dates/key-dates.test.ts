/** What lapses or falls due of a customer (R59-R61): found in the book and in facts, told in the morning, once each stage. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importFacts } from "../../../src/features/facts/index.ts";
import { refreshKeyDates } from "../../../src/features/key-dates/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan } from "../../builders/index.ts";
import { BORROWER, type Branch, LI, startBranch, ZHAO } from "../../journeys/branch.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { aFile } from "../portfolio/extracts.ts";

let desk: TestDesk;
let branch: Branch;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
});
afterEach(() => desk.stop());

const refresh = () => refreshKeyDates(systemContext(desk.parts));
const open = async () =>
  (await desk.db.keyDate.findMany({ where: { metOn: null }, orderBy: [{ kind: "asc" }, { dueOn: "asc" }] })).map(
    ({ kind, reference, dueOn }) => [kind, reference, dueOn],
  );

async function toldFact(
  key: string,
  value: string,
  more: { asOf?: string; reference?: string; kind?: string; id?: string } = {},
) {
  await desk.db.observation.create({
    data: {
      subjectKind: more.kind ?? "borrower",
      subjectId: more.id ?? branch.borrowerId,
      key,
      value,
      unit: key.endsWith("days_left") ? "days" : "flag",
      asOf: more.asOf ?? "2026-03-01",
      recordedAt: new Date("2026-03-01T10:00:00Z"),
      source: "ratings",
      reference: more.reference ?? "r",
      standing: "confirmed",
    },
  });
}

async function morning(day: string) {
  desk.at(`${day}T00:35:00+08:00`);
  await refresh();
  desk.at(`${day}T09:05:00+08:00`);
  await desk.tick();
  return desk.as(LI).messagesFromBot().at(-1);
}

describe("a rating that is about to lapse", () => {
  it("is told 30 days before in the morning's one message, once, and again a week before", async () => {
    await toldFact("rating_days_left", "31");
    const first = await morning("2026-03-02");
    expect(first?.shown).toContain("Lapsing or due (1)");
    expect(first?.shown).toContain(`*${BORROWER}* · credit rating lapses`);
    expect(first?.text).not.toContain("Harbour");
    // The day after, there is today's work and nothing new about the rating.
    const second = await morning("2026-03-03");
    expect(second?.shown).not.toContain("credit rating lapses");
    const third = await morning("2026-03-25");
    expect(third?.shown).toContain("credit rating lapses");
    const stages = await desk.db.outboxItem.findMany({
      where: { subjectKind: "key_date", NOT: { stage: { endsWith: "+again" } } },
      select: { stage: true },
    });
    expect(stages.map(({ stage }) => stage).sort()).toEqual([
      "key_date:before_30@2026-04-01",
      "key_date:before_7@2026-04-01",
    ]);
  });

  it("that was renewed is put right, its message says so, and its lapsed days stay", async () => {
    await toldFact("rating_days_left", "-3");
    await morning("2026-03-02");
    expect(await open()).toHaveLength(1);
    await toldFact("rating_days_left", "365", { asOf: "2026-03-05" });
    desk.at("2026-03-06T00:35:00+08:00");
    expect(await refresh()).toEqual({ open: 0, new: 0, met: 1 });
    await desk.tick();
    expect(
      desk
        .as(LI)
        .messagesFromBot()
        .some(({ shown }) => shown.includes("Credit rating · ✓ put right")),
    ).toBe(true);
    const li = desk.as(LI);
    await li.says("/postloan dates");
    // The 1st of March to the 5th: it was put right on the 6th.
    expect(li.lastMessage?.shown).toContain("5 days of lapsed ratings");
    // 20,000 yuan on five of six days.
    expect(li.lastMessage?.shown).toMatch(/16,666\.66.*estimate/u);
  });

  it("that lapsed climbs to the manager like late work, and not what had lapsed before we knew of it", async () => {
    await toldFact("rating_days_left", "-300");
    await morning("2026-03-02");
    await morning("2026-03-03");
    expect(
      desk
        .as(ZHAO)
        .messagesFromBot()
        .some(({ shown }) => shown.includes("Lapsed, and climbed")),
    ).toBe(false);
    await morning("2026-03-05");
    const climbed = desk
      .as(ZHAO)
      .messagesFromBot()
      .find(({ shown }) => shown.includes("Lapsed, and climbed to you (1)"));
    expect(climbed?.shown).toContain("credit rating lapsed");
    expect(climbed?.shown).toContain("with Li Wen");
  });
});

describe("repayments", () => {
  it("are told by the term of the loan, and an overdue on its first day", async () => {
    const { id } = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } });
    await desk.db.loan.update({ where: { id }, data: { maturesOn: "2026-03-30" } });
    await morning("2026-03-02");
    // Nine months: a week before, and not a month.
    expect(await open()).toEqual([]);
    const week = await morning("2026-03-23");
    expect(week?.shown).toContain("repayment due");
    await desk.db.loan.update({ where: { id }, data: { pastDueSince: "2026-03-30" } });
    const late = await morning("2026-03-31");
    expect(late?.shown).toContain("repayment was due");
    expect(await open()).toHaveLength(1);
    await desk.db.loan.update({ where: { id }, data: { pastDueSince: null, state: "settled" } });
    await morning("2026-04-01");
    expect(await open()).toEqual([]);
  });
});

describe("a loan with a plan of repayments", () => {
  const told = (...rows: string[]) =>
    importFacts(systemContext(desk.parts), {
      ...{ kind: "repayments", source: "core", follow: async () => undefined },
      file: aFile(
        `loan,as_of,due_on,principal,interest,state,paid_on\n${rows.map((row) => `L-P,${row}\n`).join("")}`,
        "repayments.csv",
      ),
    });
  const evening = (asOf: string, days: number) =>
    importFacts(systemContext(desk.parts), {
      ...{ kind: "balances", source: "core", follow: async () => undefined },
      file: aFile(`loan,as_of,days_past_due\nL-P,${asOf},${days}\n`, "balances.csv"),
    });
  const term = { disbursedOn: "2024-03-31", maturesOn: "2029-03-31", drawnMinor: 100_000_000n };
  beforeEach(async () => {
    await aLoan(desk.db, { borrowerId: branch.borrowerId, number: "L-P", ...term });
  });
  const listed = async () => {
    const li = desk.as(LI);
    await li.says("/postloan dates");
    return li.lastMessage?.shown ?? "";
  };

  it("is told each instalment a month and a week before, in one bundle, with principal, interest and balance", async () => {
    desk.at("2026-03-01T10:00:00+08:00");
    await told("2026-03-01,2026-04-02,50000.00,4350.50,,", "2026-03-01,2026-07-02,50000,4200,,");
    await toldFact("rating_days_left", "32");
    const first = await morning("2026-03-03");
    expect(first?.shown).toContain("Lapsing or due (2)");
    expect(first?.shown).toMatch(
      /repayment due .*\n.*L-P · principal CNY\s50,000\.00 · interest CNY\s4,350\.50 · balance/u,
    );
    expect((await morning("2026-03-10"))?.shown).not.toContain("repayment due");
    expect((await morning("2026-03-26"))?.shown).toContain("repayment due");
    expect(await open()).toEqual([
      ["rating", expect.any(String), "2026-04-02"],
      ["repayment", "L-P", "2026-04-02"],
    ]);
  });

  /** The night's look at a day. */
  const night = async (day: string) => {
    desk.at(`${day}T00:35:00+08:00`);
    await refresh();
  };

  it("missed is told on day 1 where the facts say so, and its short overdue days and capital count once a loan", async () => {
    desk.at("2026-03-10T22:00:00+08:00");
    await told("2026-03-10,2026-03-10,50000,4350,unpaid,", "2026-03-01,2026-03-12,0,900,,");
    expect((await morning("2026-03-11"))?.shown).toContain("repayment was due");
    desk.at("2026-03-12T22:00:00+08:00");
    await evening("2026-03-12", 2);
    await told("2026-03-12,2026-03-12,,,unpaid,");
    await night("2026-03-13");
    expect(await open()).toEqual([["repayment", "L-P", "2026-03-10"]]);
    // The 11th to the 13th, of a loan of a million: two percent of it on three of thirteen days.
    expect(await listed()).toContain("3 days of short overdue");
    expect(await listed()).toMatch(/4,615\.38.*estimate/u);
    // Paid on the 14th, told a day later: the lapsed days end on the day of the payment.
    desk.at("2026-03-15T22:00:00+08:00");
    await evening("2026-03-15", 0);
    await told("2026-03-15,2026-03-10,,,paid,2026-03-14", "2026-03-15,2026-03-12,,,paid,2026-03-14");
    await night("2026-03-16");
    expect(await open()).toEqual([]);
    expect(await listed()).toContain("3 days of short overdue");
    await desk.tick();
    const messages = desk.as(LI).messagesFromBot();
    expect(messages.map(({ shown }) => shown).join("\n")).toContain("✓ no longer due");
  });

  it("whose day is over without a word is no overdue, however long the desk stood still; a later word takes it up", async () => {
    desk.at("2026-03-01T10:00:00+08:00");
    await told("2026-03-01,2026-03-10,50000,4350,,");
    await night("2026-03-09");
    await night("2026-03-16");
    expect(await open()).toEqual([]);
    expect(await listed()).toContain("0 days of short overdue");
    desk.at("2026-03-16T22:00:00+08:00");
    await told("2026-03-10,2026-03-10,,,unpaid,");
    expect(await open()).toEqual([]);
    await night("2026-03-17");
    expect(await open()).toEqual([["repayment", "L-P", "2026-03-10"]]);
    expect(await listed()).toContain("7 days of short overdue");
  });

  it("that was changed asks for the old days no more, and tells the maturity where the plan ends before it", async () => {
    desk.at("2026-03-01T10:00:00+08:00");
    await desk.db.loan.update({ where: { number: "L-P" }, data: { maturesOn: "2026-03-31" } });
    await told("2026-03-01,2026-03-15,50000,4350,,", "2026-03-01,2026-03-31,50000,4350,,");
    await refresh();
    expect(await open()).toEqual([
      // The second comes within a month of it: a week before.
      ["repayment", "L-P", "2026-03-15"],
    ]);
    await told(
      "2026-03-01,2026-03-15,,,cancelled,",
      "2026-03-01,2026-03-31,,,cancelled,",
      "2026-03-01,2026-03-20,10,,,",
    );
    await refresh();
    expect(await open()).toEqual([
      ["repayment", "L-P", "2026-03-20"],
      ["repayment", "L-P", "2026-03-31"],
    ]);
  });

  it("shows the next repayment beside the loan on the customer's card", async () => {
    desk.at("2026-03-01T10:00:00+08:00");
    await told("2026-03-01,2026-04-02,50000.00,4350.50,,");
    const li = desk.as(LI);
    await li.says("/postloan customer Harbour");
    expect(li.sees("next repayment")).toBe(true);
    expect(li.sees("54,350.50")).toBe(true);
  });
});

describe("collateral, permits, covenants and conditions", () => {
  it("are read from the book, and from facts where no table holds them", async () => {
    const loan = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } });
    const piece = await desk.db.collateral.create({
      data: {
        loanId: loan.id,
        number: "H-1",
        kind: "property",
        description: "Warehouse",
        currency: "CNY",
        valueMinor: 1n,
        valuedOn: "2025-03-20",
        insuredTo: "2026-03-25",
        asOf: "2026-02-01",
        recordedAt: new Date(),
      },
    });
    await toldFact("insurance_days_left", "3", { asOf: "2026-01-15", kind: "collateral", id: piece.id });
    await toldFact("permit_days_left", "60", { reference: "discharge permit" });
    await toldFact("covenant_days_left", "9", { reference: "dividend stop", kind: "loan", id: loan.id });
    await toldFact("approval_condition_days_left", "9", { reference: "second guarantor", kind: "loan", id: loan.id });
    await refresh();
    expect(await open()).toEqual([
      ["approval_condition", "second guarantor", "2026-03-10"],
      ["covenant", "dividend stop", "2026-03-10"],
      // What the book said later counts.
      ["insurance", "H-1", "2026-03-25"],
      ["permit", "discharge permit", "2026-04-30"],
      ["valuation", "H-1", "2026-03-20"],
    ]);
    await toldFact("covenant_kept", "true", {
      reference: "dividend stop",
      kind: "loan",
      id: loan.id,
      asOf: "2026-03-02",
    });
    await refresh();
    expect((await open()).map(([kind]) => kind)).not.toContain("covenant");
  });

  it("of another's customers are neither told nor listed", async () => {
    const other = await aBorrower(desk.db, { name: "Lonely Ltd." });
    await aLoan(desk.db, { borrowerId: other.id });
    await toldFact("rating_days_left", "3", { id: other.id });
    await morning("2026-03-02");
    const li = desk.as(LI);
    await li.says("/postloan dates");
    expect(li.lastMessage?.shown).toContain("Nothing lapses or falls due");
    expect(li.lastMessage?.shown).not.toContain("Lonely");
  });
});

describe("a valuation told as a fact", () => {
  const valued = async (asOf: string, value: string) =>
    importFacts(systemContext(desk.parts), {
      ...{ kind: "valuations", source: "valuers", follow: async () => undefined },
      file: aFile(`loan,collateral,as_of,value\nL-H,H-1,${asOf},${value}\n`, "valuations.csv"),
    });

  it("moves the reminder of the next one, and what the book says of the collateral, with its history", async () => {
    const loan = await aLoan(desk.db, { borrowerId: branch.borrowerId, number: "L-H" });
    const at = { asOf: "2026-02-01", recordedAt: new Date("2026-02-01T02:00:00Z"), loanId: loan.id };
    const about = { number: "H-1", kind: "property", description: "Warehouse", currency: "CNY" };
    const piece = await desk.db.collateral.create({
      data: { ...at, ...about, valueMinor: 100_000_000n, valuedOn: "2025-03-20" },
    });
    await morning("2026-03-02");
    expect(await open()).toContainEqual(["valuation", "H-1", "2026-03-20"]);

    await valued("2026-03-01", "900000.50");
    await morning("2026-03-03");
    expect((await open()).map(([kind]) => kind)).not.toContain("valuation");
    const stands = () => desk.db.collateral.findUniqueOrThrow({ where: { id: piece.id } });
    expect(await stands()).toMatchObject({ valueMinor: 90_000_050n, valuedOn: "2026-03-01", asOf: "2026-02-01" });
    const history = await desk.db.factChange.findMany({ where: { subjectId: piece.id }, orderBy: { field: "asc" } });
    expect(history.map(({ field, before, after, source }) => [field, before, after, source])).toEqual([
      ["valueMinor", "100000000", "90000050", "valuers"],
      ["valuedOn", "2025-03-20", "2026-03-01", "valuers"],
    ]);

    // One of an earlier day is history; the day's corrected value counts.
    await valued("2025-12-01", "700000");
    expect(await stands()).toMatchObject({ valueMinor: 90_000_050n, valuedOn: "2026-03-01" });
    await valued("2026-03-01", "800000");
    expect(await stands()).toMatchObject({ valueMinor: 80_000_000n, valuedOn: "2026-03-01" });
    await morning("2027-02-01");
    expect(await open()).toContainEqual(["valuation", "H-1", "2027-03-01"]);
  });
});
