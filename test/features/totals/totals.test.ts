import { describe, expect, it } from "vitest";
import { migrate } from "../../../prisma/migrate.ts";
import { totalTriggerNames } from "../../../prisma/totals-sql.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { foldTotals, mendTotals, recount, recountTotals } from "../../../src/features/totals/index.ts";
import { momentAt } from "../../../src/platform/clock.ts";
import { inTransaction, systemContext } from "../../../src/platform/context.ts";
import { refusedByGuard } from "../../../src/platform/storage/index.ts";
import { testDatabaseKind } from "../../setup/database.ts";
import { aSubmittedReport } from "../reviews/review-world.ts";
import { liveHistory, totalsFolded, totalsOnPaper } from "./history.ts";

/** PostgreSQL makes a database slowly. */
const SEEDS = Array.from({ length: testDatabaseKind === "sqlite" ? 24 : 4 }, (_, at) => at + 1);
const STEPS = 60;
/** Sixty use cases take a second on a quiet machine. */
const PATIENCE_MS = 180_000;
const TRIGGER_TABLES = [
  ["inspection", "Inspection"],
  ["report", "Report"],
  ["case", "Case"],
  ["gate_override", "GateOverride"],
  ["signal", "Signal"],
  ["tier_proposal", "TierProposal"],
  ["fact_change", "FactChange"],
  ["borrower", "Borrower"],
  ["loan", "Loan"],
  ["zone_move", "ZoneMove"],
] as const;

/** What the histories came to, all together: a chance that never approves anything proves nothing. */
const met = new Set<string>();

describe("the totals", () => {
  it.each(SEEDS)(
    "of history %i are what plain SQL counts, and what the rule on paper says",
    async (seed) => {
      const { world, done } = await liveHistory(seed, STEPS);
      const system = systemContext(world.parts);

      const before = await recount(world.database);
      await foldTotals(system);
      const after = await recount(world.database);

      const why = done.join(" ");
      expect(before.differences, why).toEqual([]);
      expect(after, why).toEqual({ things: after.things, differences: [], rolled: [] });
      expect(after.things, why).toBeGreaterThan(0);
      const folded = await totalsFolded(world);
      expect(folded, why).toEqual(await totalsOnPaper(world));
      for (const key of folded.keys()) met.add(key.split("|").slice(3, 5).join(" "));
    },
    PATIENCE_MS,
  );

  it("of all those histories are of every kind", () => {
    const states = [
      ...["planned", "started", "submitted", "in_review", "returned", "approved", "rejected"].map(
        (state) => `inspection_due ${state}`,
      ),
      ...["inspection_done in_time", "correction_due returned", "report_waiting submitted", "report_waiting in_review"],
      ...["report_decided approved", "report_decided returned", "report_decided rejected"],
      ...["measure_due open", "override_asked asked", "override_asked granted"],
      ...["blue", "yellow", "orange", "red"].map((level) => `signal_standing ${level}`),
      "tier_moved normal:substandard",
      ...["signal_raised unknown", "signal_raised 1", "signal_ended false_alarm:3"],
      ...["z1", "z2", "z3"].map((zone) => `customer_standing ${zone}`),
      ...["loan_standing z1:normal:CNY", "loan_standing z3:loss:CNY", "zone_moved z1:z2"],
      ...["loan_rated normal:USD", "loan_interest substandard:CNY"],
    ];

    expect(states.filter((state) => !met.has(state))).toEqual(testDatabaseKind === "sqlite" ? [] : expect.any(Array));
  });

  it("of a book that stood before they were counted are counted at the next start", async () => {
    const { world } = await liveHistory(11, 1);
    const { raw, kind, url } = world.database;
    for (const name of totalTriggerNames()) {
      const table = TRIGGER_TABLES.find(([part]) => name.includes(part))?.[1] ?? "OrgUnit";
      await raw.execute(`DROP TRIGGER "${name}"${kind === "sqlite" ? "" : ` ON "${table}"`}`);
    }
    await raw.execute(
      `DROP TRIGGER "no_delete_of_total_delta_on_delete"${kind === "sqlite" ? "" : ` ON "TotalDelta"`}`,
    );
    await raw.execute(`DELETE FROM "TotalDelta"`);
    await raw.execute(`DELETE FROM "Setting" WHERE "key" LIKE 'totals.counted%'`);
    await aSubmittedReport(world);

    await migrate(url);
    await aSubmittedReport(world);
    await migrate(url);

    await foldTotals(systemContext(world.parts));
    expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
    expect(await world.db.total.count({ where: { kind: "report_waiting" } })).toBe(1);
  });

  it("of a head office are those of everything below it, also after a unit has moved", async () => {
    const { world } = await liveHistory(99, 30);
    const system = systemContext(world.parts);
    await foldTotals(system);
    const own = await world.db.orgUnit.create({
      data: {
        code: "X1",
        name: "Between",
        kind: "branch",
        line: "business",
        timeZone: "Asia/Shanghai",
        calendarId: "cn",
        language: "en",
        parentId: world.headOffice.id,
      },
    });

    await world.db.orgUnit.update({ where: { id: world.branch.id }, data: { parentId: own.id } });
    await foldTotals(system);

    const sumOf = async (unitId: string) =>
      (await world.db.unitTotal.aggregate({ where: { unitId, kind: "inspection_due" }, _sum: { amount: true } }))._sum
        .amount;
    const all = await world.db.inspection.count({ where: { state: { not: "cancelled" } } });
    expect(await sumOf(world.headOffice.id)).toBe(all);
    expect(await sumOf(own.id)).toBe(await sumOf(world.branch.id));
  });

  it(
    "hold no bucket of nothing",
    async () => {
      const { world } = await liveHistory(7, STEPS);
      await foldTotals(systemContext(world.parts));

      expect(await world.db.total.count({ where: { amount: 0 } })).toBe(0);
      expect(await world.db.unitTotal.count({ where: { amount: 0 } })).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    "keep what a unit has late as of every day that is today somewhere, and of a new day from its first minute on",
    async () => {
      const { world } = await liveHistory(21, 30);
      const system = () => systemContext(world.parts);
      const daysKept = async () =>
        (await world.db.unitLoad.groupBy({ by: ["asOf"], orderBy: { asOf: "asc" } })).map(({ asOf }) => asOf);
      world.parts.clocks.moveTo(momentAt(isoDate("2026-05-04"), "12:30", "UTC"));
      await foldTotals(system());
      expect(await daysKept()).toEqual(["2026-05-04", "2026-05-05"]);
      const before = await world.db.unitLoad.findFirstOrThrow({
        where: { unitId: world.headOffice.id, late: { gt: 0 } },
      });

      world.parts.clocks.moveTo(momentAt(isoDate("2026-06-30"), "10:00", "UTC"));
      await foldTotals(system());

      expect(await daysKept()).toEqual(["2026-06-29", "2026-06-30", "2026-07-01"]);
      const late = await world.db.unitLoad.findMany({ where: { unitId: world.headOffice.id, asOf: "2026-06-30" } });
      const open = await world.db.inspection.count({
        where: { state: { in: ["planned", "started"] }, dueOn: { lt: "2026-06-30" } },
      });
      expect(late.reduce((sum, one) => sum + one.late, 0)).toBeGreaterThanOrEqual(open);
      expect(open + before.late).toBeGreaterThan(0);
      expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
    },
    PATIENCE_MS,
  );
});

it.each(["loan first", "customer first"])(
  "are right where a loan and its customer are written at once, %s",
  async (order) => {
    const { world } = await liveHistory(13, 12);
    const system = systemContext(world.parts);
    const loan = await world.db.loan.findFirstOrThrow({ where: { state: "live", borrower: { zone: { not: null } } } });
    const waits = () => new Promise((resolve) => setTimeout(resolve, 150));
    const writeLoan = () =>
      inTransaction(system, async (tx) => {
        await tx.db.loan.update({ where: { id: loan.id }, data: { tier: "loss", drawnMinor: 12_345n } });
        await waits();
      });
    const writeCustomer = () =>
      inTransaction(system, async (tx) => {
        await tx.db.borrower.update({ where: { id: loan.borrowerId }, data: { zone: "z3" } });
        await waits();
      });

    const both = order === "loan first" ? [writeLoan, writeCustomer] : [writeCustomer, writeLoan];
    await Promise.all(both.map((write) => write()));

    expect((await recount(world.database)).differences).toEqual([]);
  },
);

describe("a total that was tampered with", { timeout: PATIENCE_MS }, () => {
  const live = async () => {
    const { world } = await liveHistory(5, 40);
    const system = systemContext(world.parts);
    await foldTotals(system);
    return { world, system };
  };

  it("is found where a change left no delta, and mended by one", async () => {
    const { world, system } = await live();
    await world.database.raw.execute(
      testDatabaseKind === "sqlite"
        ? `DROP TRIGGER "totals_of_inspection_on_update"`
        : `ALTER TABLE "Inspection" DISABLE TRIGGER "totals_of_inspection_on_update"`,
    );
    const { id } = await world.db.inspection.findFirstOrThrow({ where: { state: { not: "cancelled" } } });
    await world.db.inspection.update({ where: { id }, data: { dueOn: "2027-01-04" } });

    const found = await recount(world.database);
    expect(found.differences.map(({ fallsOn }) => fallsOn)).toContain("2027-01-04");
    const mended = await mendTotals(system);
    expect(isRefusal(mended)).toBe(false);
    await foldTotals(system);
    expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
    expect(await world.db.auditEvent.count({ where: { verb: "totals.mended" } })).toBe(1);
  });

  it.each([
    ["Loan", "drawnMinor", `"drawnMinor" + 100`],
    ["Loan", "yearlyRatePpm", `COALESCE("yearlyRatePpm", 0) + 10000`],
    ["Borrower", "zone", `CASE "zone" WHEN 'z1' THEN 'z2' ELSE 'z1' END`],
    ["Signal", "detectDays", `99`],
  ])("is found where a change of %s.%s left no delta", async (table, column, value) => {
    const { world, system } = await live();
    const name = `totals_of_${table.toLowerCase()}_on_update`;
    await world.database.raw.execute(
      testDatabaseKind === "sqlite" ? `DROP TRIGGER "${name}"` : `ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`,
    );
    await world.database.raw.execute(`UPDATE "${table}" SET "${column}" = ${value}`);

    expect((await recount(world.database)).differences).not.toEqual([]);
    await mendTotals(system);
    await foldTotals(system);
    expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
  });

  it("is found where a bucket was lost, or a unit's sum", async () => {
    const { world, system } = await live();
    const total = await world.db.total.findFirstOrThrow();
    await world.db.total.deleteMany({ where: { ...total } });
    const found = await recount(world.database);
    expect(found.differences).toHaveLength(1);
    expect(found.rolled.length).toBeGreaterThan(0);

    await mendTotals(system);
    await foldTotals(system);
    expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
  });

  it("is found where what a unit has late as of today is another number", async () => {
    const { world, system } = await live();
    const [first] = await world.db.unitLoad.findMany({ take: 1, orderBy: { late: "desc" } });
    await world.db.unitLoad.updateMany({
      where: { asOf: first?.asOf, unitId: first?.unitId, product: first?.product },
      data: { late: 777 },
    });
    expect((await recount(world.database)).rolled).toMatchObject([{ kind: "late", counted: 777 }]);

    await mendTotals(system);
    await foldTotals(system);
    expect(await recount(world.database)).toMatchObject({ differences: [], rolled: [] });
  });

  it("cannot be so by changing or deleting a delta", async () => {
    const { world } = await live();
    const refusal = async (sql: string) => {
      try {
        return String(await world.database.raw.execute(sql));
      } catch (error) {
        return refusedByGuard(error);
      }
    };

    expect(await refusal(`DELETE FROM "TotalDelta"`)).toBe("no_delete_of_total_delta");
    expect(await refusal(`UPDATE "TotalDelta" SET "amount" = 9`)).toBe("delta_is_folded_once");
    expect(await refusal(`UPDATE "TotalDelta" SET "foldId" = NULL`)).toBe("delta_is_folded_once");
  });
});

it("are counted again for the system, not for an officer", async () => {
  const { world } = await liveHistory(3, 6);

  expect(isRefusal(await recountTotals(await world.as(world.officer)))).toBe(true);
  expect(isRefusal(await recountTotals(systemContext(world.parts)))).toBe(false);
});
