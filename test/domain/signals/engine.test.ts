/** The engine beyond the shipped numbers: what it reads, why it says no, and what a fact does to a signal that stands. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedLevel, pointsOfSignals } from "../../../src/domain/signals/combine.ts";
import { type Judged, judgeTrigger } from "../../../src/domain/signals/judge-trigger.ts";
import { arrive } from "../../../src/domain/signals/merge.ts";
import type { Observed } from "../../../src/domain/signals/observed.ts";
import { severity, triggerSchema } from "../../../src/domain/signals/trigger.ts";
import { SIGNAL_LEVELS, SIGNAL_STATES } from "../../../src/domain/vocabulary.ts";
import { fact, judged, shippedPolicy, TODAY } from "./facts.ts";

const bank = shippedPolicy("cn-bank");

function judge(
  trigger: unknown,
  facts: readonly Observed[],
  more: { reads?: "claimed"; knownAt?: string } = {},
): Judged {
  return judgeTrigger(triggerSchema.parse(trigger), facts, { asOf: TODAY, reads: "confirmed", ...more });
}

const OVER_10 = { level: "yellow", metric: "m", over: 10 };

describe("what a trigger reads", () => {
  it("does not see facts that are dated later", () => {
    expect(judge(OVER_10, [fact("m", 5, 3), fact("m", 11, -1)])).toMatchObject({ fired: false, value: "5" });
  });

  it("reads a report's claim only where the rule says so", () => {
    const claim = fact("m", 11, 0, { standing: "claimed" });
    expect(judge(OVER_10, [claim]).reason).toBe("no_figure");
    expect(judge(OVER_10, [claim], { reads: "claimed" }).fired).toBe(true);
  });

  it("leaves out what a later fact corrects, unless that was not known yet", () => {
    const wrong = fact("m", 11, 2);
    const right = fact("m", 9, 2, { supersedes: wrong.id, recordedAt: "2026-06-29T00:00:00.000Z" });
    expect(judge(OVER_10, [wrong, right])).toMatchObject({ fired: false, value: "9", used: [right] });
    expect(judge(OVER_10, [wrong, right], { knownAt: "2026-06-28T12:00:00.000Z" }).used).toEqual([wrong]);
  });

  it("takes of one day the figure that was recorded last", () => {
    const late = fact("m", 11, 1, { recordedAt: "2026-06-30T09:00:00.000Z" });
    expect(judge(OVER_10, [late, fact("m", 2, 1)])).toMatchObject({ fired: true, used: [late] });
  });

  it("counts one fact told by two sources once", () => {
    const rule = { ...OVER_10, count: 2, within_days: 30 };
    const seen = [fact("m", 11, 3, { source: "bureau" }), fact("m", 11, 3, { source: "report" })];
    expect(judge(rule, seen)).toMatchObject({ fired: false, reason: "too_few", value: "1" });
    expect(judge(rule, [...seen, fact("m", 12, 3)]).fired).toBe(true);
  });

  it("says what is missing where another metric is", () => {
    expect(judge({ ...OVER_10, share_of: "n" }, [fact("m", 5)]).reason).toBe("no_figure");
    expect(judge({ ...OVER_10, share_of: "n" }, [fact("m", 5), fact("n", -4)]).reason).toBe("no_figure");
    expect(judge({ ...OVER_10, share_of: "n" }, [fact("m", 5), fact("n", 40, 100)])).toMatchObject({
      value: "12.5000",
    });
  });

  it("compares decimals exactly", () => {
    expect(
      judge({ level: "yellow", metric: "m", less: "n", over: 0.3 }, [fact("m", "0.4"), fact("n", "0.1")]).fired,
    ).toBe(false);
  });

  it("holds a figure that is too old for none", () => {
    const rule = { ...OVER_10, within_days: 7 };
    expect(judge(rule, [fact("m", 11, 7)]).fired).toBe(true);
    expect(judge(rule, [fact("m", 11, 8)]).reason).toBe("too_old");
  });

  it("sees a trend of months only without a gap", () => {
    const rule = { level: "yellow", metric: "m", trend: "falling", running: 2, every: "month" };
    expect(judge(rule, [fact("m", 9, 65), fact("m", 8, 45), fact("m", 7)]).fired).toBe(true);
    expect(judge(rule, [fact("m", 9, 65), fact("m", 9, 45), fact("m", 7)]).reason).toBe("not_reached");
    expect(judge(rule, [fact("m", 9, 100), fact("m", 8, 45), fact("m", 7)]).reason).toBe("too_few_periods");
  });
});

describe("a trigger that says nothing is refused", () => {
  it.each([
    [
      { level: "red", metric: "m" },
      "at_least_one_of",
      { names: "over, at_least, below, at_most, is, trend, absent_days" },
    ],
    [{ ...OVER_10, share_of: "n", less: "o" }, "at_most_one_of", { names: "share_of, less, change" }],
    [{ ...OVER_10, count: 2 }, "needs", { name: "count", needed: "within_days" }],
    [{ ...OVER_10, every: "month" }, "needs", { name: "every", needed: "running / trend" }],
    [{ ...OVER_10, absent_days: 3 }, "stands_alone", { name: "absent_days" }],
    [{ ...OVER_10, per: "reference" }, "needs", { name: "per", needed: "count" }],
  ])("%j", (trigger, message, params) => {
    expect(triggerSchema.safeParse(trigger).error?.issues).toMatchObject([{ message, params }]);
  });
});

describe("a fact and a signal that stands", () => {
  const standing = (level: "yellow" | "red", state: (typeof SIGNAL_STATES)[number]) => ({
    code: "BHV-01",
    level,
    state,
    isCured: false,
  });

  it("is one signal when seen again, and raises its level when worse", () => {
    const signal = standing("yellow", "in_progress");
    expect(arrive([], "yellow")).toEqual({ does: "raise" });
    expect(arrive([signal], "yellow")).toEqual({ does: "note", signal });
    expect(arrive([signal], "red")).toEqual({ does: "worsen", signal, to: "red" });
    expect(arrive([standing("red", "raised")], "yellow").does).toBe("note");
  });

  it("wakes what was thought over, never what a person has closed", () => {
    const observing = standing("yellow", "observing");
    expect(arrive([observing], "yellow")).toEqual({ does: "return", signal: observing, to: "yellow" });
    const gone = { ...standing("yellow", "raised"), isCured: true };
    expect(arrive([gone], "yellow")).toEqual({ does: "return", signal: gone, to: "yellow" });
    expect(arrive([standing("red", "closed"), standing("red", "false_alarm")], "yellow")).toEqual({ does: "raise" });
  });

  it("counts by the highest that stands; points only sort", () => {
    const signals = [standing("yellow", "raised"), standing("yellow", "observing"), standing("red", "closed")];
    expect(combinedLevel(signals)).toBe("yellow");
    expect(pointsOfSignals(signals, bank.signals.points)).toBe(2);
    expect(combinedLevel([standing("red", "false_alarm")])).toBeUndefined();
  });
});

describe("properties", () => {
  const figures = fc.array(
    fc.record({
      value: fc.integer({ min: -100, max: 100 }),
      ago: fc.integer({ min: 0, max: 400 }),
      source: fc.constantFrom("a", "b"),
    }),
    { maxLength: 12 },
  );
  const codes = fc.constantFrom("FIN-01", "FIN-03", "FIN-11", "BHV-02", "FND-04", "GUA-01", "PRC-04");
  const metricsOf = (code: string) => bank.signals.catalogue[code]?.triggers.map(({ metric }) => metric) ?? [];

  it("the order of facts does not matter", () => {
    fc.assert(
      fc.property(codes, figures, fc.nat(), (code, drawn, seed) => {
        const [metric = ""] = metricsOf(code);
        const facts = drawn.map(({ value, ago, source }) => fact(metric, value, ago, { source }));
        const turned = [
          ...facts.slice(seed % (facts.length + 1)),
          ...facts.slice(0, seed % (facts.length + 1)),
        ].reverse();
        expect(judged(bank, code, turned)).toEqual(judged(bank, code, facts));
      }),
    );
  });

  it("a fact told twice changes no level", () => {
    fc.assert(
      fc.property(codes, figures, (code, drawn) => {
        const [metric = ""] = metricsOf(code);
        const facts = drawn.map(({ value, ago }) => fact(metric, value, ago));
        const again = facts.map((one) => ({ ...one, id: `${one.id}-again`, source: "another file" }));
        expect(judged(bank, code, [...facts, ...again]).level).toBe(judged(bank, code, facts).level);
      }),
    );
  });

  it("more days past due are never a milder level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (a, b) => {
        const level = (days: number) => severity(judged(bank, "BHV-01", [fact("days_past_due", days)]).level);
        expect(level(Math.max(a, b))).toBeGreaterThanOrEqual(level(Math.min(a, b)));
      }),
    );
  });

  it("a fact never makes a standing signal milder", () => {
    const level = fc.constantFrom(...SIGNAL_LEVELS);
    fc.assert(
      fc.property(level, fc.constantFrom(...SIGNAL_STATES), level, (stands, state, comes) => {
        const arrival = arrive([{ code: "X", level: stands, state, isCured: false }], comes);
        if (arrival.does === "worsen" || arrival.does === "return") {
          expect(severity(arrival.to)).toBeGreaterThanOrEqual(severity(stands));
        }
        expect(arrival.does === "note" && severity(comes) > severity(stands)).toBe(false);
      }),
    );
  });

  it("an absence counts on until something is recorded", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ago) => {
        const level = judged(bank, "PRC-04", [fact("action", true, ago)]).level;
        expect(level).toBe(ago >= 180 ? "orange" : ago >= 90 ? "yellow" : undefined);
        expect(judged(bank, "PRC-04", [fact("action", true, ago), fact("action", true)]).level).toBeUndefined();
      }),
    );
  });
});
