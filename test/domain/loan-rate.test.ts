import { describe, expect, it } from "vitest";
import { rateOf, readYearlyRate, yearlyInterest, yearlyRateText } from "../../src/domain/loan-rate.ts";

describe("a yearly rate", () => {
  it.each([
    ["4.35", 43_500, "4.35"],
    ["4.3500", 43_500, "4.35"],
    ["0", 0, "0"],
    ["0.0001", 1, "0.0001"],
    ["12", 120_000, "12"],
    ["10", 100_000, "10"],
    ["100", 1_000_000, "100"],
  ])("of %s %% is %i millionths, and reads %s", (text, ppm, said) => {
    expect(readYearlyRate(text)).toBe(ppm);
    expect(yearlyRateText(ppm)).toBe(said);
  });

  it.each(["", "4,35", "4.35%", "-1", "100.0001", "101", "1000", "4.35001", "04.35", ".5", "4.", "1e1", "Infinity"])(
    "is not %j",
    (text) => expect(readYearlyRate(text)).toBe(undefined),
  );
});

describe("the interest of a year", () => {
  it("is the balance times the rate, rounded down to the smallest coin", () => {
    expect(yearlyInterest(100_000_000n, 43_500)).toBe(4_350_000n);
    expect(yearlyInterest(999n, 43_500)).toBe(43n);
    expect(yearlyInterest(0n, 43_500)).toBe(0n);
  });

  it("of a balance beyond what a float holds is exact", () => {
    expect(yearlyInterest(900_719_925_474_099_267n, 1)).toBe(900_719_925_474n);
  });

  it("over the balance is the weighted rate, and of nothing there is none", () => {
    expect(rateOf(4_350_000n, 100_000_000n)).toBe(43_500);
    expect(rateOf(0n, 0n)).toBe(undefined);
  });
});
