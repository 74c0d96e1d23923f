/** The three zones (R102): by policy, and set by people. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { linesOf } from "../../../src/domain/planning/index.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { ZONES } from "../../../src/domain/vocabulary.ts";
import { readZoneWish, worstTier, zoneInForce, zoneOf } from "../../../src/domain/zones/index.ts";
import { aBorrower, aLoan, bank } from "../planning/builders.ts";

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

describe("the tier that decides", () => {
  it("is the worst of the customer's loans, and a written-off one counts as loss", () => {
    const loan = (tier: "normal" | "special_mention", state = "live") => ({ tier, state });
    expect(worstTier([])).toBe("normal");
    expect(worstTier([loan("normal"), loan("special_mention")])).toBe("special_mention");
    expect(worstTier([loan("normal", "written_off"), loan("special_mention")])).toBe("loss");
  });
});

describe("a zone that people set", () => {
  it.each([
    ["stricter counts", "z1", { zone: "z2", computed: "z1" }, "z2"],
    ["stricter, and the rules have overtaken it", "z3", { zone: "z2", computed: "z1" }, "z3"],
    ["milder counts", "z2", { zone: "z1", computed: "z2" }, "z1"],
    ["milder, until the rules ask for more than when it was made", "z3", { zone: "z1", computed: "z2" }, "z3"],
    ["milder, where the rules have come down too", "z1", { zone: "z1", computed: "z2" }, "z1"],
    ["none", "z2", undefined, "z2"],
  ] as const)("%s", (_story, computed, override, zone) => {
    expect(zoneInForce(computed, override)).toBe(zone);
  });

  it("is never milder than what the rules have come to ask for since, and never hides a stricter wish", () => {
    const zone = fc.constantFrom(...ZONES);
    fc.assert(
      fc.property(zone, zone, zone, (now, then, wished) => {
        const inForce = ZONES.indexOf(zoneInForce(now, { zone: wished, computed: then }));
        if (ZONES.indexOf(now) > ZONES.indexOf(then)) expect(inForce).toBeGreaterThanOrEqual(ZONES.indexOf(now));
        if (ZONES.indexOf(wished) > ZONES.indexOf(then)) expect(inForce).toBeGreaterThanOrEqual(ZONES.indexOf(wished));
      }),
    );
  });

  it.each([
    ["the computed one", { zone: "z2", untilOn: "2026-04-01" }, "z2", "zone.same"],
    ["of a non-performing customer", { zone: "z1", untilOn: "2026-04-01" }, "z3", "zone.non_performing"],
    ["without an end", { zone: "z1", untilOn: "" }, "z2", "zone.until"],
    ["until today", { zone: "z1", untilOn: "2026-03-02" }, "z2", "zone.until"],
    ["for longer than a quarter", { zone: "z1", untilOn: "2026-06-03" }, "z2", "zone.until"],
    ["for a quarter", { zone: "z1", untilOn: "2026-06-02" }, "z2", undefined],
  ] as const)("is refused or not: %s", (_story, wish, computed, code) => {
    const read = readZoneWish(wish, { computed, today: isoDate("2026-03-02"), maxDays: 92 });
    expect(isRefusal(read) ? read.refused : undefined).toBe(code);
  });

  it("moves the row of the matrix for every loan, and says so", () => {
    const normal = aBorrower({ loans: [aLoan({ tier: "normal" })] });
    const [line] = linesOf(bank, { ...normal, zoneOverride: { zone: "z2", computed: "z1" } });
    expect(line).toMatchObject({ zone: "z2", byOverride: true, policyLine: "inspections.working_capital.zone_2" });
    const mention = aBorrower({ loans: [aLoan({ tier: "special_mention" })] });
    const [milder] = linesOf(bank, { ...mention, zoneOverride: { zone: "z1", computed: "z2" } });
    expect(milder).toMatchObject({ zone: "z1", byOverride: true });
    expect(linesOf(bank, mention)).toMatchObject([{ zone: "z2", byOverride: false }]);
  });
});
