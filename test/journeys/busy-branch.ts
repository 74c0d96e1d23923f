/** A branch under a head office: two officers, two reviewers, two managers; some customers, one clock to move. */
import type { Parts } from "../../src/platform/context.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import type { PersonSeed } from "../../src/workspace/workspace.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aReviewer, aUnit, aUnitManager } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { startTestDesk, type TestDesk } from "../setup/test-desk.ts";

/** Slack user ids. */
export const LI = "U000000LI";
export const CHEN = "U00000CHEN";
export const WANG = "U00000WANG";
export const HE = "U0000000HE";
export const ZHAO = "U00000ZHAO";
export const SUN = "U000000SUN";

const NAMES = {
  [LI]: "Li Wen",
  [CHEN]: "Chen Jie",
  [WANG]: "Wang Ping",
  [HE]: "He Yun",
  [ZHAO]: "Zhao Lei",
  [SUN]: "Sun Yi",
} as const;

export const emailOf = (id: keyof typeof NAMES) => `${NAMES[id].toLowerCase().replaceAll(" ", ".")}@bank.example`;

const people: readonly PersonSeed[] = ([LI, CHEN, WANG, HE, ZHAO, SUN] as const).map((id) => ({
  id,
  name: NAMES[id],
  realName: NAMES[id],
  title: "",
  email: emailOf(id),
  locale: "en-US",
  timeZone: "Asia/Shanghai",
}));

export interface BusyBranch {
  readonly headId: string;
  readonly unitId: string;
  /** Officers of the branch. */
  readonly li: string;
  readonly chen: string;
  /** Reviewers: of the branch, of the head office. */
  readonly wang: string;
  readonly he: string;
  /** Managers: of the branch, of the head office. */
  readonly zhao: string;
  readonly sun: string;
}

/** One of Li's customers with a routine inspection of that due date. */
export interface Wish {
  readonly name: string;
  readonly dueOn: string;
  readonly product?: string;
}

export async function startBusyBranch(
  at: string,
  wishes: readonly Wish[],
): Promise<{ desk: TestDesk; branch: BusyBranch }> {
  let branch: BusyBranch | undefined;
  const desk = await startTestDesk({
    at,
    people,
    book: async (db, parts) => {
      branch = await aBusyBranch(db);
      for (const wish of wishes) await aCustomer(db, parts, branch, wish);
    },
  });
  if (branch === undefined) throw new Error("no book");
  return { desk, branch };
}

async function aBusyBranch(db: Tx): Promise<BusyBranch> {
  const head = await aUnit(db, { name: "Head office", kind: "head_office" });
  const unit = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const at = (id: keyof typeof NAMES, unitId = unit.id) => ({ name: NAMES[id], email: emailOf(id), unitId });
  return {
    headId: head.id,
    unitId: unit.id,
    li: (await anOfficer(db, at(LI))).id,
    chen: (await anOfficer(db, at(CHEN))).id,
    wang: (await aReviewer(db, at(WANG))).id,
    he: (await aReviewer(db, at(HE, head.id))).id,
    zhao: (await aUnitManager(db, at(ZHAO))).id,
    sun: (await aPerson(db, { ...at(SUN, head.id), roles: [{ role: "head_office_manager" }] })).id,
  };
}

async function aCustomer(db: Tx, parts: Parts, { unitId, li }: BusyBranch, { name, dueOn, product }: Wish) {
  const borrower = await aBorrower(db, {
    name,
    unitId,
    ownerId: li,
    customerType: "corporate",
    lastInspectedOn: "2025-12-01",
    takeOnOn: "2026-01-01",
  });
  await aLoan(db, {
    borrowerId: borrower.id,
    disbursedOn: "2025-06-01",
    maturesOn: "2027-12-01",
    ...(product === undefined ? {} : { product }),
  });
  const { versionId: policyVersionId } = parts.policies.inForce();
  await anInspection(db, { borrowerId: borrower.id, assigneeId: li, dueOn, policyVersionId });
}

export async function inspectionOf(desk: TestDesk, name: string) {
  return desk.db.inspection.findFirstOrThrow({ where: { borrower: { name } }, include: { borrower: true } });
}
