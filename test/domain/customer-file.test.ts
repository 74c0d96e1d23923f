/** What a customer's file lacks and when it is due, by the shipped policy with an earlier day from which documents are asked for. */
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../prisma/schema.ts";
import { customerFile, type FileFacts, fileDueOn } from "../../src/domain/customer-file/index.ts";
import { isoDate } from "../../src/domain/dates.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
if (isProblems(loaded)) throw new Error("the shipped policy has problems");
const base = loaded.policy;
const policy = {
  ...base,
  documents: { ...base.documents, customer_file: { ...base.documents.customer_file, asked_from: "2026-01-01" } },
};
const TODAY = isoDate("2026-03-02");
const facts = (more: Partial<FileFacts> = {}): FileFacts => ({
  customerType: "mse",
  takeOnOn: isoDate("2000-01-01"),
  loans: [{ number: "L1", product: "working_capital", disbursedOn: isoDate("2026-02-10"), isTroubled: false }],
  collateral: [{ number: "P1", loanNumber: "L1" }],
  filed: [],
  held: {},
  evidence: {},
  ...more,
});
const entry = (more: Partial<FileFacts>, document: string, reference = "") => {
  const found = customerFile(policy, facts(more), TODAY).find(
    (one) => one.document === document && one.reference === reference,
  );
  return found && { state: found.state, dueOn: found.dueOn };
};
const paper = (document: string, datedOn: string, reference = "") => ({
  ...{ id: "1", document, reference, place: "Archive 12", datedOn: isoDate(datedOn), copies: 0 },
});

describe("a customer's file", () => {
  it("asks for each loan's and each piece's documents within the policy's days of the loan", () => {
    expect(entry({}, "loan_contract", "L1")).toEqual({ state: "missing", dueOn: "2026-03-12" });
    expect(entry({}, "collateral_contract", "P1")).toEqual({ state: "missing", dueOn: "2026-03-12" });
    expect(fileDueOn(customerFile(policy, facts(), TODAY))).toBe("2026-03-12");
  });

  it("does not ask a second time for what a check of the desk brings", () => {
    expect(entry({}, "first_inspection")).toEqual({ state: "missing", dueOn: undefined });
  });

  it("shows what a loan of before the asking lacks, and asks for nothing of it", () => {
    const loans = [
      { number: "L1", product: "mortgage" as const, disbursedOn: isoDate("2025-12-31"), isTroubled: false },
    ];
    expect(entry({ loans }, "loan_contract", "L1")).toEqual({ state: "missing", dueOn: undefined });
    expect(fileDueOn(customerFile(policy, facts({ loans }), TODAY))).toBeUndefined();
    expect(entry({ takeOnOn: isoDate("2026-02-20") }, "loan_contract", "L1")?.dueOn).toBeUndefined();
  });

  it("is asked only for what its products, its kind of customer and trouble call for", () => {
    expect(entry({}, "project_approval", "L1")).toBeUndefined();
    expect(entry({}, "dunning_letter", "L1")).toBeUndefined();
    expect(entry({ customerType: "individual" }, "financial_statements")).toBeUndefined();
    const loans = [
      { number: "L1", product: "fixed_asset" as const, disbursedOn: isoDate("2026-02-10"), isTroubled: true },
    ];
    expect(entry({ loans }, "project_approval", "L1")?.state).toBe("missing");
    expect(entry({ loans }, "dunning_letter", "L1")?.state).toBe("missing");
  });

  it("holds what was filed until it grows stale on its day; the newest counts", () => {
    const filed = [paper("identity_document", "2023-03-03")];
    expect(entry({ filed }, "identity_document")).toEqual({ state: "on_file", dueOn: "2026-03-03" });
    expect(entry({ filed: [paper("identity_document", "2023-03-02")] }, "identity_document")?.state).toBe("stale");
    const both = [paper("identity_document", "2023-03-02"), paper("identity_document", "2026-01-05")];
    expect(entry({ filed: both }, "identity_document")).toEqual({ state: "on_file", dueOn: "2029-01-05" });
    expect(entry({ filed: [paper("loan_contract", "2026-02-10", "L2")] }, "loan_contract", "L1")?.state).toBe(
      "missing",
    );
  });

  it("counts what the desk itself holds: approved reports, the borrower's sheet, files under named items", () => {
    expect(entry({ held: { first_report: isoDate("2026-02-20") } }, "first_inspection")?.state).toBe("on_file");
    expect(entry({ held: { confirmation: isoDate("2026-02-20") } }, "borrower_confirmation")?.state).toBe("on_file");
    expect(entry({ evidence: { use_evidence: isoDate("2026-02-20") } }, "proof_of_use")?.state).toBe("on_file");
    expect(entry({ evidence: { photos: isoDate("2026-02-20") } }, "proof_of_use")?.state).toBe("missing");
  });

  it("of nobody who owes nothing", () => {
    expect(customerFile(policy, facts({ loans: [] }), TODAY)).toEqual([]);
  });
});
