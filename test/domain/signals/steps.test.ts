import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import {
  cannotTake,
  nextToAgree,
  releaseChain,
  ruleOf,
  SIGNAL_STEP_NAMES,
  type SignalNow,
  type SignalStep,
  stepsOf,
} from "../../../src/domain/signals/steps.ts";
import { ENDED_SIGNAL_STATES, ROLES, SIGNAL_PATHS, SIGNAL_STATES } from "../../../src/domain/vocabulary.ts";
import { shippedPolicy } from "./facts.ts";

const TODAY = isoDate("2026-06-30");
const FRESH: SignalNow = { state: "raised", path: "full", askedFor: null, observeUntilOn: null };

/** What the record makes of a step. */
function after(signal: SignalNow, step: SignalStep): SignalNow {
  const refused = cannotTake(step, signal, TODAY);
  if (refused !== undefined) throw new Error(`${step}: ${refused.refused}`);
  const { to, asks, answers } = ruleOf(step);
  const askedFor = asks ?? (answers === undefined ? signal.askedFor : null);
  return { ...signal, state: to ?? signal.state, askedFor };
}

describe("the life of a signal", () => {
  it("goes the whole way of the handbook, step by step", () => {
    const way: SignalStep[] = [
      "acknowledge",
      "verify",
      "propose_plan",
      "approve_plan",
      "start_plan",
      "resolve",
      "accept_result",
    ];
    const states: SignalNow[] = [FRESH];
    for (const step of way) states.push(after(states.at(-1) ?? FRESH, step));
    expect(states.map(({ state }) => state)).toEqual([
      "raised",
      "acknowledged",
      "verified",
      "plan_proposed",
      "plan_approved",
      "in_progress",
      "resolved",
      "observing",
    ]);
  });

  it("is not released before it was observed to the end", () => {
    const observing: SignalNow = { ...FRESH, state: "observing", observeUntilOn: TODAY };
    expect(cannotTake("ask_release", observing, TODAY)).toMatchObject({ refused: "signal.observed_until" });
    expect(cannotTake("ask_release", observing, isoDate("2026-07-01"))).toBeUndefined();
  });

  it("on a short path knows no plan and no observation", () => {
    const light: SignalNow = { ...FRESH, state: "acknowledged", path: "light" };
    expect(stepsOf(light, TODAY)).toEqual(["ask_false_alarm", "ask_release"]);
    expect(stepsOf({ ...light, path: "full" }, TODAY)).toEqual(["verify", "ask_false_alarm"]);
  });

  it("waits for the second person where one was asked", () => {
    const asked: SignalNow = { ...FRESH, state: "acknowledged", askedFor: "false_alarm" };
    expect(stepsOf(asked, TODAY)).toEqual(["confirm_false_alarm", "refuse_false_alarm"]);
    expect(cannotTake("verify", asked, TODAY)).toMatchObject({ refused: "signal.waits_for_second" });
  });

  it("ends by a second person alone, and nothing follows an end", () => {
    for (const step of SIGNAL_STEP_NAMES) {
      const { to, by } = ruleOf(step);
      const ends: readonly string[] = ENDED_SIGNAL_STATES;
      if (to !== undefined && ends.includes(to)) expect(by).toBe("second");
    }
    const anything = fc.record({
      state: fc.constantFrom(...ENDED_SIGNAL_STATES),
      path: fc.constantFrom(...SIGNAL_PATHS),
      askedFor: fc.constantFrom(null, "false_alarm" as const, "release" as const),
      observeUntilOn: fc.constant(null),
    });
    fc.assert(
      fc.property(anything, (signal) => {
        expect(stepsOf(signal, TODAY)).toEqual([]);
      }),
    );
  });

  it("is never stuck: in every state that stands, somebody can do something", () => {
    const standing = SIGNAL_STATES.filter((state) => !["false_alarm", "closed"].includes(state));
    for (const state of standing) expect(stepsOf({ ...FRESH, state }, TODAY), state).not.toEqual([]);
    expect(isRefusal(cannotTake("verify", FRESH, TODAY))).toBe(true);
  });
});

describe("a release goes back up the chain", () => {
  const clocks = shippedPolicy("cn-bank").clocks.signals;

  it("through everybody who was told, in turn", () => {
    const chain = releaseChain({ path: "full", level: "red" }, clocks);
    expect(chain.roles).toEqual(["unit_manager", "risk_manager", "head_office_manager"]);
    expect(nextToAgree(chain, [])).toBe("unit_manager");
    expect(nextToAgree(chain, ["unit_manager"])).toBe("risk_manager");
    expect(nextToAgree(chain, ["unit_manager"], ["risk_manager"])).toBe("head_office_manager");
    expect(nextToAgree(chain, ["unit_manager", "risk_manager", "head_office_manager"])).toBe("done");
  });

  it("by any two for a short path", () => {
    const chain = releaseChain({ path: "light", level: "yellow" }, clocks);
    expect([nextToAgree(chain, []), nextToAgree(chain, [null]), nextToAgree(chain, [null, null])]).toEqual([
      "anybody",
      "anybody",
      "done",
    ]);
  });

  it("is not agreed by a chain that nobody holds", () => {
    const chain = releaseChain({ path: "full", level: "yellow" }, clocks);
    expect(nextToAgree(chain, [], ROLES)).toBe("anybody");
  });
});
