import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  type Decimal,
  decimal,
  decimalText,
  multiply,
  percentageOf,
  subtract,
} from "../../../src/domain/check/decimal.ts";

const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), scale: fc.nat(6) });

function read(text: string): Decimal {
  const value = decimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

describe("a figure on a report", () => {
  it("is read back exactly as it was written", () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const text = decimalText(value) ?? "";
        expect(decimalText(read(text))).toBe(text);
        expect(compare(read(text), value)).toBe(0);
      }),
    );
  });

  it("gains zeros and loses none of its worth when it is written with more decimals", () => {
    fc.assert(
      fc.property(decimals, fc.nat(6), (value, more) => {
        const text = decimalText(value, value.scale + more) ?? "";
        expect(compare(read(text), value)).toBe(0);
        expect(read(text).scale).toBe(value.scale + more);
      }),
    );
  });

  it("is never written with fewer decimals than it needs", () => {
    expect(decimalText(read("12.50"), 1)).toBe("12.5");
    expect(decimalText(read("12.55"), 1)).toBeUndefined();
  });

  it("is ordered as money is, whatever its decimals", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [left, right] = [a.digits * 10n ** BigInt(b.scale), b.digits * 10n ** BigInt(a.scale)];
        const expected = left === right ? 0 : left < right ? -1 : 1;
        expect(compare(a, b)).toBe(expected);
        expect(compare(b, a)).toBe(expected === 0 ? 0 : -expected);
      }),
    );
  });

  it("is given back by subtracting what was taken from what is left", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compare(subtract(a, subtract(a, b)), b)).toBe(0);
      }),
    );
  });

  it("adds up where floats do not: 0.3 less 0.1 is 0.2", () => {
    expect(decimalText(subtract(read("0.3"), read("0.1")))).toBe("0.2");
    expect(decimalText(multiply(read("0.1"), read("0.2")))).toBe("0.02");
  });

  it.each([
    ["1", "3", "33.3"],
    ["2", "3", "66.7"],
    ["-1", "8", "-12.5"],
    ["1", "-8", "-12.5"],
    ["0.05", "100", "0.1"],
    ["-0.05", "100", "-0.1"],
    ["7", "7", "100.0"],
  ])("%s of %s is %s percent, halves away from zero", (part, whole, percent) => {
    const share = percentageOf(read(part), read(whole), 1);
    expect(share && decimalText(share)).toBe(percent);
  });

  it("has no share in nothing", () => {
    expect(percentageOf(read("5"), read("0.00"), 1)).toBeUndefined();
  });

  it.each(["", "1.", ".5", "1e3", "+1", "1,000", "0x1", " 1", "١"])("%j is not plain decimal text", (text) => {
    expect(decimal(text)).toBeUndefined();
  });
});
