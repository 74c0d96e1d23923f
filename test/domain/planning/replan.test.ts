import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, workingDaysBetween } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays } from "../../../src/domain/dates.ts";
import {
  type OpenInspection,
  type PlannedInspection,
  planRoutine,
  replan,
} from "../../../src/domain/planning/index.ts";
import { aBorrower, aLoan, bank, china, million, on } from "./builders.ts";

const planned = (facts: Partial<PlannedInspection> = {}): PlannedInspection => ({
  ...planRoutine(bank, china, aBorrower())!,
  ...facts,
});
const open = (facts: Partial<OpenInspection> = {}): OpenInspection => ({
  state: "planned",
  dueOn: on("2024-06-04"),
  mode: "off_site",
  provisional: false,
  policyLine: "inspections.working_capital.zone_1_small",
  ...facts,
});
const knownOn = on("2024-05-06");

describe("when a change is known on Monday 2024-05-06", () => {
  it("a stricter date is taken over where it leaves five working days", () => {
    expect(replan(bank, china, open(), planned({ dueOn: on("2024-05-20") }), { knownOn })).toMatchObject({
      action: "move",
      from: "2024-06-04",
      to: "2024-05-20",
      why: { code: "planning.because.moved_earlier" },
    });
  });

  it("a loan that becomes 关注 after a long quiet time is due in five working days, not yesterday", () => {
    const worse = planRoutine(bank, china, aBorrower({ loans: [aLoan({ tier: "special_mention" })] }));
    expect(worse?.dueOn).toBe("2024-04-03");
    const moved = replan(bank, china, open(), worse, { knownOn });
    expect(moved).toMatchObject({ action: "move", to: "2024-05-11", plan: { mode: "on_site", dueOn: "2024-05-11" } });
    expect(moved.action === "move" && moved.plan.because.at(-1)?.code).toBe("planning.because.grace");
  });

  it("in two working days where a red is behind it", () => {
    const stricter = planned({ dueOn: on("2024-05-01") });
    expect(replan(bank, china, open(), stricter, { knownOn, red: true })).toMatchObject({
      action: "move",
      to: "2024-05-08",
    });
  });

  it("what was due sooner for the old reason stays due then, with the new line", () => {
    const stricter = planned({
      dueOn: on("2024-05-07"),
      mode: "on_site",
      policyLine: "inspections.working_capital.zone_2",
    });
    expect(replan(bank, china, open({ dueOn: on("2024-05-08") }), stricter, { knownOn })).toMatchObject({
      action: "keep",
      why: { code: "planning.because.kept_earlier" },
      amended: { dueOn: "2024-05-08", mode: "on_site", policyLine: "inspections.working_capital.zone_2" },
    });
  });

  it("a milder date is taken over, but what is late stays late", () => {
    const milder = planned({ dueOn: on("2024-09-04") });
    expect(replan(bank, china, open(), milder, { knownOn })).toMatchObject({ action: "move", to: "2024-09-04" });
    expect(replan(bank, china, open({ dueOn: on("2024-04-30") }), milder, { knownOn })).toMatchObject({
      action: "keep",
      why: { code: "planning.because.kept_late" },
    });
  });

  it.each(["started", "submitted", "in_review", "returned"] as const)("one that is %s is kept as it is", (state) => {
    for (const next of [undefined, planned({ dueOn: on("2024-05-20") })]) {
      expect(replan(bank, china, open({ state }), next, { knownOn })).toEqual({
        action: "keep",
        why: { code: "planning.because.kept_started", values: {} },
      });
    }
  });

  it("one that no rule asks for any more is cancelled, and says since when", () => {
    expect(replan(bank, china, open(), undefined, { knownOn })).toEqual({
      action: "cancel",
      why: { code: "planning.because.no_longer_due", values: { knownOn } },
    });
  });

  it("nothing moves where nothing changed, and a date that became official loses its mark", () => {
    expect(replan(bank, china, open(), planned(), { knownOn })).toEqual({
      action: "keep",
      why: { code: "planning.because.kept_same", values: { dueOn: "2024-06-04" } },
      amended: undefined,
    });
    const later = replan(bank, china, open({ provisional: true }), planned(), { knownOn });
    expect(later).toMatchObject({ action: "keep", amended: { provisional: false } });
  });

  it("lands on a working day after National Day where the grace would end inside it", () => {
    const stricter = planned({ dueOn: on("2020-09-29") });
    const moved = replan(bank, china, open({ dueOn: on("2020-11-30") }), stricter, { knownOn: on("2020-09-28") });
    expect(moved).toMatchObject({ action: "move", to: "2020-10-12" });
  });
});

describe("whatever changes, nobody is late overnight", () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(on("2020-01-01"), days));
  const anyTier = fc.constantFrom("normal", "special_mention", "substandard", "doubtful", "loss" as const);
  const anyLoan = fc.record({ tier: anyTier, drawn: fc.integer({ min: 0, max: 90 }).map(million) });

  it("the new date leaves the grace, or is the old one, or is later than the old one", () => {
    fc.assert(
      fc.property(day, day, day, anyLoan, fc.boolean(), (lastVisitOn, dueOn, changedOn, loan, red) => {
        const borrower = aBorrower({
          takeOnOn: on("2019-01-01"),
          lastVisitOn,
          lastOnSiteOn: lastVisitOn,
          loans: [aLoan(loan)],
        });
        const outcome = replan(bank, china, open({ dueOn }), planRoutine(bank, china, borrower), {
          knownOn: changedOn,
          red,
        });
        const to = outcome.action === "move" ? outcome.to : dueOn;
        const enough = workingDaysBetween(china, changedOn, to) >= (red ? 2 : 5);
        expect(enough || to >= dueOn).toBe(true);
        if (dueOn < changedOn) expect(outcome.action === "move").toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it("planning the same change a second time moves nothing", () => {
    fc.assert(
      fc.property(day, day, day, anyLoan, (lastVisitOn, dueOn, changedOn, loan) => {
        const borrower = aBorrower({
          takeOnOn: on("2019-01-01"),
          lastVisitOn,
          lastOnSiteOn: lastVisitOn,
          loans: [aLoan(loan)],
        });
        const plan = planRoutine(bank, china, borrower);
        const first = replan(bank, china, open({ dueOn }), plan, { knownOn: changedOn });
        if (first.action !== "move") return;
        const again = replan(bank, china, open({ dueOn: first.to }), plan, { knownOn: changedOn });
        expect(again.action).toBe("keep");
      }),
    );
  });

  it("the grace agrees with five working days counted", () => {
    expect(addWorkingDays(china, on("2020-09-28"), 5).date).toBe("2020-10-12");
  });
});
