/** A branch under a head office with a keeper, a unit manager and an administrator in Slack, and one customer; a Tuesday. */
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, anAdministrator, anOfficer, aUnit, aUnitManager } from "../../builders/index.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

export const [LI, ZHAO, MA] = ["U000000LI", "U00000ZHAO", "U000000MA"] as const;
const NAMES: Readonly<Record<string, string>> = { [LI]: "Li Wen", [ZHAO]: "Zhao Lei", [MA]: "Ma Jun" };

export interface WatchedBranch {
  readonly desk: TestDesk;
  readonly ids: Readonly<Record<"head" | "li" | "zhao" | "borrower", string>>;
}

export const called = (id: string, name: string, unitId: string) => ({
  name,
  unitId,
  email: `${id.toLowerCase()}@bank.example`,
});

/** `others`: who else is in Slack, by their id there, and what stands in the book of them. */
export async function aWatchedBranch(
  time: string,
  customer: string,
  others: Readonly<Record<string, string>> = {},
  more: (db: Tx, headId: string) => Promise<void> = async () => undefined,
): Promise<WatchedBranch> {
  let ids: WatchedBranch["ids"] | undefined;
  const desk = await startTestDesk({
    at: `2026-03-03T${time}:00+08:00`,
    people: Object.entries({ ...NAMES, ...others }).map(([id, name]) => aColleague(id, name)),
    book: async (db) => {
      ids = await aBook(db, customer);
      await more(db, ids.head);
    },
  });
  if (ids === undefined) throw new Error("no book");
  return { desk, ids };
}

async function aBook(db: Tx, customer: string): Promise<WatchedBranch["ids"]> {
  const head = await aUnit(db, { kind: "head_office" });
  const unit = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const li = await anOfficer(db, called(LI, "Li Wen", unit.id));
  const zhao = await aUnitManager(db, called(ZHAO, "Zhao Lei", unit.id));
  await anAdministrator(db, called(MA, "Ma Jun", head.id));
  const borrower = await aBorrower(db, { name: customer, unitId: unit.id, ownerId: li.id });
  return { head: head.id, li: li.id, zhao: zhao.id, borrower: borrower.id };
}
