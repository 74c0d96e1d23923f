/** Who has a sheet: whoever holds one of the two posts in a month, where, and which units are whose book. */
import { SCORED_ROLES, type ScoredRole } from "../../domain/appraisal/facts.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { unitPath, unitsBelow } from "../people/index.ts";
import { type Month, monthIn } from "./facts/month.ts";

export interface Scored {
  readonly role: ScoredRole;
  readonly personId: string;
  readonly name: string;
  /** Where the post is held. */
  readonly unitId: string;
  readonly month: Month;
}

/** Those who held a post in these units during the month; one sheet for a person and a post. Ordered by name. */
export async function scoredIn(ctx: Context, unitIds: readonly string[], month: string): Promise<Scored[]> {
  return scoredBy(ctx, month, (during) => inTurns(unitIds, (some) => grants(ctx, { unitId: { in: some }, ...during })));
}

/** The posts of one person: none, one, or both. */
export async function postsOf(ctx: Context, personId: string, month: string): Promise<Scored[]> {
  return scoredBy(ctx, month, (during) => grants(ctx, { personId, ...during }));
}

type During = ReturnType<typeof duringOf>;
type GrantRow = Awaited<ReturnType<typeof grants>>[number];

async function scoredBy(ctx: Context, month: string, find: (during: During) => Promise<GrantRow[]>): Promise<Scored[]> {
  const { calendar } = ctx.policy.policy;
  const whole = monthIn(ctx, month, { timeZone: calendar.time_zone, calendarId: calendar.id });
  const rows = await find(duringOf(whole));
  const found = new Map<string, Scored>();
  for (const { role, unitId, person, unit } of rows) {
    const key = `${role} ${person.id}`;
    const one = { role: oneOf(SCORED_ROLES, role), personId: person.id, name: person.name, unitId };
    if (!found.has(key)) found.set(key, { ...one, month: monthIn(ctx, month, unit) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function duringOf({ begins, ends }: Month) {
  return {
    role: { in: [...SCORED_ROLES] },
    fromAt: { lt: ends },
    OR: [{ toAt: null }, { toAt: { gt: begins } }],
  };
}

type Where = NonNullable<NonNullable<Parameters<Context["db"]["roleGrant"]["findMany"]>[0]>["where"]>;

function grants({ db }: Context, where: Where) {
  return db.roleGrant.findMany({
    where,
    orderBy: { id: "asc" },
    select: {
      role: true,
      unitId: true,
      person: { select: { id: true, name: true } },
      unit: { select: { timeZone: true, calendarId: true } },
    },
  });
}

export interface Book {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** The units for which a post-loan officer is the nearest upward: the book that the officers there keep. */
export async function bookOf(ctx: Context, { unitId, month }: Pick<Scored, "unitId" | "month">): Promise<Book> {
  const below = await unitsBelow(ctx.db, [unitId]);
  const held = await inTurns(below, (some) =>
    grants(ctx, { ...duringOf(month), role: "post_loan_officer", unitId: { in: some } }),
  );
  const others = new Set(held.map((grant) => grant.unitId));
  const own: string[] = [];
  for (const id of below) {
    const nearest = (await unitPath(ctx.db, id)).find((one) => others.has(one));
    if (nearest === unitId) own.push(id);
  }
  const units = await inTurns(own, (some) =>
    ctx.db.orgUnit.findMany({
      where: { id: { in: some } },
      orderBy: { code: "asc" },
      select: { id: true, name: true },
    }),
  );
  return { units };
}

/** Who else answers for the same book (R90): an officer's nearest post-loan officers upward, and whose nearest one is. */
export async function partnersOf(ctx: Context, scored: Scored): Promise<Scored[]> {
  const { role, personId, unitId, month } = scored;
  const known = await (role === "post_loan_officer"
    ? scoredIn(
        ctx,
        (await bookOf(ctx, scored)).units.map(({ id }) => id),
        month.name,
      )
    : nearestControl(ctx, unitId, month));
  return known.filter((one) => one.role !== role && one.personId !== personId);
}

async function nearestControl(ctx: Context, unitId: string, month: Month): Promise<Scored[]> {
  for (const id of await unitPath(ctx.db, unitId)) {
    const there = (await scoredIn(ctx, [id], month.name)).filter(({ role }) => role === "post_loan_officer");
    if (there.length > 0) return there;
  }
  return [];
}
