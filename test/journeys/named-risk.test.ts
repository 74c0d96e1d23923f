import { afterEach, describe, expect, it } from "vitest";
import { fillStep, fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const RISK = "Receivables over 90 days are 8% of all, 640,000 yuan with one buyer.";
const GOAL = "Get the buyer's signed balance confirmation.";

/** From step to step, until this title stands there. */
async function fillUntil(title: string, wishes: Record<string, string>): Promise<void> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 40 && !li.modal?.text.includes(title); steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes });
    await li.submits();
    expect(li.errors).toEqual({});
  }
}

async function starts(): Promise<void> {
  ({ desk, branch } = await startBranch());
  // Not a small borrower: everything is asked.
  await desk.db.loan.updateMany({ data: { drawnMinor: 300_000_000n } });
  await desk.tick();
  await desk.as(LI).clicks("Start check");
}

describe("an officer who finds a risk", () => {
  it("is asked for its measure in a step of its own: what, who, by when, how it will be seen", async () => {
    await starts();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await fillUntil("Risk 1 and its measure", { risks_found: "yes" });

    await li.fills("The risk, with its figure", "operations normal");
    await li.fills("Measure: what is done", "monitor closely");
    await li.chooses("First responsible person", "Li Wen");
    await li.fills("By when", "2026-02-20");
    await li.fills("How it will be seen", "The confirmation, signed");
    await li.submits();
    expect(li.errors["The risk, with its figure"]).toContain("says nothing by itself");
    expect(li.errors["The risk, with its figure"]).toMatch(/For example: .*\d.*; and what it could cost\./);
    expect(li.errors["Measure: what is done"]).toContain("“monitor closely” is no measure");
    expect(li.errors["Measure: what is done"]).toMatch(/For example: get the document that shows .* again/);
    expect(li.errors["By when"]).toContain("This date has passed");

    await li.fills("The risk, with its figure", RISK);
    await li.fills("Measure: what is done", GOAL);
    await li.fills("By when", "2026-03-20");
    await li.submits();
    expect(li.modal?.title).toBe("Summary");
    expect(li.modal?.text).toContain(RISK);
    expect(li.modal?.text).toContain("Li Wen");
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");

    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.text).toContain(GOAL);
    expect(wang.modal?.text).toContain("First responsible person: Li Wen");
    expect(branch.liId).not.toBe("");
  });

  it("cannot also say why there is none: it is told at the field which of the two to clear, and keeps what it typed", async () => {
    await starts();
    const li = desk.as(LI);
    const { policy } = desk.parts.policies.inForce();
    const both = { risks_found: "yes", no_risk_because: "None: stock counted 1,240 t, book 1,238 t." };
    for (let steps = 0; steps < 40 && Object.keys(li.errors).length === 0; steps += 1) {
      await fillStep(li, { policy, visitedOn: TODAY, wishes: both });
      await li.submits();
    }
    expect(li.errors).toEqual({ "None, because": expect.stringContaining("Empty this field, or answer No") });
    expect(li.modal?.title).not.toBe("Summary");
    const kept = await desk.db.draftAnswer.findFirstOrThrow({ where: { key: "borrower/no_risk_because" } });
    expect(kept.raw).toContain("1,240 t");

    await li.fills("None, because", "");
    await li.submits();
    expect(li.modal?.text).toContain("Risk 1 and its measure");
  });

  it("names one more, and takes one off: what was typed of the other stays", async () => {
    await starts();
    const li = desk.as(LI);
    await fillUntil("Risk 1 and its measure", { risks_found: "yes" });
    await li.fills("The risk, with its figure", RISK);
    await li.clicks("Another risk");
    expect(li.modal?.text).toContain("Risk 2 and its measure");
    await li.fills("The risk, with its figure", "One of two boilers has stood still for 9 days.");
    await li.clicks("Back");
    expect(li.modal?.text).toContain("Risk 1 and its measure");
    await li.clicks("Remove this risk");
    await fillUntil("Risk 1 and its measure", { risks_found: "yes" });
    const first = await desk.db.draftAnswer.findFirstOrThrow({ where: { key: "borrower/risk#1" } });
    expect(first.raw).toContain("One of two boilers");
    expect(li.modal?.buttons).not.toContain("Remove this risk");
  });
});

describe("an answer out of range that no risk is about", () => {
  it("is asked about before submission, and the reviewer reads the answer", async () => {
    await starts();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { policy } = desk.parts.policies.inForce();
    await fillToSummary(li, {
      policy,
      visitedOn: TODAY,
      wishes: { total_debt_cny: "8500000", total_assets_cny: "10000000", sales_yoy: "-30" },
    });
    expect(li.modal?.text).toMatch(/Out of range, and no risk is named for: .*Debt to assets/);

    await li.fills("These are out of range: why are they no risk?", "The plant was closed for 11 days of repair.");
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");

    const findings = await desk.db.reportFinding.findMany({ where: { rule: "range_without_risk" } });
    expect(findings.length).toBeGreaterThan(0);
    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.text).toMatch(
      /Out of range, and no risk is named for: .*Debt to assets.*The officer says: The plant was closed/,
    );
  });

  it("is not asked about where a risk is about it", async () => {
    await starts();
    const li = desk.as(LI);
    await fillUntil("Risk 1 and its measure", {
      risks_found: "yes",
      total_debt_cny: "8500000",
      total_assets_cny: "10000000",
    });
    await li.fills("The risk, with its figure", RISK);
    await li.chooses("Answers out of range that it is about", ["Debt to assets"]);
    await li.fills("Measure: what is done", GOAL);
    await li.chooses("First responsible person", "Li Wen");
    await li.fills("By when", "2026-03-20");
    await li.fills("How it will be seen", "The confirmation, signed");
    await li.submits();
    expect(li.modal?.title).toBe("Summary");
    const asked = /no risk is named for: (.*)\./.exec(li.modal?.text ?? "")?.[1];
    expect(asked).toContain("Current ratio");
    expect(asked).not.toContain("Debt to assets");
  });
});
