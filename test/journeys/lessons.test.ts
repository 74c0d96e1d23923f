import { afterEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/domain/refusal.ts";
import { loadSheet, startCheck } from "../../src/features/inspections/index.ts";
import { showStep } from "../../src/features/inspections/show.ts";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const LATER = "2026-03-16";
const REMARK = "Say which line stands still, and since when.";

/** Every step of the check that Li begins now, as text. */
async function nextForm(inspectionId: string): Promise<string[]> {
  const ctx = await desk.contextOf(branch.liId);
  const started = await startCheck(ctx, inspectionId);
  if (isRefusal(started)) throw new Error(started.refused);
  const sheet = await loadSheet(ctx, started.draftId);
  if (sheet === undefined) throw new Error("no draft");
  const views = await Promise.all(sheet.pages.map((_page, at) => showStep(ctx, sheet, at)));
  return views.map(({ blocks }) => JSON.stringify(blocks));
}

describe("an officer whose last report came back", () => {
  it("reads in the next form, where it belongs, for what it came back and what the reviewer wrote", async () => {
    ({ desk, branch } = await startBranch());
    const { policy } = desk.parts.policies.inForce();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await desk.tick();
    await li.clicks("Start check");
    await fillToSummary(li, { policy, visitedOn: TODAY });
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    await li.closes();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Return");
    await wang.chooses("record", "not_in_order");
    await wang.chooses("conclusion", "not_in_order");
    await wang.chooses("reasons", ["figures_contradict", "conclusion_not_supported"]);
    await wang.chooses("remark_field_1", "borrower/conclusion");
    await wang.fills("remark_1", REMARK);
    await wang.submits();
    await wang.closes({ all: true });
    await desk.tick();
    await li.clicks("Correct");
    expect(li.modal?.text).not.toContain("Reports of yours came back");
    await li.closes({ all: true });

    desk.at(`${LATER}T09:05:00+08:00`);
    const next = await desk.db.inspection.findFirstOrThrow({ where: { plannedById: branch.inspectionId } });
    const steps = await nextForm(next.id);
    const where = (text: string) => steps.flatMap((step, at) => (step.includes(text) ? [at] : []));
    expect(where("The figures contradict each other (1)")).toHaveLength(1);
    const conclusion = where("The findings do not support the conclusion (1)");
    expect(conclusion).toHaveLength(1);
    expect(conclusion).toEqual(where(REMARK));
    expect(steps[conclusion[0] ?? -1]).toContain("A reviewer wrote here when the last report was returned:");
    expect(where("The collateral was not checked")).toEqual([]);

    // After a year it is forgotten.
    desk.at("2027-03-16T09:05:00+08:00");
    expect((await nextForm(next.id)).join("")).not.toContain("came back for this");
  });
});
