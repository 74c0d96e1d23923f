import { afterEach, describe, expect, it } from "vitest";
import type { RetailCustomer, RetailDesk } from "./batch-desk.ts";
import { CONCLUSION, CURRENT, concludes, LI, SUN, startRetailDesk, submitsBatch, toConclusion } from "./batch-desk.ts";

let retail: RetailDesk;
afterEach(() => retail.desk.stop());

const STANDING_OUT: readonly RetailCustomer[] = [
  { name: "Overdue Customer", pastDueSince: "2026-02-20" },
  { name: "Large Customer", drawn: 40_000_000n },
];
const li = () => retail.desk.as(LI);
const idOf = (name: string) => retail.book.inspections[name] ?? "";
const borrowerOf = async (name: string) =>
  retail.desk.db.borrower.findFirstOrThrow({ where: { name }, include: { loans: true } });

async function changes(
  name: string,
  field: string,
  on: "borrower" | "loan",
  values: { before: string; after: string },
) {
  const borrower = await borrowerOf(name);
  await retail.desk.db.factChange.create({
    data: {
      subjectKind: on,
      subjectId: on === "borrower" ? borrower.id : (borrower.loans[0]?.id ?? ""),
      field,
      ...values,
      asOf: "2026-01-10",
      recordedAt: new Date("2026-01-10T02:00:00Z"),
      source: "import",
    },
  });
}

describe("Exceptions", () => {
  it("are singled out with every reason, need a check of their own, and are no part of the submission", async () => {
    retail = await startRetailDesk([
      ...CURRENT.slice(0, 3),
      ...STANDING_OUT,
      { name: "Moved Customer" },
      { name: "More Drawn" },
    ]);
    await changes("Moved Customer", "phone", "borrower", { before: "138", after: "139" });
    await changes("Moved Customer", "address", "borrower", { before: "a", after: "b" });
    await changes("More Drawn", "drawnMinor", "loan", { before: "9000000", after: "12000000" });
    await li().clicks("Check as one batch");
    const shown = li().modal?.text ?? "";
    expect(shown).toContain("In the batch: 3, looked at: 0. 4 need a check of their own.");
    expect(shown).toMatch(/Overdue Customer.*a loan is past due/su);
    expect(shown).toMatch(/Large Customer.*drawn amount over the limit/su);
    expect(shown).toContain("changed since the last check: telephone, address");
    expect(shown).toContain("more is drawn than at the last check");
    expect(shown).not.toContain("Retail Customer 01");
    await li().closes();
    await toConclusion(retail);
    await concludes(retail);
    await submitsBatch(retail);
    expect(li().modal?.text).toContain("3 reports submitted");
    expect(li().modal?.text).toContain("4 checks of retail customers still to be done singly");
    expect(await retail.desk.db.report.count()).toBe(3);

    await li().closes();
    await retail.desk.tick();
    await li().clicks("Start check", { beside: "Overdue Customer" });
    expect(li().modal?.title).toBe("Routine inspection");
  });

  it("opens a check of its own from the batch, with all its questions", async () => {
    retail = await startRetailDesk([...CURRENT.slice(0, 2), ...STANDING_OUT]);
    await li().clicks("Check as one batch");
    await li().clicks("Check on its own", { beside: "Large Customer" });
    expect(li().modal?.text).toContain("Large Customer");
    expect(li().modal?.title).toBe("Routine inspection");
    const draft = await retail.desk.db.draft.findFirstOrThrow({ where: { inspectionId: idOf("Large Customer") } });
    expect(draft.circumstances).not.toContain('"batch":true');
  });

  it("are told by what the record says of the payments since the last check", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 2));
    await changes("Retail Customer 01", "drawnMinor", "loan", { before: "15000000", after: "12000000" });
    await changes("Retail Customer 02", "pastDueSince", "loan", { before: "2025-11-01", after: "2025-11-20" });
    await li().clicks("Check as one batch");
    expect(li().modal?.text).toContain("Repaid since the last check: 30,000.00 yuan");
    expect(li().modal?.text).toContain("Times told as overdue in 12 months: 0");
  });
});

describe("A customer who changes while the batch is open", () => {
  it("leaves it before anything is submitted; the officer is told, and the rest goes on with all that was typed", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 4));
    await toConclusion(retail);
    await concludes(retail);
    const late = await borrowerOf("Retail Customer 02");
    await retail.desk.db.loan.updateMany({ where: { borrowerId: late.id }, data: { pastDueSince: "2026-03-01" } });
    await submitsBatch(retail);
    expect(await retail.desk.db.report.count()).toBe(0);
    expect(li().modal?.text).toContain("Left the batch since you ticked them");
    expect(li().modal?.text).toContain("Retail Customer 02");
    expect(JSON.stringify(li().modal?.values)).toContain("repayment accounts read");
    await submitsBatch(retail);
    expect(li().modal?.text).toContain("3 reports submitted");
    expect(
      (await retail.desk.db.inspection.findUniqueOrThrow({ where: { id: idOf("Retail Customer 02") } })).state,
    ).toBe("planned");
  });

  it("leaves it too when a fact that was shown is told differently, or a check was begun singly", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 4));
    await toConclusion(retail);
    await concludes(retail);
    const repaid = await borrowerOf("Retail Customer 01");
    await retail.desk.db.loan.updateMany({ where: { borrowerId: repaid.id }, data: { drawnMinor: 11_000_000n } });
    await retail.desk.db.inspection.update({ where: { id: idOf("Retail Customer 03") }, data: { state: "started" } });
    await submitsBatch(retail);
    const left = li().modal?.text ?? "";
    expect(left).toContain("Retail Customer 01");
    expect(left).toContain("Retail Customer 03");
    await submitsBatch(retail);
    expect(li().modal?.text).toContain("2 reports submitted");
  });
});

describe("What is typed", () => {
  it("is found again after the modal was closed, ticks and conclusion", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 3));
    await li().clicks("Check as one batch");
    await li().chooses("batch.seen", "Looked at, is so", { beside: "Retail Customer 02" });
    await li().submits();
    expect(li().modal?.text).toContain("1 report will be submitted");
    expect(li().modal?.text).toContain("2 are not ticked and will stay on your desk");
    await li().fills("borrower/conclusion", "Salary of 9,000 yuan");
    await li().closes({ all: true });
    await li().clicks("Check as one batch");
    expect(li().modal?.text).toContain("looked at: 1");
    await li().submits();
    expect(JSON.stringify(li().modal?.values)).toContain("Salary of 9,000 yuan");
    expect(await retail.desk.db.offSiteBatch.count()).toBe(1);
  });

  it.each([
    "No problem found, all normal.",
    "正常，未见异常，按时还款。",
    "Loan amount 120,000 yuan, repaying on time.",
  ])("is refused at its field where it says nothing: %s", async (text) => {
    retail = await startRetailDesk(CURRENT.slice(0, 2));
    await toConclusion(retail);
    await concludes(retail, text);
    await li().submits();
    expect(Object.keys(li().errors)).toEqual(["Conclusion"]);
    expect(li().errors.Conclusion).toContain("17 repayment accounts");
    expect(await retail.desk.db.report.count()).toBe(0);
  });

  it("must say what was looked at, two things at least", async () => {
    retail = await startRetailDesk(CURRENT.slice(0, 2));
    await toConclusion(retail);
    await li().chooses("borrower/looked_at", ["Credit bureau report"]);
    await li().fills("borrower/conclusion", CONCLUSION);
    await li().submits();
    expect(Object.keys(li().errors)).toEqual(["What you looked at for each of them"]);
  });

  it("is one's own: a colleague neither sees nor submits it", async () => {
    retail = await startRetailDesk([
      ...CURRENT.slice(0, 2),
      ...["A", "B"].map((name) => ({ name, keeper: "sun" as const })),
    ]);
    await toConclusion(retail);
    await concludes(retail);
    await retail.desk.as(SUN).clicks("Check as one batch");
    expect(retail.desk.as(SUN).modal?.text).not.toContain("Retail Customer");
    const { submitBatch } = await import("../../../src/features/batch-checks/submit.ts");
    const batch = await retail.desk.db.offSiteBatch.findFirstOrThrow({ where: { personId: retail.book.liId } });
    const outcome = await submitBatch(await retail.desk.contextOf(retail.book.sunId), batch.id);
    expect(outcome).toMatchObject({ refused: "may.scope" });
    expect(await retail.desk.db.report.count()).toBe(0);
  });
});
