import { expect, it } from "vitest";
import { shareOf, standingOf } from "../../../src/domain/digest/standing.ts";
import { bank } from "../planning/builders.ts";

const row = (zone: string, tier: string, loans: number, drawnMinor: bigint, currency = "CNY") => ({
  ...{ zone, tier, loans, drawnMinor, currency },
});

it("a book stands by zone and by tier, and what is non-performing is a share of what is drawn", () => {
  const rows = [row("z1", "normal", 7, 700_00n), row("z2", "normal", 1, 100_00n), row("z3", "doubtful", 2, 200_00n)];

  const standing = standingOf(bank, rows, new Map([["z1", 5]]));

  expect(standing.zones.map(({ zone, customers, loans }) => [zone, customers, loans])).toEqual([
    ["z1", 5, 7],
    ["z2", 0, 1],
    ["z3", 0, 2],
  ]);
  expect(standing.tiers.find(({ tier }) => tier === "normal")).toMatchObject({ loans: 8, drawn: { minor: 800_00n } });
  expect(standing.nonPerforming).toMatchObject({ loans: 2 });
  expect(shareOf(standing.nonPerforming, standing.all)).toBe(20);
  expect(shareOf(standing.all, standingOf(bank, [], new Map()).all)).toBe(0);
});

it("money in a currency without a rate is not counted, its loans are", () => {
  const { all, unknownCurrencies } = standingOf(bank, [row("z1", "normal", 3, 5n, "XTS")], new Map());

  expect(all).toMatchObject({ loans: 3, drawn: { minor: 0n } });
  expect(unknownCurrencies).toEqual(["XTS"]);
});
