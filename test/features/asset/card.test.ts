/** A customer as an asset (R52), as their card tells it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customerModal } from "../../../src/features/accounts/index.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import type { Context, Parts } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let parts: Parts;
let borrowerId: string;
let keeperId: string;

const ENDS = { disbursedOn: "2023-04-15", maturesOn: "2026-04-15", drawnMinor: 100_000_000n, yearlyRatePpm: 43_500 };

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
  const { db } = database;
  const unit = await aUnit(db, { name: "Harbour Branch" });
  keeperId = (await aPerson(db, { unitId: unit.id, roles: [{ role: "account_manager" }] })).id;
  borrowerId = (await aBorrower(db, { number: "C-1", unitId: unit.id, ownerId: keeperId })).id;
  await db.borrower.update({
    where: { id: borrowerId },
    data: { zone: "z1", lastVisitOn: "2026-02-20", lastInspectedOn: null },
  });
});
afterEach(() => database.close());

async function card(): Promise<string> {
  const ctx: Context | undefined = await contextOfPerson(parts, keeperId);
  if (ctx === undefined) throw new Error("nobody");
  return JSON.stringify((await customerModal(ctx, { id: "C-1", part: "card", page: 0 })).blocks).replaceAll(
    "\u00a0",
    " ",
  );
}
const lend = (more: object = {}) => aLoan(database.db, { borrowerId, ...ENDS, ...more });

describe("the card of a customer to keep", () => {
  it("says how long they have been one, what they are estimated to bear, and that they may leave", async () => {
    await lend({ number: "L-1", yearlyRateFrom: "2026-01-01" });
    await lend({ state: "settled", disbursedOn: "2019-01-31", maturesOn: "2020-01-31", drawnMinor: 0n });

    const said = await card();

    expect(said).toContain("31 Jan 2019 (7 years 1 month)");
    expect(said).toContain("CNY 43,500.00 (balance times the rate told)");
    expect(said).toContain("4.35 % a year since 1 Jan 2026");
    expect(said).toContain("May leave");
    expect(said).toContain("the last loan matures on 15 Apr 2026 and nothing runs on; zone 1, never late on record");
    expect(said).toContain("A proposal for whoever keeps the customer");
  });

  it("names what no rate was told for, and never makes one up", async () => {
    await lend({ number: "L-1" });
    await lend({ number: "L-2", yearlyRatePpm: null, drawnMinor: 2_000_000n });
    expect(await card()).toContain("no rate told for CNY 20,000.00");

    await database.db.loan.updateMany({ data: { yearlyRatePpm: null } });
    const said = await card();
    expect(said).toContain("not told: no source names a rate for the CNY 1,020,000.00 drawn");
    expect(said).not.toContain("% a year");
  });

  it("says that nobody has been in touch, until somebody notes a contact", async () => {
    await lend();
    await database.db.borrower.update({ where: { id: borrowerId }, data: { lastVisitOn: "2025-12-01" } });
    expect(await card()).toContain("the last contact was on 1 Dec 2025, 91 days ago");

    await anInspection(database.db, {
      ...{ borrowerId, kind: "contact_note", state: "approved" },
      ...{
        submittedAt: new Date("2026-02-27T02:00:00Z"),
        closedAt: new Date("2026-02-27T02:00:00Z"),
        dueOn: "2026-03-01",
        policyVersionId: "policy-1",
      },
    });
    const said = await card();
    expect(said).toContain("May leave");
    expect(said).not.toContain("in touch");
  });

  it("says nothing of leaving where they were late once, by the book's history or by a fact", async () => {
    const loan = await lend();
    const at = new Date("2025-08-01T00:00:00Z");
    const about = { subjectKind: "loan", subjectId: loan.id, asOf: "2025-08-01", recordedAt: at, source: "core" };
    await database.db.observation.create({
      data: { ...about, key: "days_past_due", value: "0", unit: "days", reference: "balances", standing: "confirmed" },
    });
    expect(await card()).toContain("May leave");
    await database.db.factChange.create({
      data: { ...about, field: "pastDueSince", before: "2025-07-01", after: null },
    });
    expect(await card()).not.toContain("May leave");
  });

  it("says nothing of it where a loan runs on", async () => {
    await lend();
    await lend({ maturesOn: "2028-01-01" });
    expect(await card()).not.toContain("A customer to keep");
  });
});
