/** Rows of units and people, with everything said that a test does not care about. */
import type { Role } from "../../src/domain/vocabulary.ts";
import { forgetUnits } from "../../src/features/people/unit-tree.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import { LONG_AGO, nextNumber } from "./unique.ts";

export type UnitRow = NonNullable<Awaited<ReturnType<Tx["orgUnit"]["findFirst"]>>>;
export type PersonRow = NonNullable<Awaited<ReturnType<Tx["person"]["findFirst"]>>>;
type AccountRow = NonNullable<Awaited<ReturnType<Tx["slackAccount"]["findFirst"]>>>;

export interface PersonWishes {
  readonly name?: string;
  readonly email?: string;
  /** Where the person sits; a unit of their own when not said. */
  readonly unitId?: string;
  readonly leftOn?: string;
  readonly roles?: readonly RoleWish[];
}

export interface RoleWish {
  readonly role: Role;
  /** The person's own unit when not said. */
  readonly unitId?: string;
  readonly fromAt?: Date;
  readonly toAt?: Date;
}

/** A branch in Shanghai that works by China's calendar and reads English. */
export async function aUnit(db: Tx, wishes: Partial<UnitRow> = {}): Promise<UnitRow> {
  const number = nextNumber();
  forgetUnits();
  return db.orgUnit.create({
    data: {
      code: `B${number}`,
      name: `Branch ${number}`,
      kind: "branch",
      line: "business",
      timeZone: "Asia/Shanghai",
      calendarId: "cn",
      language: "en",
      ...wishes,
    },
  });
}

/** Somebody without any role. */
export async function aPerson(db: Tx, wishes: PersonWishes = {}): Promise<PersonRow> {
  const number = nextNumber();
  const unitId = wishes.unitId ?? (await aUnit(db)).id;
  const grants = (wishes.roles ?? []).map(({ role, unitId: over, fromAt, toAt }) => ({
    role,
    unitId: over ?? unitId,
    fromAt: fromAt ?? LONG_AGO,
    toAt: toAt ?? null,
  }));
  return db.person.create({
    data: {
      name: wishes.name ?? `Person ${number}`,
      email: wishes.email ?? `person.${number}@bank.example`,
      unitId,
      createdAt: LONG_AGO,
      leftOn: wishes.leftOn ?? null,
      grants: { create: grants },
    },
  });
}

export const anOfficer = (db: Tx, wishes: PersonWishes = {}) => aPersonWho(db, "account_manager", wishes);
export const aReviewer = (db: Tx, wishes: PersonWishes = {}) => aPersonWho(db, "post_loan_officer", wishes);
export const aUnitManager = (db: Tx, wishes: PersonWishes = {}) => aPersonWho(db, "unit_manager", wishes);
export const anAdministrator = (db: Tx, wishes: PersonWishes = {}) => aPersonWho(db, "administrator", wishes);

function aPersonWho(db: Tx, role: Role, wishes: PersonWishes): Promise<PersonRow> {
  return aPerson(db, { ...wishes, roles: [{ role }, ...(wishes.roles ?? [])] });
}

/** The Slack account of a person, with a direct-message channel already open. */
export async function aSlackAccount(db: Tx, personId: string, wishes: Partial<AccountRow> = {}) {
  const number = nextNumber();
  return db.slackAccount.create({
    data: {
      teamId: "T0TEST",
      userId: `U${String(number).padStart(8, "0")}`,
      locale: "en-US",
      timeZone: "Asia/Shanghai",
      channelId: `D${String(number).padStart(8, "0")}`,
      matchedAt: LONG_AGO,
      ...wishes,
      personId,
    },
  });
}

/** `standInId` takes over the work of `personId` on these days, both included. */
export async function aStandIn(
  db: Tx,
  who: { readonly personId: string; readonly standInId: string; readonly fromOn: string; readonly toOn: string },
) {
  return db.delegation.create({ data: { ...who, reason: "on leave", enteredBy: who.personId, enteredAt: LONG_AGO } });
}
