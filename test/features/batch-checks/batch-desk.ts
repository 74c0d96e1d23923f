/** A branch with an officer who keeps retail customers: twelve are current, others stand out in one way each. */
import type { Parts } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import type { PersonSeed } from "../../../src/workspace/workspace.ts";
import { aBorrower, aLoan, anOfficer, aReviewer, aUnit, aUnitManager } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

export const LI = "U000000LI";
export const SUN = "U00000SUN";
export const WANG = "U00000WANG";
export const CHEN = "U00000CHEN";
export const TODAY = "2026-03-02";
export const MORNING = `${TODAY}T09:05:00+08:00`;
export const CONCLUSION =
  "12 repayment accounts read from March 2025 to February 2026: 144 instalments booked, none missed, salaries paid in every month.";

const seed = (id: string, name: string, title: string, locale = "en-US"): PersonSeed => ({
  id,
  name,
  realName: name,
  title,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@bank.example`,
  locale,
  timeZone: "Asia/Shanghai",
});

export interface RetailBook {
  readonly unitId: string;
  readonly liId: string;
  readonly sunId: string;
  readonly wangId: string;
  readonly chenId: string;
  readonly policyVersionId: string;
  /** By name, the inspection that is due. */
  readonly inspections: Readonly<Record<string, string>>;
}

export interface RetailCustomer {
  readonly name: string;
  readonly drawn?: bigint;
  readonly pastDueSince?: string;
  readonly dueOn?: string;
  readonly product?: string;
  readonly keeper?: "li" | "sun" | "wang";
}

export const CURRENT: readonly RetailCustomer[] = Array.from({ length: 12 }, (_, at) => ({
  name: `Retail Customer ${String(at + 1).padStart(2, "0")}`,
  dueOn: at < 2 ? "2026-02-26" : "2026-03-04",
}));

export interface RetailDesk {
  readonly desk: TestDesk;
  readonly book: RetailBook;
}

export async function startRetailDesk(
  customers: readonly RetailCustomer[] = CURRENT,
  locale = "en-US",
): Promise<RetailDesk> {
  let book: RetailBook | undefined;
  const desk = await startTestDesk({
    at: MORNING,
    people: [
      seed(LI, "Li Wen", "Account manager", locale),
      seed(SUN, "Sun Yi", "Account manager"),
      seed(WANG, "Wang Ping", "Post-loan officer", locale),
      seed(CHEN, "Chen Hao", "Post-loan officer"),
    ],
    book: async (db, parts) => {
      book = await aRetailBook(db, parts, customers);
    },
  });
  if (book === undefined) throw new Error("no book");
  await desk.tick();
  return { desk, book };
}

async function aRetailBook(db: Tx, parts: Parts, customers: readonly RetailCustomer[]): Promise<RetailBook> {
  const unit = await aUnit(db, { name: "Harbour Branch" });
  const at = { unitId: unit.id };
  const li = await anOfficer(db, { ...at, name: "Li Wen", email: "li.wen@bank.example" });
  const sun = await anOfficer(db, { ...at, name: "Sun Yi", email: "sun.yi@bank.example" });
  const wang = await aReviewer(db, { ...at, name: "Wang Ping", email: "wang.ping@bank.example" });
  const chen = await aReviewer(db, { ...at, name: "Chen Hao", email: "chen.hao@bank.example" });
  await aUnitManager(db, { ...at, name: "Zhao Lei", email: "zhao.lei@bank.example" });
  const people = { unitId: unit.id, liId: li.id, sunId: sun.id, wangId: wang.id, chenId: chen.id };
  const policyVersionId = parts.policies.inForce().versionId;
  const keepers = { li: li.id, sun: sun.id, wang: wang.id };
  const inspections: Record<string, string> = {};
  for (const customer of customers) {
    const keeperId = keepers[customer.keeper ?? "li"];
    inspections[customer.name] = await aRetailCustomer(db, customer, { keeperId, unitId: unit.id, policyVersionId });
  }
  return { ...people, policyVersionId, inspections };
}

interface Keeping {
  readonly keeperId: string;
  readonly unitId: string;
  readonly policyVersionId: string;
}

export async function aRetailCustomer(db: Tx, customer: RetailCustomer, keeping: Keeping): Promise<string> {
  const borrower = await aBorrower(db, {
    name: customer.name,
    unitId: keeping.unitId,
    ownerId: keeping.keeperId,
    customerType: "individual",
    lastInspectedOn: "2025-03-03",
    lastVisitOn: "2025-03-03",
    takeOnOn: "2025-01-01",
  });
  await aLoan(db, {
    borrowerId: borrower.id,
    product: customer.product ?? "personal_consumption",
    principalMinor: 20_000_000n,
    drawnMinor: customer.drawn ?? 12_000_000n,
    disbursedOn: "2024-06-01",
    maturesOn: "2027-06-01",
    pastDueSince: customer.pastDueSince ?? null,
  });
  const inspection = await anInspection(db, {
    borrowerId: borrower.id,
    assigneeId: keeping.keeperId,
    mode: "off_site",
    dueOn: customer.dueOn ?? "2026-03-04",
    policyLine: "inspections.personal_consumption",
    policyVersionId: keeping.policyVersionId,
  });
  return inspection.id;
}

/** From the morning's line to the conclusion, everybody ticked. */
export async function toConclusion({ desk }: Pick<RetailDesk, "desk">, who: string = LI): Promise<void> {
  await desk.as(who).clicks("Check as one batch");
  await throughPages({ desk }, who);
}

/** Where it is open already. */
export async function throughPages({ desk }: Pick<RetailDesk, "desk">, who: string = LI): Promise<void> {
  const officer = desk.as(who);
  for (let pages = 0; pages < 12 && officer.modal?.buttons.includes("Check on its own"); pages += 1)
    await officer.submits();
  for (let pages = 0; pages < 12; pages += 1) {
    const tick = officer.modal?.buttons.find((name) => name.startsWith("Tick "));
    if (tick === undefined) return;
    await officer.clicks(tick);
    await officer.submits();
  }
  throw new Error("the batch does not end");
}

export async function concludes(
  { desk }: Pick<RetailDesk, "desk">,
  text = CONCLUSION,
  who: string = LI,
): Promise<void> {
  const officer = desk.as(who);
  await officer.chooses("borrower/looked_at", ["Repayments of the last 12 months", "Credit bureau report"]);
  await officer.fills("borrower/conclusion", text);
}

/** Presses Submit, and waits for how it ended where that takes longer than Slack waits. */
export async function submitsBatch({ desk }: Pick<RetailDesk, "desk">, who: string = LI): Promise<void> {
  const officer = desk.as(who);
  await officer.submits();
  await officer.eventually(() => officer.modal?.text.includes("are being written") === false, 60_000);
}
