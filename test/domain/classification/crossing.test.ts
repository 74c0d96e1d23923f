import { describe, expect, it } from "vitest";
import { crossingOf, quarterEnd } from "../../../src/domain/classification/index.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { RISK_TIERS } from "../../../src/domain/vocabulary.ts";
import { shippedPolicy } from "../signals/facts.ts";

const bank = shippedPolicy("cn-bank");

describe("the department that leads a customer", () => {
  it.each([
    ["normal", "special_mention", undefined],
    ["special_mention", "substandard", { from: "business", to: "asset_ops" }],
    ["normal", "loss", { from: "business", to: "asset_ops" }],
    ["substandard", "doubtful", undefined],
    ["doubtful", "special_mention", { from: "asset_ops", to: "business" }],
  ] as const)("from %s to %s changes (R113, R114): %o", (before, after, crossing) => {
    expect(crossingOf(bank, before, after)).toEqual(crossing);
  });

  it("changes exactly where a customer becomes or stops being non-performing", () => {
    for (const before of RISK_TIERS) {
      for (const after of RISK_TIERS) {
        const isCrossed = bank.tiers.npl.includes(before) !== bank.tiers.npl.includes(after);
        expect(crossingOf(bank, before, after) !== undefined).toBe(isCrossed);
      }
    }
  });

  it.each([
    ["2026-01-01", "2026-03-31"],
    ["2026-03-31", "2026-03-31"],
    ["2028-02-29", "2028-03-31"],
    ["2026-11-26", "2026-12-31"],
  ])("the quarter of %s ends on %s", (day, end) => {
    expect(quarterEnd(isoDate(day))).toBe(end);
  });
});
