import { describe, expect, it } from "vitest";
import { zoneOf } from "../../../src/domain/planning/index.ts";
import { bank } from "./builders.ts";

describe("the management zone", () => {
  it.each([
    ["normal", undefined, "z1", false],
    ["normal", "yellow", "z1", false],
    ["normal", "orange", "z2", true],
    ["normal", "red", "z2", true],
    ["special_mention", undefined, "z2", false],
    ["special_mention", "red", "z2", false],
    ["substandard", undefined, "z3", false],
    ["doubtful", "red", "z3", false],
    ["loss", undefined, "z3", false],
  ] as const)("of tier %s with an open signal %s is %s, by the signal: %s", (tier, openSignalLevel, zone, bySignal) => {
    expect(zoneOf(bank, { tier, openSignalLevel })).toEqual({ zone, bySignal });
  });
});
