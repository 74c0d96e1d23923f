import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterStep, INSPECTION_STEPS, type InspectionStep } from "../../src/domain/inspection.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { INSPECTION_STATES, type InspectionState } from "../../src/domain/vocabulary.ts";

/** Every step that exists, by hand; what is not here is refused. */
const allowed: readonly [InspectionState, InspectionStep, InspectionState][] = [
  ["planned", "start", "started"],
  ["started", "start", "started"],
  ["started", "submit", "submitted"],
  ["returned", "submit", "submitted"],
  ["submitted", "withdraw", "started"],
  ["submitted", "open_review", "in_review"],
  ["in_review", "open_review", "in_review"],
  ["submitted", "approve", "approved"],
  ["in_review", "approve", "approved"],
  ["submitted", "return", "returned"],
  ["in_review", "return", "returned"],
  ["submitted", "reject", "rejected"],
  ["in_review", "reject", "rejected"],
  ["planned", "cancel", "cancelled"],
];
const STEPS: InspectionStep[] = ["start", "submit", "withdraw", "open_review", "approve", "return", "reject", "cancel"];
const ENDS: InspectionState[] = ["approved", "rejected", "cancelled"];

describe("the life of an inspection", () => {
  it("has these steps and no other", () => {
    expect(Object.keys(INSPECTION_STEPS).sort()).toEqual([...STEPS].sort());
  });

  it.each(INSPECTION_STATES.flatMap((state) => STEPS.map((step): [InspectionState, InspectionStep] => [state, step])))(
    "%s, then %s",
    (state, step) => {
      const wanted = allowed.find(([from, by]) => from === state && by === step)?.[2];
      const after = afterStep(state, step);
      expect(isRefusal(after) ? undefined : after).toBe(wanted);
      if (isRefusal(after)) expect(after).toMatchObject({ refused: "inspection.not_now", values: { state } });
    },
  );

  it("ends for good: nothing leads out of approved, rejected or cancelled, and nothing reaches approval unsubmitted", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 20 }), (steps) => {
        const path: InspectionState[] = ["planned"];
        for (const step of steps) {
          const now = path.at(-1) ?? "planned";
          const next = afterStep(now, step);
          if (isRefusal(next)) continue;
          expect(ENDS).not.toContain(now);
          path.push(next);
        }
        if (path.includes("approved")) expect(path.indexOf("submitted")).toBeGreaterThan(0);
      }),
    );
  });
});
