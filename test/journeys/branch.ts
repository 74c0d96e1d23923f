/** A branch with an officer, a reviewer and a manager, and one borrower whose routine inspection is due today. */
import type { Parts } from "../../src/platform/context.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import type { PersonSeed } from "../../src/workspace/workspace.ts";
import { aBorrower, aLoan, anOfficer, aReviewer, aUnit, aUnitManager } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { startTestDesk, type TestDesk } from "../setup/test-desk.ts";

export const LI = "U000000LI";
export const WANG = "U00000WANG";
export const ZHAO = "U00000ZHAO";
export const TODAY = "2026-03-02";
export const MORNING = `${TODAY}T09:05:00+08:00`;
export const BORROWER = "Ningbo Harbour Foods Co., Ltd.";

const seed = (id: string, name: string, title: string, locale = "en-US"): PersonSeed => ({
  id,
  name,
  realName: name,
  title,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@bank.example`,
  locale,
  timeZone: "Asia/Shanghai",
});

export const people: readonly PersonSeed[] = [
  seed(LI, "Li Wen", "Account manager"),
  seed(WANG, "Wang Ping", "Post-loan officer"),
  seed(ZHAO, "Zhao Lei", "Unit manager"),
];

export interface Branch {
  readonly liId: string;
  readonly wangId: string;
  readonly zhaoId: string;
  readonly borrowerId: string;
  readonly inspectionId: string;
}

export async function startBranch(
  transport: "socket" | "http" = "socket",
  how: { readonly byLink?: boolean; readonly policyFile?: string } = {},
): Promise<{ desk: TestDesk; branch: Branch }> {
  let branch: Branch | undefined;
  const desk = await startTestDesk({
    at: MORNING,
    people,
    transport,
    ...how,
    book: async (db, parts) => {
      branch = await aBranch(db, parts);
    },
  });
  if (branch === undefined) throw new Error("no book");
  return { desk, branch };
}

export async function aBranch(db: Tx, parts: Parts, dueOn: string = TODAY): Promise<Branch> {
  const unit = await aUnit(db, { name: "Harbour Branch" });
  const li = await anOfficer(db, { name: "Li Wen", email: "li.wen@bank.example", unitId: unit.id });
  const wang = await aReviewer(db, { name: "Wang Ping", email: "wang.ping@bank.example", unitId: unit.id });
  const zhao = await aUnitManager(db, { name: "Zhao Lei", email: "zhao.lei@bank.example", unitId: unit.id });
  const borrower = await aBorrower(db, {
    name: BORROWER,
    unitId: unit.id,
    ownerId: li.id,
    customerType: "corporate",
    lastInspectedOn: "2025-12-01",
    takeOnOn: "2026-01-01",
    signers: [{ name: "Zhou Min", title: "Legal representative" }],
  });
  await aLoan(db, { borrowerId: borrower.id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
  const inspection = await anInspection(db, {
    borrowerId: borrower.id,
    assigneeId: li.id,
    dueOn,
    policyVersionId: parts.policies.inForce().versionId,
  });
  return { liId: li.id, wangId: wang.id, zhaoId: zhao.id, borrowerId: borrower.id, inspectionId: inspection.id };
}
