import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import type { LedgerFilters } from "../../../src/domain/ledger/filters.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { approveReport } from "../../../src/features/reviews/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { record } from "../../../src/platform/audit/index.ts";
import { inTransaction, systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aUnit, aUnitManager, type PersonRow } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";
import { ledgerRows, readLedger } from "./written.ts";

let world: World;
/** Of a branch beside the world's own. */
let far: { unitId: string; officer: PersonRow; borrowerId: string };
beforeEach(async () => {
  world = await aWorld();
  await aSubmittedReport(world);
  const unit = await aUnit(world.db, { name: "Hill branch", code: "HILL", parentId: world.headOffice.id });
  const officer = await anOfficer(world.db, { name: "Far Away", unitId: unit.id });
  const borrower = await aBorrower(world.db, {
    name: "Mountain Tea Growers",
    unitId: unit.id,
    ownerId: officer.id,
    customerType: "sole_trader",
  });
  await aLoan(world.db, { borrowerId: borrower.id, product: "mortgage", tier: "doubtful" });
  far = { unitId: unit.id, officer, borrowerId: borrower.id };
  await noted("zone.asked", { kind: "borrower", id: borrower.id });
});

async function noted(
  verb: string,
  subject: { kind: string; id: string },
  at = world.parts.clocks.now(),
): Promise<void> {
  await inTransaction(systemContext(world.parts), (tx) =>
    record(tx.db, { at, actorId: far.officer.id, verb, subject }),
  );
}

const rows = async (who: { readonly id: string }, filters = {}) => ledgerRows(await world.as(who), filters);
const customers = async (who: { readonly id: string }, filters = {}) =>
  [...new Set((await rows(who, filters)).map(({ Customer }) => Customer))].sort();

describe("a reader of the register", () => {
  it("gets an officer's own accounts, a branch's manager the branch, head office everything", async () => {
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    const mine = await customers(world.officer);
    expect(mine).toHaveLength(1);
    expect(mine).not.toContain("Mountain Tea Growers");
    expect(await customers(far.officer)).toEqual(["Mountain Tea Growers"]);
    expect(await customers(world.manager)).toEqual(mine);
    expect((await customers(above)).filter((name) => name !== "")).toEqual([...mine, "Mountain Tea Growers"].sort());
  });

  it("who does not answer for an account reads its name masked", async () => {
    const overseer = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "overseer" }] });
    expect(await customers(overseer, { unitId: far.unitId })).toEqual(["Mo***rs"]);
  });

  it.each<[string, () => LedgerFilters]>([
    ["unit", () => ({ unitId: far.unitId })],
    ["product", () => ({ product: "mortgage" })],
    ["tier", () => ({ tier: "doubtful" })],
    ["kind of customer", () => ({ customerType: "sole_trader" })],
    ["category", () => ({ category: "zones" })],
  ])("narrows it by %s, and it still adds up", async (_what, filters) => {
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    expect((await rows(above, filters())).map(({ Customer, Event }) => [Customer, Event])).toEqual([
      ["Mountain Tea Growers", "Other zone asked for"],
    ]);
    const { told } = await readLedger(await world.as(above), filters());
    expect([told.entries, told.differences]).toEqual([1, 0]);
  });

  it("narrows it by business dates: a moment of the evening in UTC is the next day's in Shanghai", async () => {
    const subject = { kind: "borrower", id: far.borrowerId };
    await noted(
      "zone.approved",
      subject,
      world.parts.clocks.now().set({ month: 1, day: 5, hour: 15, minute: 59, second: 59 }),
    );
    await noted(
      "zone.ended",
      subject,
      world.parts.clocks.now().set({ month: 1, day: 5, hour: 16, minute: 0, second: 0 }),
    );
    for (const [day, event] of [
      ["2026-01-05", "Other zone approved"],
      ["2026-01-06", "Other zone ended"],
    ] as const) {
      const filters = { from: isoDate(day), to: isoDate(day) };
      const found = await rows(far.officer, filters);
      expect(found.map((row) => [row["Business date"], row.Event])).toEqual([[day, event]]);
      expect((await readLedger(await world.as(far.officer), filters)).told).toMatchObject({
        entries: 1,
        differences: 0,
      });
    }
  });

  it("sees a decision with its figures, and the digest says the same", async () => {
    const { reportId } = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), reportId);
    const { sheets, told } = await readLedger(await world.as(world.manager), { category: "reports" });
    expect(told.differences).toBe(0);
    expect(sheets.get("Beside the digest")?.[1]).toEqual(["Reports approved", "Riverside branch", "1", "1", "0"]);
    const about = new Map(sheets.get("About")?.map(([what = "", said = ""]) => [what, said]));
    expect(about.get("Asked for")).toBe("Reports");
    expect(about.get("Made for")).toBe("Sun Li");
  });
});

describe("a restricted signal", () => {
  it.each(["INT-05", "INT-02"])(
    "(%s) leaves no row, count or sum in the register of anybody who may not know of it",
    async (code) => {
      const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
      const compliance = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "compliance" }] });
      const outsiders = [world.officer, world.manager, world.reviewer, above];
      const read = async () =>
        Promise.all(
          outsiders.map(async (who) => {
            const { sheets, told } = await readLedger(await world.as(who));
            return [[...sheets], await rows(who), told.differences];
          }),
        );
      const before = await read();
      const { id: loanId } = await world.db.loan.findFirstOrThrow({
        where: { borrower: { ownerships: { some: { personId: world.officer.id } } } },
      });
      const asking = { loanId, code, words: "Staff collect deposits from the public.", colleague: "" };
      const raised = await raiseSignal(await world.as(world.officer), asking);
      if (isRefusal(raised)) throw new Error(raised.refused);

      expect(await world.db.signal.count({ where: { isRestricted: true } })).toBe(1);
      expect(await read()).toEqual(before);
      const signals = (await rows(compliance, { category: "signals" })).map(({ Event }) => Event);
      expect(signals).toContain("Signal raised");
    },
  );
});
