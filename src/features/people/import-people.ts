/** The people file: who works here, where, with which roles. Leaving somebody out deletes nobody; a role left out ends. */
import { basename } from "node:path";
import { z } from "zod";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { beginRun, endRun, type ImportReport, recordChanges, recordTurn, turns } from "./import-run.ts";
import type { ImportOptions } from "./import-units.ts";
import { ImportLedger } from "./ledger.ts";
import { type NamedCells, readNamedCells } from "./named-cells.ts";

const PEOPLE_COLUMNS = ["email", "name", "unit", "roles", "left_on"] as const;
/** Officers that a portfolio mapping makes up are in no people file. */
export const MADE_UP_DOMAIN = "example.invalid";

interface RoleAt {
  readonly role: Role;
  readonly unitId: string;
}

interface PersonFacts {
  readonly email: string;
  readonly name: string;
  readonly unitId: string;
  readonly leftOn: string | null;
  readonly roles: readonly RoleAt[];
}

interface ReadPerson {
  readonly cells: NamedCells;
  readonly facts: PersonFacts;
}

export async function importPeople(
  ctx: Context,
  path: string,
  { dryRun = false }: ImportOptions = {},
): Promise<ImportReport | Refusal> {
  const rows = authorize(ctx, "import_people", nothingInParticular) ?? (await readNamedCells(path, PEOPLE_COLUMNS));
  if (isRefusal(rows)) {
    return rows;
  }
  const people = await readPeople(ctx, rows);
  const ledger = new ImportLedger();
  for (const { cells } of people) ledger.refuse(cells.refusals);
  const source = basename(path);
  await savePeople(ctx, people, ledger, dryRun ? undefined : source);
  const missing = await missingPeople(ctx, people);
  const some = missing.slice(0, 100);
  return {
    dryRun,
    source,
    counts: ledger.counts(),
    refused: ledger.byReason(),
    missing: { count: missing.length, some },
  };
}

async function readPeople(ctx: Context, rows: readonly NamedCells[]): Promise<ReadPerson[]> {
  const units = await ctx.db.orgUnit.findMany({ select: { id: true, code: true, timeZone: true } });
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
  const seen = new Set<string>();
  return rows.map((cells) => {
    const facts = readPerson(ctx, cells, unitByCode);
    if (facts.email !== "" && seen.has(facts.email)) cells.refuse("email", "twice");
    seen.add(facts.email);
    return { cells, facts };
  });
}

type UnitByCode = ReadonlyMap<string, { readonly id: string; readonly timeZone: string }>;

function readPerson(ctx: Context, cells: NamedCells, unitByCode: UnitByCode): PersonFacts {
  const email = cells.required("email").toLowerCase();
  if (email !== "" && !z.email().safeParse(email).success) cells.refuse("email", "not_an_email");
  const unitCode = cells.required("unit");
  const unit = unitByCode.get(unitCode);
  if (unit === undefined && unitCode !== "") cells.refuse("unit", "unit_unknown");
  const leftOn = cells.date("left_on") ?? null;
  const gone = leftOn !== null && leftOn < localDate(ctx.now, unit?.timeZone ?? "UTC");
  const roles = readRoles(cells, unit?.id ?? "", unitByCode);
  return { email, name: cells.required("name"), unitId: unit?.id ?? "", leftOn, roles: gone ? [] : roles };
}

/** `account_manager; post_loan_officer@B1`: a role alone is for the person's own unit. */
function readRoles(cells: NamedCells, ownUnitId: string, unitByCode: UnitByCode): RoleAt[] {
  const words = cells
    .text("roles")
    .split(";")
    .map((word) => word.trim());
  const roles = words
    .filter((word) => word !== "")
    .flatMap((word): RoleAt[] => {
      const [roleWord, unitCode] = word.split("@").map((part) => part.trim());
      const role = ROLES.find((one) => one === roleWord);
      const unitId = unitCode === undefined ? ownUnitId : unitByCode.get(unitCode)?.id;
      if (role === undefined) cells.refuse("roles", "role_unknown", ROLES);
      if (unitId === undefined) cells.refuse("roles", "unit_unknown");
      return role === undefined || unitId === undefined ? [] : [{ role, unitId }];
    });
  return [...new Map(roles.map((one) => [roleText(one), one])).values()];
}

async function savePeople(
  ctx: Context,
  people: readonly ReadPerson[],
  ledger: ImportLedger,
  source?: string,
): Promise<void> {
  const good = people.filter(({ cells }) => cells.refusals.length === 0).map(({ facts }) => facts);
  if (source === undefined) {
    for (const turn of turns(good)) await compareTurn(ctx, turn, ledger);
    return;
  }
  const runId = await beginRun(ctx, { kind: "people", source, asOf: localDate(ctx.now, ctx.actor.timeZone) });
  await ctx.parts.database.inBackground(async () => {
    for (const turn of turns(good)) await saveTurn(ctx, runId, turn, ledger);
    const refusals = people.flatMap(({ cells }) => cells.refusals);
    await inTransaction(ctx, (tx) => recordTurn(tx.db, runId, ledger.counts(), refusals));
  });
  await endRun(ctx, runId, ledger.counts(), (await missingPeople(ctx, people)).length);
}

type KnownPerson = PersonFacts & { readonly id: string; readonly grants: readonly (RoleAt & { id: string })[] };

async function knownPeople(db: Tx, emails: readonly string[]): Promise<Map<string, KnownPerson>> {
  const people = await db.person.findMany({
    where: { email: { in: [...emails] } },
    include: { grants: { where: { toAt: null } } },
  });
  const known = people.map(({ id, email, name, unitId, leftOn, grants }): KnownPerson => {
    const live = grants.flatMap((grant) => {
      const role = ROLES.find((one) => one === grant.role);
      return role === undefined ? [] : [{ id: grant.id, role, unitId: grant.unitId }];
    });
    return { id, email, name, unitId, leftOn, roles: live, grants: live };
  });
  return new Map(known.map((person) => [person.email, person]));
}

async function compareTurn(ctx: Context, turn: readonly PersonFacts[], ledger: ImportLedger): Promise<void> {
  const known = await knownPeople(
    ctx.db,
    turn.map(({ email }) => email),
  );
  for (const facts of turn) ledger.count(outcomeOf(facts, known.get(facts.email)));
}

async function saveTurn(
  ctx: Context,
  runId: string,
  turn: readonly PersonFacts[],
  ledger: ImportLedger,
): Promise<void> {
  const outcomes = await inTransaction(ctx, async (tx) => {
    const known = await knownPeople(
      tx.db,
      turn.map(({ email }) => email),
    );
    const changed = turn.filter((facts) => outcomeOf(facts, known.get(facts.email)) !== "unchanged");
    for (const facts of changed) await savePerson(tx, facts, known.get(facts.email));
    const before = changed.map(({ email }) => known.get(email)).filter((person) => person !== undefined);
    await recordChanges(tx, runId, { before, after: changed });
    return turn.map((facts) => outcomeOf(facts, known.get(facts.email)));
  });
  for (const outcome of outcomes) ledger.count(outcome);
}

async function savePerson(tx: Context, facts: PersonFacts, known: KnownPerson | undefined): Promise<void> {
  const { roles, ...columns } = facts;
  const now = tx.now.toJSDate();
  const person = await tx.db.person.upsert({
    where: { email: facts.email },
    create: { ...columns, createdAt: now },
    update: columns,
  });
  const wanted = new Set(roles.map(roleText));
  const held = new Set(known?.grants.map(roleText));
  const ended = known?.grants.filter((grant) => !wanted.has(roleText(grant))) ?? [];
  const begun = roles.filter((role) => !held.has(roleText(role)));
  if (ended.length > 0) {
    await tx.db.roleGrant.updateMany({ where: { id: { in: ended.map(({ id }) => id) } }, data: { toAt: now } });
  }
  if (begun.length > 0) {
    await tx.db.roleGrant.createMany({ data: begun.map((role) => ({ ...role, personId: person.id, fromAt: now })) });
  }
}

function outcomeOf(facts: PersonFacts, known: KnownPerson | undefined): "imported" | "updated" | "unchanged" {
  if (known === undefined) {
    return "imported";
  }
  const same = facts.name === known.name && facts.unitId === known.unitId && facts.leftOn === known.leftOn;
  return same && rolesText(facts.roles) === rolesText(known.roles) ? "unchanged" : "updated";
}

function roleText({ role, unitId }: RoleAt): string {
  return `${role}@${unitId}`;
}

function rolesText(roles: readonly RoleAt[]): string {
  return roles.map(roleText).sort().join(";");
}

/** Those of the record who still work here and are not in the file; by e-mail, for the administrator. */
async function missingPeople(ctx: Context, people: readonly ReadPerson[]): Promise<string[]> {
  const named = new Set(people.map(({ facts }) => facts.email));
  const here = await ctx.db.person.findMany({
    where: { leftOn: null, NOT: { email: { endsWith: `@${MADE_UP_DOMAIN}` } } },
    select: { email: true },
    orderBy: { email: "asc" },
  });
  return here.map(({ email }) => email).filter((email) => !named.has(email));
}
