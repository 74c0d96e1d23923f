/** Quality beside yield (R141) and customers to keep (R52), of a unit, a product or a person. */
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { PRODUCTS, RISK_TIERS } from "../../../src/domain/vocabulary.ts";
import { seededChance } from "../../../src/features/demonstration/random.ts";
import { keepAt } from "../../../src/features/digests/keep/keep.ts";
import { keepPieces } from "../../../src/features/digests/keep/keep-view.ts";
import type { ScopeRef } from "../../../src/features/digests/place.ts";
import { type Yield, yieldAt } from "../../../src/features/digests/yield/yield.ts";
import { yieldPieces } from "../../../src/features/digests/yield/yield-view.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { recount } from "../../../src/features/totals/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { toBlocks } from "../../../src/platform/slack/render.ts";
import { viewProblems } from "../../../src/workspace/limits/payloads.ts";
import {
  aBorrower,
  aLoan,
  anOfficer,
  aUnit,
  aUnitManager,
  type PersonRow,
  type UnitRow,
} from "../../builders/index.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
const DAYS = "2026-03-09..2026-03-15";

beforeEach(async () => {
  world = await aWorld();
});

async function told(who: PersonRow, of: ScopeRef): Promise<Yield> {
  const found = await yieldAt(await world.as(who), { of, days: DAYS });
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}
const unit = ({ id }: { readonly id: string }): ScopeRef => ({ kind: "unit", id });
/** As text; what Slack takes in a modal, or the test fails. */
const said = async (who: PersonRow, of: ScopeRef) => {
  const pieces = yieldPieces(await world.as(who), await told(who, of));
  const title = { type: "plain_text", text: "Digest" };
  expect(viewProblems({ type: "modal", title, close: title, blocks: toBlocks(pieces, 100) } as never)).toEqual([]);
  return JSON.stringify(pieces).replaceAll("\u00a0", " ");
};

/** Some hundred loans of two branches: of every tier and product, some written off or settled, of some no rate told. */
async function aBook(seed: number, branches: readonly UnitRow[]): Promise<void> {
  const chance = seededChance(seed);
  for (let customer = 0; customer < 40; customer += 1) {
    const branch = branches[customer % branches.length];
    const ownerId = customer % 3 === 0 ? world.officer.id : null;
    const { id } = await aBorrower(world.db, { unitId: branch?.id ?? "", ...(ownerId === null ? {} : { ownerId }) });
    for (let loans = chance.between(1, 4); loans > 0; loans -= 1) {
      await aLoan(world.db, {
        borrowerId: id,
        product: chance.pick(PRODUCTS),
        tier: chance.pick(RISK_TIERS),
        state: chance.pick(["live", "live", "live", "written_off", "settled"]),
        drawnMinor: BigInt(chance.between(0, 2_000_000_000)) * 977n,
        yearlyRatePpm: chance.happens(20) ? null : chance.between(0, 240_000),
      });
    }
    await planBorrowers(systemContext(world.parts), [id], "import");
  }
}

const BAD = ["substandard", "doubtful", "loss"];

/** Counted again row by row, in another way than the totals do. */
async function recounted(where: object) {
  const loans = await world.db.loan.findMany({ where: { state: { not: "settled" }, ...where } });
  const sum = (minorOf: (loan: (typeof loans)[number]) => bigint) =>
    loans.map(minorOf).reduce((all, minor) => all + minor, 0n);
  const tierOf = ({ state, tier }: (typeof loans)[number]) => (state === "written_off" ? "loss" : tier);
  const interestOf = ({ drawnMinor, yearlyRatePpm }: (typeof loans)[number]) =>
    (drawnMinor * BigInt(yearlyRatePpm ?? 0) - ((drawnMinor * BigInt(yearlyRatePpm ?? 0)) % 1_000_000n)) / 1_000_000n;
  const rated = sum((loan) => (loan.yearlyRatePpm === null ? 0n : loan.drawnMinor));
  const interest = sum(interestOf);
  return {
    loans: loans.length,
    drawn: sum(({ drawnMinor }) => drawnMinor),
    nonPerforming: sum((loan) => (BAD.includes(tierOf(loan)) ? loan.drawnMinor : 0n)),
    specialMention: sum((loan) => (tierOf(loan) === "special_mention" ? loan.drawnMinor : 0n)),
    interest,
    interestNonPerforming: sum((loan) => (BAD.includes(tierOf(loan)) ? interestOf(loan) : 0n)),
    untold: sum(({ drawnMinor }) => drawnMinor) - rated,
    ratePpm: rated === 0n ? undefined : Number((interest * 1_000_000n) / rated),
  };
}

function plain({ figures }: Pick<Yield, "figures">) {
  const { drawn, nonPerforming, specialMention, interest, interestNonPerforming, untold, loans, ratePpm } = figures;
  const minor = { drawn, nonPerforming, specialMention, interest, interestNonPerforming, untold };
  return { loans, ratePpm, ...Object.fromEntries(Object.entries(minor).map(([name, sum]) => [name, sum.minor])) };
}

describe("quality and yield", () => {
  it.each([1, 2, 3])(
    "of generated book %i are what a recount row by row says: of all, by product, by unit, of a person, and after changes",
    async (seed) => {
      const hill = await aUnit(world.db, { name: "Hill Branch", parentId: world.headOffice.id });
      const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
      await aBook(seed, [world.branch, hill]);
      const agree = async () => {
        const all = await told(above, unit(world.headOffice));
        expect(plain(all)).toEqual(await recounted({}));
        for (const part of all.products) {
          expect(plain(part)).toEqual(await recounted({ product: part.ref.product }));
        }
        expect(all.units.map(({ name }) => name).sort()).toEqual([hill.name, world.branch.name].sort());
        for (const part of all.units) {
          expect(plain(part)).toEqual(await recounted({ borrower: { unitId: part.ref.id } }));
          expect(plain(await told(above, { ...unit(part.ref), product: "mortgage" }))).toEqual(
            await recounted({ product: "mortgage", borrower: { unitId: part.ref.id } }),
          );
        }
        const mine = { borrower: { ownerships: { some: { personId: world.officer.id } } } };
        expect(plain(await told(world.officer, { kind: "person", id: world.officer.id }))).toEqual(
          await recounted(mine),
        );
        expect((await recount(world.database)).differences).toEqual([]);
      };
      await agree();

      const loans = await world.db.loan.findMany({ orderBy: { id: "asc" }, take: 30 });
      for (const [at, { id }] of loans.entries()) {
        const data = [{ yearlyRatePpm: null }, { yearlyRatePpm: 77_777 }, { tier: "doubtful" }, { drawnMinor: 1n }];
        await world.db.loan.update({ where: { id }, data: data[at % data.length] ?? {} });
      }
      await world.db.borrower.updateMany({ where: { number: { endsWith: "7" } }, data: { unitId: hill.id } });
      await agree();
    },
    180_000,
  );

  it("stand beside each other, with what has no told rate and what currency has no rate, each with its list", async () => {
    const { id } = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    const lend = (drawn: bigint, tier: string, yearlyRatePpm: number | null, currency = "CNY") =>
      aLoan(world.db, { borrowerId: id, drawnMinor: drawn * 100n, tier, yearlyRatePpm, currency });
    await lend(800_000n, "normal", 40_000);
    await lend(100_000n, "special_mention", 50_000);
    await lend(60_000n, "substandard", 60_000);
    await lend(40_000n, "normal", null);
    await lend(5n, "normal", 30_000, "XTS");
    await planBorrowers(systemContext(world.parts), [id], "import");

    const text = await said(world.manager, unit(world.branch));

    expect(text).toContain("CNY 1,000,000.00 in 5 loans");
    expect(text).toContain("CNY 60,000.00: 6.00 %");
    expect(text).toContain("CNY 100,000.00: 10.00 %");
    expect(text).toContain("CNY 40,600.00, of it CNY 3,600.00 on non-performing loans");
    expect(text).toContain("CNY 40,000.00: 4.00 %");
    expect(text).toContain('"4.2291 %"');
    expect(text).toContain("The policy has no rate for XTS");
    expect(text).toContain("Non-performing loans: 1");
    expect(text).toContain('\\"figure\\":\\"loans_non_performing\\"');
  });

  it("go into one modal whatever the products are called", async () => {
    const { id } = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    for (const product of PRODUCTS) await aLoan(world.db, { borrowerId: id, product, tier: "substandard" });
    await planBorrowers(systemContext(world.parts), [id], "import");
    expect(await said(world.manager, unit(world.branch))).toContain(`Non-performing loans: ${PRODUCTS.length}`);
  });

  it("say that no rate was told where none was, and that nothing stands where nothing does", async () => {
    expect(await said(world.manager, unit(world.branch))).toContain("No loan stands here.");
    const { id } = await aBorrower(world.db, { unitId: world.branch.id });
    await aLoan(world.db, { borrowerId: id });
    await planBorrowers(systemContext(world.parts), [id], "import");
    expect(await said(world.manager, unit(world.branch))).toContain('["Rate, weighted by balance","not told"]');
  });

  it("are for whoever may see the digest, and nobody else", async () => {
    const asked = await yieldAt(await world.as(world.officer), { of: unit(world.branch), days: DAYS });
    expect(isRefusal(asked)).toBe(true);
    const kept = await keepAt(await world.as(world.officer), { of: unit(world.branch), days: DAYS, page: 0 });
    expect(isRefusal(kept)).toBe(true);
  });
});

describe("customers to keep", () => {
  const MATURES = addDays(isoDate("2026-03-10"), 40);
  async function aLeaver(name: string, more: object = {}, ownerId = world.officer.id): Promise<string> {
    const { id } = await aBorrower(world.db, { unitId: world.branch.id, ownerId, name });
    await aLoan(world.db, { borrowerId: id, maturesOn: MATURES, yearlyRatePpm: 50_000, ...more });
    await planBorrowers(systemContext(world.parts), [id], "import");
    return id;
  }
  async function listed(who: PersonRow, of: ScopeRef, page = 0) {
    const found = await keepAt(await world.as(who), { of, days: DAYS, page });
    if (isRefusal(found)) throw new Error(found.refused);
    return found;
  }
  const names = async (who: PersonRow, of: ScopeRef) => (await listed(who, of)).lines.map(({ customer }) => customer);

  it("are listed by when the last loan ends, each once, with why; not those in trouble, late once or renewed", async () => {
    await aLeaver("Bamboo Trading", { maturesOn: addDays(MATURES, 5) });
    const ash = await aLeaver("Ash Trading");
    await aLoan(world.db, { borrowerId: ash, maturesOn: addDays(MATURES, 1) });
    const renewed = await aLeaver("Cedar Trading");
    await aLoan(world.db, { borrowerId: renewed, maturesOn: "2028-01-01" });
    await aLeaver("Date Trading", { tier: "substandard" });
    await aLeaver("Elm Trading", { pastDueSince: "2026-03-09" });

    const list = await listed(world.officer, { kind: "person", id: world.officer.id });

    expect(list.lines.map(({ customer, on }) => [customer, on])).toEqual([
      ["Ash Trading", addDays(MATURES, 1)],
      ["Bamboo Trading", addDays(MATURES, 5)],
    ]);
    const text = JSON.stringify(keepPieces(await world.as(world.officer), list)).replaceAll("\u00a0", " ");
    expect(text).toContain("nothing runs on");
    expect(text).toContain("a year, estimated: CNY 50,000.00");
    expect(text).toContain("customers.open");
  });

  it("are the reader's units' only, under the mask where they do not answer for them", async () => {
    const colleague = await anOfficer(world.db, { unitId: world.branch.id });
    await aLeaver("Harbour Trading Company", {}, colleague.id);
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });

    expect(await names(world.officer, { kind: "person", id: world.officer.id })).toEqual([]);
    expect(await names(above, unit(world.headOffice))).toHaveLength(1);
    expect(await names(above, { ...unit(world.headOffice), product: "mortgage" })).toEqual([]);
  });

  it("and quality and yield are the same after a restricted signal as before", async () => {
    const id = await aLeaver("Harbour Trading Company");
    const { id: loanId } = await world.db.loan.findFirstOrThrow({ where: { borrowerId: id } });
    const seen = async () => [
      await said(world.manager, unit(world.branch)),
      JSON.stringify(keepPieces(await world.as(world.manager), await listed(world.manager, unit(world.branch)))),
    ];
    const before = await seen();
    const raised = await raiseSignal(await world.as(world.reviewer), {
      ...{ loanId, code: "INT-05", words: "seen", colleague: "" },
    });
    expect(isRefusal(raised)).toBe(false);

    expect(await seen()).toEqual(before);
    expect(before[1]).toContain("May leave");
  });

  it("are turned fifteen at a time", async () => {
    for (let at = 0; at < 17; at += 1) await aLeaver(`Company ${at}`);
    const of: ScopeRef = { kind: "person", id: world.officer.id };
    const [first, second] = [await listed(world.officer, of), await listed(world.officer, of, 1)];
    expect([first.lines.length, first.hasMore, second.lines.length, second.hasMore]).toEqual([15, true, 2, false]);
  });
});
