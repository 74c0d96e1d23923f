import { afterEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY } from "./branch.ts";

let desk: TestDesk;

afterEach(() => desk.stop());

/** From step to step, until the summary or until something is refused. */
async function fillsUntilRefused(wishes: Record<string, string>): Promise<Readonly<Record<string, string>>> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 40 && li.modal?.title !== "Summary"; steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes });
    await li.submits();
    if (Object.keys(li.errors).length > 0) return li.errors;
  }
  return {};
}

describe("an officer who writes a conclusion that says nothing", () => {
  it("is told so at the field, with an example from the figures just given, and keeps what was typed", async () => {
    ({ desk } = await startBranch());
    await desk.tick();
    const li = desk.as(LI);
    await li.clicks("Start check");

    const errors = await fillsUntilRefused({ conclusion: "Operations normal, as required.", no_risk_because: "none" });

    expect(Object.keys(errors)).toEqual(["None, because", "Conclusion"]);
    expect(errors.Conclusion).toMatch(/“Operations normal, as required” says nothing by itself/);
    expect(errors.Conclusion).toMatch(/For example: .*\d/);
    const kept = await desk.db.draftAnswer.findUniqueOrThrow({
      where: { draftId_key: { draftId: (await desk.db.draft.findFirstOrThrow()).id, key: "borrower/conclusion" } },
    });
    expect(kept.raw).toBe('"Operations normal, as required."');

    await fillsUntilRefused({
      conclusion: "Sales down 12% on the year.",
      no_risk_because: "None: stock 1,240 t, book 1,238 t.",
    });
    expect(li.modal?.title).toBe("Summary");
  });
});
