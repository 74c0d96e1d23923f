/** A branch with one person of each role, one customer whose check is due today, and one that nobody keeps. */
import type { Role } from "../../../src/domain/vocabulary.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import type { PersonDriver, PersonSeed } from "../../../src/workspace/workspace.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

export const TODAY = "2026-03-02";
export const HOSTILE = "Harbour <!channel> *Foods* & Co";
export type HomeRole = Role | "none";
const ROLES: readonly HomeRole[] = [
  "account_manager",
  "post_loan_officer",
  "unit_manager",
  "administrator",
  "overseer",
  "none",
];
export const idOf = (role: string) => `U0${role.replace("_", "").slice(0, 8).toUpperCase()}`;
export const emailOf = (role: string) => `${idOf(role).toLowerCase()}@bank.example`;

export interface HomeDesk extends TestDesk {
  person(role: HomeRole): PersonDriver;
  /** Opens the tab; what stands on it. */
  opened(role: HomeRole): Promise<string>;
  /** What stands there now, without opening it. */
  shown(role: HomeRole): string;
  personId(role: HomeRole): Promise<string>;
  /** How many views were given to Slack so far. */
  published(): number;
  /** A customer of the officer with a check of their own. */
  aCheck(wishes: Partial<Parameters<typeof anInspection>[1]> & { name?: string; product?: string }): Promise<string>;
}

export async function startHomeDesk(): Promise<HomeDesk> {
  const desk = await startTestDesk({
    at: `${TODAY}T09:05:00+08:00`,
    people: ROLES.map(seed),
    book: async (db, parts) => aBook(db, parts.policies.inForce().versionId),
  });
  const { versionId } = desk.parts.policies.inForce();
  const person = (role: HomeRole) => desk.as(idOf(role));
  const shown = (role: HomeRole) => (person(role).home?.text ?? "").replaceAll("\u200b", "");
  const rowOf = (role: HomeRole) => desk.db.person.findUniqueOrThrow({ where: { email: emailOf(role) } });
  return {
    ...desk,
    person,
    shown,
    opened: async (role) => {
      await person(role).opensHome();
      return shown(role);
    },
    personId: async (role) => (await rowOf(role)).id,
    published: () => desk.workspace.calls.filter((call) => call === "views.publish").length,
    aCheck: async ({ name = "Quay Paper", product = "working_capital", dueOn = TODAY, ...wishes }) => {
      const { id, unitId } = await rowOf("account_manager");
      const borrower = await aBorrower(desk.db, { unitId, ownerId: id, name });
      await aLoan(desk.db, { borrowerId: borrower.id, product });
      const check = { borrowerId: borrower.id, assigneeId: id, dueOn, policyVersionId: versionId, ...wishes };
      return (await anInspection(desk.db, check)).id;
    },
  };
}

function seed(role: string): PersonSeed {
  const id = idOf(role);
  return {
    id,
    name: role,
    realName: role,
    title: "",
    email: emailOf(role),
    locale: "en-US",
    timeZone: "Asia/Shanghai",
  };
}

async function aBook(db: Tx, policyVersionId: string): Promise<void> {
  const unit = await aUnit(db, { name: "Harbour Branch" });
  const made: Record<string, string> = {};
  for (const role of ROLES) {
    const roles = role === "none" ? [] : [{ role }];
    made[role] = (await aPerson(db, { name: role, email: emailOf(role), unitId: unit.id, roles })).id;
  }
  const ownerId = made.account_manager ?? "";
  const borrower = await aBorrower(db, { name: HOSTILE, unitId: unit.id, ownerId, lastInspectedOn: "2025-12-01" });
  await aLoan(db, { borrowerId: borrower.id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
  await anInspection(db, { borrowerId: borrower.id, assigneeId: ownerId, dueOn: TODAY, policyVersionId });
  await aBorrower(db, { name: "Nobody's", unitId: unit.id });
}
