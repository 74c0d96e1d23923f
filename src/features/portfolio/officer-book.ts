/** Who keeps new accounts while an import runs: people by e-mail, or made-up officers of a group, filled one after another. */
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { isAtWork, MADE_UP_DOMAIN } from "../people/index.ts";
import type { GrantRow, PersonRow } from "./bulk/tables.ts";
import type { OfficerNamed } from "./facts.ts";
import type { Mapping } from "./mapping/schema.ts";

export interface MadeOfficers {
  readonly people: PersonRow[];
  readonly grants: GrantRow[];
}

export interface OfficerBook {
  /** A person by e-mail, when at work. */
  byEmail(email: string): string | undefined;
  isAtWork(personId: string): boolean;
  /** The keeper of one more account; a made-up officer who has enough is followed by the next. */
  nextKeeper(named: OfficerNamed, unitId: string, made: MadeOfficers): string | undefined;
}

interface Officer {
  readonly id: string;
  accounts: number;
}

/** Officers fill up in the order of the file, so that a run that died goes on as if it had not. */
export async function openOfficerBook(ctx: Context, mapping: Mapping, standsFrom: string): Promise<OfficerBook> {
  const { officer } = mapping;
  const atMost = officer !== undefined && "generate" in officer ? officer.generate.at_most : 0;
  const officers = await officersAtWork(ctx, atMost > 0);
  const present = new Set([...officers.values()].map(({ id }) => id));
  const places = new Map<string, number>();
  const nextOf = (group: string, label: string, unitId: string, made: MadeOfficers): Officer => {
    for (let place = places.get(group) ?? 1; ; place += 1) {
      places.set(group, place);
      const email = `officer.${group}.${place}@${MADE_UP_DOMAIN}`;
      const known = officers.get(email);
      if (known === undefined) {
        const officer = makeOfficer({ email, name: `${label} ${place}`, unitId }, standsFrom, made);
        officers.set(email, officer);
        present.add(officer.id);
        return officer;
      }
      if (known.accounts < atMost) return known;
    }
  };
  return {
    byEmail: (email) => officers.get(email)?.id,
    isAtWork: (personId) => present.has(personId),
    nextKeeper: (named, unitId, made) => {
      if (named.kind === "email") return officers.get(named.email)?.id;
      const officer = nextOf(named.group, named.label, unitId, made);
      officer.accounts += 1;
      return officer.id;
    },
  };
}

async function officersAtWork(ctx: Context, counted: boolean): Promise<Map<string, Officer>> {
  const people = await ctx.db.person.findMany({ include: { unit: { select: { timeZone: true } } } });
  const kept = counted
    ? await ctx.db.ownership.groupBy({ by: ["personId"], where: { toAt: null }, _count: { _all: true } })
    : [];
  const accounts = new Map(kept.map(({ personId, _count }) => [personId, _count._all]));
  const here = people.filter((person) => isAtWork(person, ctx.now));
  return new Map(here.map(({ id, email }) => [email, { id, accounts: accounts.get(id) ?? 0 }]));
}

function makeOfficer(
  { email, name, unitId }: { readonly email: string; readonly name: string; readonly unitId: string },
  at: string,
  made: MadeOfficers,
): Officer {
  const id = newId();
  made.people.push({ id, name, email, unitId, createdAt: at });
  made.grants.push({ id: newId(), personId: id, role: "account_manager", unitId, fromAt: at });
  return { id, accounts: 0 };
}
