import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { importFacts } from "../../../src/features/facts/index.ts";
import { aUnit } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { aFile, imported, ownFile, ownRow, shipped } from "./extracts.ts";

const own = shipped("own");
let world: World;

beforeEach(async () => {
  world = await aWorld("2026-03-15T01:00:00Z");
  await aUnit(world.db, { code: "N1" });
});

const OLD_ROW = { officer_email: "" };
/** What the row of OLD_ROW was hashed to by the version before the column was known. */
const HASH_BEFORE_THE_COLUMN = "41df148226f32d03747a3232e89ab176c93808d509ef324ef5465eba24c1b625";

const take = async (row: Record<string, string>, asOf = "2026-03-09") => {
  const file = ownFile(ownRow({ ...OLD_ROW, ...row }));
  const report = await imported(world.system(), { file, mapping: own, asOf, takeOnOn: isoDate("2026-03-01") });
  return report.counts;
};
const theLoan = () => world.db.loan.findUniqueOrThrow({ where: { number: "L-1" } });
const rate = async () => {
  const { yearlyRatePpm, yearlyRateFrom } = await theLoan();
  return [yearlyRatePpm, yearlyRateFrom];
};
const history = async () =>
  (
    await world.db.factChange.findMany({
      where: { field: { in: ["yearlyRatePpm", "yearlyRateFrom"] } },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    })
  ).map(({ field, before, after }) => [field, before, after]);

describe("a loan's yearly rate", () => {
  it("comes in with the row, and its history is kept", async () => {
    await take({ yearly_rate: "4.35", yearly_rate_from: "2026-01-01" });
    expect(await rate()).toEqual([43_500, "2026-01-01"]);

    expect(await take({ yearly_rate: "4.35", yearly_rate_from: "2026-01-01" })).toMatchObject({ unchanged: 1 });
    expect(await take({ yearly_rate: "3.9", yearly_rate_from: "2026-03-10" }, "2026-03-10")).toMatchObject({
      updated: 1,
    });

    expect(await rate()).toEqual([39_000, "2026-03-10"]);
    expect(await history()).toEqual([
      ["yearlyRatePpm", "43500", "39000"],
      ["yearlyRateFrom", "2026-01-01", "2026-03-10"],
    ]);
  });

  it("that begins after the day of the extract is not seen yet", async () => {
    await take({ yearly_rate: "4.35", yearly_rate_from: "2026-03-10" });
    expect(await rate()).toEqual([null, null]);
  });

  it("stays as it was told where a later file has no such column, and goes where its cell is empty", async () => {
    await take({ yearly_rate: "4.35" });
    await take({}, "2026-03-10");
    expect(await rate()).toEqual([43_500, null]);
    await take({ yearly_rate: "" }, "2026-03-11");
    expect(await rate()).toEqual([null, null]);
  });

  it("is refused with what is wanted where it is none", async () => {
    expect(await take({ yearly_rate: "4,35" })).toMatchObject({ refused: 1 });
    expect(await world.db.importRefusal.findMany()).toMatchObject([
      { column: "yearly_rate", value: "4,35", reason: "not_a_rate" },
    ]);
  });

  it("changes nothing for a row of a file without it: the row is hashed as it always was, and stays unchanged", async () => {
    await take({});
    expect((await theLoan()).factsHash).toBe(HASH_BEFORE_THE_COLUMN);
    expect(await take({})).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await history()).toEqual([]);
  });

  it("may be told as a fact, holds from its day, and stays where the next extract knows no rate", async () => {
    await take({});
    const told = (text: string) =>
      importFacts(world.system(), {
        file: aFile(text),
        kind: "balances",
        source: "core",
        follow: async () => undefined,
      });
    await told("loan,as_of,yearly_rate\nL-1,2026-03-12,5.125\n");
    expect(await rate()).toEqual([51_250, "2026-03-12"]);

    await told("loan,as_of,yearly_rate\nL-1,2026-03-13,5.125\n");
    await told("loan,as_of,yearly_rate,balance\nL-1,2026-03-11,9,1000\n");
    expect(await rate()).toEqual([51_250, "2026-03-12"]);

    expect(await take({}, "2026-03-14")).toMatchObject({ updated: 1 });
    expect(await rate()).toEqual([51_250, "2026-03-12"]);
    expect((await theLoan()).drawnMinor).toBe(80_000_000n);
  });
});
