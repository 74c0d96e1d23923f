import { afterEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;

afterEach(() => desk.stop());

async function startsCheck(drawnYuan: bigint): Promise<void> {
  ({ desk } = await startBranch());
  await desk.db.loan.updateMany({ data: { drawnMinor: drawnYuan * 100n, principalMinor: drawnYuan * 100n } });
  await desk.tick();
  await desk.as(LI).clicks("Start check");
}

/** From step to step until the open one says `words`; `end` is the summary. */
async function goesOnTo(words: string, wishes: Record<string, string> = {}): Promise<void> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 60; steps += 1) {
    if (li.sees(words)) return;
    await fillStep(li, { policy, visitedOn: TODAY, wishes });
    await li.submits();
    if (Object.keys(li.errors).length > 0) throw new Error(JSON.stringify(li.errors));
  }
  throw new Error(`never saw ${words}`);
}

describe("what is counted on the spot", () => {
  it("is counted before the last figure is shown, and a later change stands beside the first count", async () => {
    await startsCheck(3_000_000n);
    const li = desk.as(LI);
    await goesOnTo("Seen and counted on the spot");
    expect(li.sees("Count it yourself")).toBe(true);
    expect(li.modal?.title).not.toBe("Compare");

    await fillStep(li, {
      policy: desk.parts.policies.inForce().policy,
      visitedOn: TODAY,
      wishes: { inventory_cny: "2400000" },
    });
    await li.submits();

    expect(li.modal?.title).toBe("Compare");
    expect(li.sees("2,400,000.00 yuan")).toBe(true);
    expect(li.sees("no earlier figure")).toBe(true);

    await li.clicks("Change figures");
    await goesOnTo("counted as 2,400,000.00 yuan before the last figure was seen, then changed to 1,900,000.00 yuan", {
      inventory_cny: "1900000",
    });
    expect(li.modal?.title).toBe("Summary");
    await li.submits();
    await desk.tick();

    const wang = desk.as(WANG);
    await wang.clicks("Review");
    expect(wang.sees("counted as 2,400,000.00 yuan before the last figure was seen")).toBe(true);
    expect(wang.sees("Coverage ")).toBe(true);
  });
});

describe("what the record knows already", () => {
  it("is confirmed with one tick, or changed where the officer says that it is no longer so", async () => {
    ({ desk } = await startBranch());
    const loan = await desk.db.loan.findFirstOrThrow();
    await desk.db.loan.updateMany({ data: { drawnMinor: 300_000_000n } });
    const piece = { loanId: loan.id, number: "P-1", kind: "property", description: "Hall", currency: "CNY" };
    await desk.db.collateral.create({
      data: { ...piece, valueMinor: 500_000_000n, valuedOn: "2026-01-31", asOf: TODAY, recordedAt: new Date() },
    });
    await desk.tick();
    const li = desk.as(LI);
    await li.clicks("Start check");
    await goesOnTo("Is this still so?");
    expect(li.sees("5,000,000.00 yuan")).toBe(true);
    await li.chooses("Is this still so?", "No");
    await li.submits();
    // The same step, with the fields and what was known in them.
    expect(li.sees("Date of the valuation")).toBe(true);
    expect(li.modal?.text).toContain("5,000,000.00 yuan");
    await goesOnTo("Summary", { collateral_known: "no", value_cny: "4000000" });
    expect(li.sees("4,000,000.00 yuan")).toBe(true);
    // 3 of 4 million.
    expect(li.sees("75.00%")).toBe(true);
    const draft = await desk.db.draftAnswer.findMany({ where: { key: { contains: "valued_at" } } });
    expect(draft.map(({ raw }) => raw)).toEqual(['"2026-01-31"']);
  });
});

describe("the payees of a loan", () => {
  it("are added and removed in the modal, and show how much of the loan is verified", async () => {
    await startsCheck(3_000_000n);
    const li = desk.as(LI);
    await goesOnTo("Payee: 0");

    await li.clicks("Add: Payee");
    await li.fills("Amount paid to this payee", "1000000");
    await li.clicks("Add: Payee");
    expect(li.sees("Payee: 2")).toBe(true);
    await li.clicks("Remove", { beside: "Payee 2" });
    expect(li.sees("Payee: 1")).toBe(true);
    await goesOnTo("Summary", { payee_amount_cny: "2400000", payee_evidenced: "yes" });

    // 2.4 of 3.0 million.
    expect(li.sees("80.00%")).toBe(true);
    await li.submits();
    const report = await desk.db.report.findFirstOrThrow({ include: { answers: true } });
    const verified = report.answers.find(({ itemKey }) => itemKey === "use_verified_pct");
    expect(verified).toMatchObject({ value: "80.00", level: "yellow" });
  });

  it("are not asked of a small borrower in good standing, and the reviewer is told how much was asked", async () => {
    await startsCheck(800_000n);
    const li = desk.as(LI);
    await goesOnTo("Summary");
    expect(li.sees("Payee")).toBe(false);
    await li.submits();
    await desk.tick();

    const wang = desk.as(WANG);
    await wang.clicks("Review");
    expect(wang.sees("Not their turn this time")).toBe(true);
  });
});
