/** Two who know nothing of each other agree about key dates: over the Spring Festival of 2026, with absences, leavers and vacancies. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { refreshKeyDates } from "../../../src/features/key-dates/index.ts";
import { sweepMornings } from "../../../src/features/morning/index.ts";
import { findUntold } from "../../../src/features/watchdog/untold.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import { type Parts, systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aStandIn, aUnit, aUnitManager } from "../../builders/index.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const FIRST = isoDate("2026-02-05");
const DAYS = 26;
const FACTS = ["rating", "insurance", "permit", "covenant", "approval_condition"] as const;
const day = fc.integer({ min: -20, max: 100 });

const cases = fc.record({
  /** Customers, each with some dates: a fact or what the book holds, and so many days after the beginning. */
  customers: fc.array(
    fc.record({
      keeper: fc.nat({ max: 2 }),
      facts: fc.array(fc.record({ kind: fc.constantFrom(...FACTS), in: day }), { maxLength: 2 }),
      matures: fc.option(day, { nil: undefined }),
      overdue: fc.option(fc.integer({ min: 0, max: DAYS }), { nil: undefined }),
      isShort: fc.boolean(),
      insuredTo: fc.option(day, { nil: undefined }),
      valued: fc.option(day, { nil: undefined }),
    }),
    { minLength: 4, maxLength: 7 },
  ),
  away: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  gone: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  /** On which day a fact is put right, and a customer goes to another keeper. */
  curedOn: fc.integer({ min: 1, max: DAYS }),
  movedOn: fc.integer({ min: 1, max: DAYS }),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;
type Customer = Case["customers"][number];

const after = (days: number) => addDays(FIRST, days);

interface Book {
  readonly keepers: readonly string[];
  readonly borrowers: readonly string[];
}

async function aBook(db: Tx, { customers, away, gone }: Case): Promise<Book> {
  const head = await aUnit(db, { kind: "head_office" });
  const unit = await aUnit(db, { parentId: head.id });
  await aPerson(db, { unitId: head.id, roles: [{ role: "risk_manager" }, { role: "head_office_manager" }] });
  const manager = await aUnitManager(db, { unitId: unit.id });
  const officers = [
    await anOfficer(db, { unitId: unit.id }),
    await anOfficer(db, { unitId: unit.id }),
    await anOfficer(db, { unitId: unit.id }),
  ];
  const whom = { keeper: officers[0]?.id ?? "", manager: manager.id };
  if (gone !== "nobody") await db.person.update({ where: { id: whom[gone] }, data: { leftOn: "2026-02-11" } });
  if (away !== "nobody") {
    const role = away === "keeper" ? "account_manager" : "unit_manager";
    const standIn = await aPerson(db, { unitId: unit.id, roles: [{ role }] });
    const days = { fromOn: "2026-02-24", toOn: "2026-02-27" };
    await aStandIn(db, { personId: whom[away], standInId: standIn.id, ...days });
  }
  const borrowers: string[] = [];
  for (const customer of customers) borrowers.push(await aCustomer(db, unit.id, officers, customer));
  return { keepers: officers.map(({ id }) => id), borrowers };
}

async function aCustomer(db: Tx, unitId: string, officers: readonly { readonly id: string }[], one: Customer) {
  const { id } = await aBorrower(db, { unitId, ownerId: officers[one.keeper]?.id ?? "" });
  const loan = await aLoan(db, {
    borrowerId: id,
    disbursedOn: one.isShort ? after(-200) : after(-900),
    maturesOn: after(one.matures ?? 400),
  });
  const piece = { loanId: loan.id, number: `C-${id}`, kind: "real_estate", description: "d", currency: "CNY" };
  const dates = {
    insuredTo: one.insuredTo === undefined ? null : after(one.insuredTo),
    valuedOn: one.valued === undefined ? null : after(one.valued - 365),
  };
  const recorded = { valueMinor: 80_000_000n, asOf: after(-60), recordedAt: new Date(`${FIRST}T00:00:00Z`) };
  await db.collateral.create({ data: { ...piece, ...dates, ...recorded } });
  for (const [place, fact] of one.facts.entries()) {
    await tell(db, { id, key: `${fact.kind}_days_left`, value: String(fact.in), on: FIRST, reference: `r${place}` });
  }
  return id;
}

interface Said {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly on: string;
  readonly reference: string;
}

async function tell(db: Tx, { id, key, value, on, reference }: Said): Promise<void> {
  const about = { subjectKind: "borrower", subjectId: id, reference, key, value, unit: "days" };
  const source = { source: "extract", standing: "confirmed", asOf: on, recordedAt: new Date(`${on}T00:00:00Z`) };
  await db.observation.create({ data: { ...about, ...source } });
}

/** What a night brings, before the desk looks for dates. */
async function night(db: Tx, one: Case, { keepers, borrowers }: Book, day: number): Promise<void> {
  const [first = "", second = ""] = borrowers;
  const at = new Date(`${after(day)}T00:10:00+08:00`);
  if (day === one.curedOn) await tell(db, { ...{ id: first, key: "rating_days_left" }, ...RENEWED, on: after(day) });
  if (day === one.movedOn) {
    await db.ownership.updateMany({ where: { borrowerId: second, toAt: null }, data: { toAt: at } });
    await db.ownership.create({
      data: { borrowerId: second, personId: keepers[2] ?? "", fromAt: at },
    });
  }
  for (const [place, { overdue }] of one.customers.entries()) {
    if (overdue === day) {
      await db.loan.updateMany({
        where: { borrowerId: borrowers[place] ?? "" },
        data: { pastDueSince: after(day - 1) },
      });
    }
  }
}
const RENEWED = { value: "400", reference: "r0" };

async function lives(one: Case, parts: Parts, db: Tx): Promise<{ readonly added: string[]; readonly told: number }> {
  const book = await aBook(db, one);
  const added: string[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const date = after(day);
    parts.clocks.moveTo(momentFromIso(`${date}T00:35:00+08:00`));
    await night(db, one, book, day);
    await refreshKeyDates(systemContext(parts));
    parts.clocks.moveTo(momentFromIso(`${date}T09:01:00+08:00`));
    await sweepMornings(systemContext(parts));
    parts.clocks.moveTo(momentFromIso(`${date}T09:15:00+08:00`));
    const differences = await findUntold(systemContext(parts));
    added.push(...differences.filter(({ kind }) => kind !== "nobody").map(({ key }) => `${date} ${key}`));
  }
  return { added, told: await db.outboxItem.count({ where: { subjectKind: "key_date" } }) };
}

it("the watchdog finds nothing to add to what mornings say of key dates, in every generated case", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const database = await freshDatabase();
      const parts = await openTestParts(database, `${FIRST}T00:00:00+08:00`, "policy/cn-bank.yml");
      const outcome = await lives(one, parts, database.db);
      await database.close();
      expect(outcome.added).toEqual([]);
      told += outcome.told;
    }),
    { numRuns: 6, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(0);
}, 400_000);
