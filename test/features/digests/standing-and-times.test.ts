/** What a digest says of zones and tiers as they stand, of what moved, and of how long signals took. */
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import type { ListName } from "../../../src/domain/digest/figures.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type Digest, digestOf, digestView } from "../../../src/features/digests/index.ts";
import { listAt } from "../../../src/features/digests/lists/index.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { lookAtBook } from "../../../src/features/signals/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { recount } from "../../../src/features/totals/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, anOfficer, aUnitManager, type PersonRow } from "../../builders/index.ts";
import { imported, ownFile, ownRow, shipped } from "../portfolio/extracts.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let loanId: string;
let borrowerId: string;
let second: PersonRow;
const system = () => systemContext(world.parts);

beforeEach(async () => {
  world = await aWorld();
  const { branch, officer } = world;
  borrowerId = (await aBorrower(world.db, { unitId: branch.id, ownerId: officer.id, name: "Ningbo Harbour Trading" }))
    .id;
  loanId = (await aLoan(world.db, { borrowerId, drawnMinor: 300_000_00n })).id;
  second = await anOfficer(world.db, { unitId: branch.id });
  const other = await aBorrower(world.db, { unitId: branch.id, ownerId: second.id });
  await aLoan(world.db, { borrowerId: other.id, drawnMinor: 100_000_00n, tier: "substandard" });
  await planBorrowers(system(), [borrowerId, other.id], "import");
});

async function digest(who: PersonRow, ...words: string[]): Promise<Digest> {
  const found = await digestOf(await world.as(who), words);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function lines(who: PersonRow, figure: ListName) {
  const { scope } = await digest(who);
  const list = await listAt(await world.as(who), { of: scope.ref, days: "week", figure, page: 0 });
  return isRefusal(list) ? [] : list.lines;
}

const zones = ({ standing }: Digest) =>
  Object.fromEntries(
    standing.zones.map(({ zone, customers, drawn }) => [zone, [customers, Number(drawn.minor / 100n)]]),
  );

async function raise(code: string): Promise<void> {
  const raised = await raiseSignal(await world.as(world.reviewer), { loanId, code, words: "seen", colleague: "" });
  if (isRefusal(raised)) throw new Error(raised.refused);
}

describe("The book as it stands", () => {
  it("is told by zone in customers and money, and by tier with the share that is non-performing", async () => {
    const found = await digest(world.manager);

    expect(zones(found)).toEqual({ z1: [1, 300_000], z2: [0, 0], z3: [1, 100_000] });
    expect(found.standing.tiers.map(({ tier, loans }) => `${tier} ${loans}`)).toContain("substandard 1");
    const text = terminalText(digestView({ ...(await world.as(world.manager)), shows: "text" }, found));
    expect(text).toMatch(/Non-performing: 1 loans, CNY\s100,000.00, 25 % of what is drawn/);
    expect(await lines(world.manager, "loans_non_performing")).toMatchObject([
      { said: "Substandard", opens: "nothing" },
    ]);
    expect(await lines(second, "loans_non_performing")).toHaveLength(1);
    expect(await lines(world.officer, "loans_non_performing")).toEqual([]);
    expect(JSON.stringify(digestView({ ...(await world.as(world.manager)), shows: "message" }, found))).toContain(
      "Non-performing loans: 1",
    );
    expect(await lines(world.manager, "customers_z1")).toMatchObject([{ person: "Li Wei" }]);
  });

  it("of an officer is of the accounts they keep", async () => {
    expect(zones(await digest(world.officer))).toEqual({ z1: [1, 300_000], z2: [0, 0], z3: [0, 0] });
    expect(zones(await digest(second))).toEqual({ z1: [0, 0], z2: [0, 0], z3: [1, 100_000] });
  });

  it("of a product counts its loans, and no customers", async () => {
    const { standing, figures } = await digest(world.manager, "working_capital");

    expect(standing.all.loans).toBe(2);
    expect(figures.customers_z1).toBe(0);
  });

  it("goes with a customer to another unit, money and all", async () => {
    await world.db.borrower.update({ where: { id: borrowerId }, data: { unitId: world.headOffice.id } });

    expect(zones(await digest(world.manager))).toMatchObject({ z1: [0, 0] });
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    expect(zones(await digest(above))).toEqual({ z1: [1, 300_000], z2: [0, 0], z3: [1, 100_000] });
  });
});

describe("A customer who comes into another zone", () => {
  it("by a signal is told as moved, and back when the signal has ended", async () => {
    await raise("INT-01");

    for (const who of [world.manager, world.officer]) {
      expect((await digest(who, "today")).figures).toMatchObject({ zones_worse: 1, zones_better: 0 });
    }
    expect(zones(await digest(world.manager))).toEqual({ z1: [0, 0], z2: [1, 300_000], z3: [1, 100_000] });
    expect(await lines(world.manager, "zones_worse")).toMatchObject([{ said: "Zone 1 → Zone 2", on: "2026-03-10" }]);
    expect(await world.db.zoneMove.findMany()).toMatchObject([{ drawnMinor: 300_000_00n, unitId: world.branch.id }]);
  });

  it.each(["INT-05", "INT-02"])("by a restricted signal (%s) is not", async (code) => {
    const before = await digest(world.manager, "quarter");

    await raise(code);

    const after = await digest(world.manager, "quarter");
    expect([after.figures, after.standing, after.times]).toEqual([before.figures, before.standing, before.times]);
    expect(await world.db.signal.count({ where: { isRestricted: true } })).toBe(1);
    expect(await world.db.zoneMove.count()).toBe(0);
  });
});

describe("A tier that a file moves", () => {
  it("counts from the import on: the first is no move, the next one is", async () => {
    await world.db.orgUnit.update({ where: { id: world.branch.id }, data: { code: "N1" } });
    await anOfficer(world.db, { unitId: world.branch.id, email: "li.wen@bank.example" });
    const take = async (wishes: Record<string, string>, asOf: string) => {
      const file = { file: ownFile(ownRow(wishes)), mapping: shipped("own"), asOf, takeOnOn: isoDate("2026-03-01") };
      await imported(system(), file);
      const loan = await world.db.loan.findUniqueOrThrow({ where: { number: "L-1" } });
      await planBorrowers(system(), [loan.borrowerId], "import");
    };
    await take({ tier: "special_mention" }, "2026-03-08");
    expect((await digest(world.manager)).figures).toMatchObject({ tiers_worse: 0, zones_worse: 0 });
    expect((await digest(world.manager)).standing.tiers.find(({ tier }) => tier === "special_mention")?.loans).toBe(1);

    await take({ tier: "substandard" }, "2026-03-09");

    const { figures, standing } = await digest(world.manager, "today");
    expect(figures).toMatchObject({ tiers_worse: 1, non_performing: 1, tiers_better: 0, zones_worse: 1 });
    expect(standing.nonPerforming.loans).toBe(2);
    expect(await lines(world.manager, "tiers_worse")).toMatchObject([{ said: "Special mention → Substandard" }]);
    expect((await digest(world.officer)).figures.tiers_worse).toBe(0);
    expect((await recount(world.database)).differences).toEqual([]);
  });
});

describe("How long signals took", () => {
  it("is counted from the day of the fact, in working days, and not of what a person saw", async () => {
    // Past due since Thursday the 5th: one day past due on Friday, raised on Tuesday.
    await world.db.borrower.update({ where: { id: borrowerId }, data: { takeOnOn: "2026-03-01" } });
    await world.db.loan.update({ where: { id: loanId }, data: { pastDueSince: "2026-03-05" } });
    await lookAtBook(system());
    expect(await world.db.signal.findFirstOrThrow({ where: { code: "BHV-01" } })).toMatchObject({
      ...{ factOn: "2026-03-06", raisedOn: "2026-03-10", detectDays: 2 },
    });
    const byFacts = (await digest(world.manager)).times.detected;
    await raise("INT-01");

    const { times, figures } = await digest(world.manager);

    expect(times.detected).toEqual({ ...byFacts, count: byFacts.count + 1 });
    expect(times.detected.median).toBe(2);
    expect(figures.signals_raised).toBe(times.detected.count);
    expect((await digest(world.officer)).times.detected.known).toBe(byFacts.known);
    const text = terminalText(
      digestView({ ...(await world.as(world.manager)), shows: "text" }, await digest(world.manager)),
    );
    expect(text).toMatch(/From fact to signal: median 2 working days, mean 2/);
  });

  it("says of an end how it ended and how many working days it took", async () => {
    await raise("INT-01");
    const { id } = await world.db.signal.findFirstOrThrow();
    const ended = { endedById: world.manager.id, endedAt: new Date("2026-03-16T02:00:00Z"), endedOn: "2026-03-16" };
    await world.db.signal.update({ where: { id }, data: { state: "false_alarm", ...ended, endDays: 4 } });

    const { times, figures } = await digest(world.manager, "month");

    expect(figures.signals_ended).toBe(1);
    expect(times).toMatchObject({ falseAlarms: 1, resolved: { count: 0 } });
  });
});
