/** The stock by zone, product, tier and size (R53): equal to a plain recount, clipped to the reader, each segment with its loans. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Segment } from "../../../src/domain/digest/segments.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type Product, RISK_TIERS, ZONES } from "../../../src/domain/vocabulary.ts";
import { seededChance } from "../../../src/features/demonstration/random.ts";
import { digestOf, digestView } from "../../../src/features/digests/index.ts";
import { segmentAt, segmentsAt } from "../../../src/features/digests/segments.ts";
import { segmentsPieces } from "../../../src/features/digests/segments-view.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { foldTotals } from "../../../src/features/totals/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, anOfficer, aUnit, aUnitManager, type PersonRow } from "../../builders/index.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let above: PersonRow;
beforeEach(async () => {
  world = await aWorld();
  above = await aUnitManager(world.db, { unitId: world.headOffice.id });
});

/** In yuan, on both sides of the shipped policy's borders: 10 and 50 million; of personal business 1 million. */
const DRAWN = [
  300_000, 999_999, 1_000_000, 1_000_001, 4_999_999, 5_000_000, 9_999_999, 10_000_000, 49_999_999,
] as const;
const PRODUCTS_HERE: readonly [Product, ...Product[]] = [
  "working_capital",
  "fixed_asset",
  "personal_business",
  "mortgage",
];

async function aBook(seed: number): Promise<void> {
  const chance = seededChance(seed);
  const other = await aUnit(world.db, { parentId: world.headOffice.id });
  const second = await anOfficer(world.db, { unitId: world.branch.id });
  for (let customer = 0; customer < 40; customer += 1) {
    const unitId = chance.happens(70) ? world.branch.id : other.id;
    const ownerId = chance.pick([world.officer.id, second.id]);
    const { id: borrowerId } = await aBorrower(world.db, {
      ...{ unitId, zone: chance.pick(ZONES), ...(chance.happens(80) ? { ownerId } : {}) },
    });
    for (let loan = chance.between(1, 3); loan > 0; loan -= 1) {
      await aLoan(world.db, {
        ...{ borrowerId, product: chance.pick(PRODUCTS_HERE), tier: chance.pick(RISK_TIERS) },
        ...{ state: chance.pick(["live", "live", "live", "written_off", "settled"]) },
        drawnMinor: BigInt(chance.pick(DRAWN)) * 100n,
      });
    }
  }
}

async function segmentsFor(who: PersonRow, ...words: string[]) {
  const ctx = await world.as(who);
  const digest = await digestOf(ctx, words);
  if (isRefusal(digest)) throw new Error(digest.refused);
  const found = await segmentsAt(ctx, { of: digest.scope.ref, days: "week", page: 0 });
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

const asText = ({ zone, product, tier, size, customers, loans, drawn }: Segment) =>
  [zone, product, tier, size, customers, loans, drawn.minor].join(" ");

/** The policy's borders written down again, in minor units. */
const SIZE = `CASE l."product"
  WHEN 'working_capital' THEN CASE WHEN e.minor < 1000000000 THEN 'small' WHEN e.minor < 5000000000 THEN 'medium' ELSE 'large' END
  WHEN 'fixed_asset' THEN CASE WHEN e.minor <= 1000000000 THEN 'small' ELSE 'large' END
  WHEN 'personal_business' THEN CASE WHEN e.minor <= 100000000 THEN 'small' ELSE 'large' END
  ELSE 'small' END`;

async function recounted(which: string): Promise<string[]> {
  const rows = await world.parts.database.raw.query(
    `WITH pursued AS (SELECT * FROM "Loan" WHERE "state" IN ('live', 'written_off')),
          e AS (SELECT "borrowerId", SUM("drawnMinor") AS minor FROM pursued GROUP BY "borrowerId"),
          told AS (SELECT b."id", b."zone", l."product", l."drawnMinor", ${SIZE} AS "size",
                          CASE WHEN l."state" = 'written_off' THEN 'loss' ELSE l."tier" END AS "tier"
                     FROM pursued AS l JOIN "Borrower" AS b ON b."id" = l."borrowerId" JOIN e ON e."borrowerId" = b."id"
                    WHERE b."zone" IS NOT NULL AND ${which})
     SELECT "zone", "product", "tier", "size", COUNT(DISTINCT "id") AS "customers", COUNT(*) AS "loans", SUM("drawnMinor") AS "minor"
       FROM told GROUP BY "zone", "product", "tier", "size"`,
  );
  return rows.map((row) => Object.values(row as Record<string, unknown>).join(" ")).toSorted();
}

const inBranch = () => `b."unitId" = '${world.branch.id}'`;

describe("The stock in segments", () => {
  it.each([1, 2, 3, 4, 5])(
    "is what a plain recount finds, for each reader what lies in their scope (book %i)",
    async (seed) => {
      await aBook(seed);
      const own = `EXISTS (SELECT 1 FROM "Ownership" AS o WHERE o."borrowerId" = b."id" AND o."personId" = '${world.officer.id}' AND o."toAt" IS NULL)`;

      for (const [who, words, which] of [
        [above, [], "1 = 1"],
        [world.manager, [], inBranch()],
        [world.manager, ["working_capital"], `${inBranch()} AND l."product" = 'working_capital'`],
        [world.officer, ["me"], own],
      ] as const) {
        const { segments } = await segmentsFor(who, ...words);
        expect(segments.map(asText).toSorted()).toEqual(await recounted(which));
        expect(segments.length).toBeGreaterThan(5);
      }
    },
  );

  it("opens each segment's loans, page by page, and no others", async () => {
    await aBook(7);
    const { segments, place } = await segmentsFor(world.manager);
    const ctx = await world.as(world.manager);
    const numbers: string[] = [];
    for (const { zone, product, tier, size, loans } of segments) {
      const segment = { zone, product, tier, size };
      const list = await segmentAt(ctx, { ...place, segment });
      if (isRefusal(list)) throw new Error(list.refused);
      expect([list.lines.length, list.hasMore]).toEqual([Math.min(loans, 15), loans > 15]);
      numbers.push(...list.lines.map(({ number }) => number));
    }
    const stored = await world.db.loan.count({
      where: { state: { in: ["live", "written_off"] }, borrower: { unitId: world.branch.id } },
    });
    expect([new Set(numbers).size, numbers.length]).toEqual([stored, stored]);
  });

  it("is refused of another branch, as its loans are", async () => {
    const other = await aUnit(world.db, { parentId: world.headOffice.id });
    const ctx = await world.as(world.manager);
    const place = { of: { kind: "unit" as const, id: other.id }, days: "week", page: 0 };
    const segment = { zone: "z1", product: "mortgage", tier: "normal", size: "small" } as const;

    expect(await segmentsAt(ctx, place)).toMatchObject({ refused: "may.scope" });
    expect(await segmentAt(ctx, { ...place, segment })).toMatchObject({ refused: "may.scope" });
  });

  it.each(["INT-05", "INT-02"])("does not move by a restricted signal (%s), whoever reads it", async (code) => {
    const { id: borrowerId } = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
    const { id: loanId } = await aLoan(world.db, { borrowerId });
    await planBorrowers(systemContext(world.parts), [borrowerId], "import");
    const readers = [world.officer, world.manager, above];
    const told = async () => Promise.all(readers.map(async (who) => (await segmentsFor(who)).segments.map(asText)));
    const before = await told();
    expect(before).toEqual(readers.map(() => ["z1 working_capital normal small 1 1 100000000"]));

    const raised = await raiseSignal(await world.as(world.reviewer), { loanId, code, words: "seen", colleague: "" });
    if (isRefusal(raised)) throw new Error(raised.refused);
    await planBorrowers(systemContext(world.parts), [borrowerId], "import");

    expect(await told()).toEqual(before);
    expect(await world.db.signal.count({ where: { isRestricted: true } })).toBe(1);
  });

  it("stands behind a button of the digest, names zone, product, tier and size, and fits a modal", async () => {
    await aBook(3);
    await foldTotals(systemContext(world.parts));
    const ctx = await world.as(above);
    const digest = await digestOf(ctx, []);
    if (isRefusal(digest)) throw new Error(digest.refused);
    const found = await segmentsFor(above);
    const pieces = segmentsPieces(ctx, found);

    expect(JSON.stringify(digestView({ ...ctx, shows: "message" }, digest).pieces)).toContain(
      "By zone, product, tier and size",
    );
    expect(JSON.stringify(pieces)).toMatch(/Zone \d · Working capital · \w+[\w ]* · (Small|Medium|Large)/);
    expect(pieces.filter(({ kind }) => kind === "item")).toHaveLength(Math.min(30, found.segments.length));
    expect(found.segments.length > 30).toBe(JSON.stringify(pieces).includes("Later"));
  });
});
