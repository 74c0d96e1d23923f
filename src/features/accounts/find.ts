/**
 * Finds customers by what somebody typed: a number, a name, or an officer. Only those the person may see; by name only where they
 * read names in full. It asks indexes for beginnings (prisma/guards.ts, SEARCH_INDEXES), so a book of a million costs what is found.
 */
import { maskName } from "../../domain/masking.ts";
import { may, readsInFull } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { unitPath } from "../people/index.ts";
import { idsBeginningWith } from "./beginning.ts";
import { casesOf, writingsOf } from "./name-writings.ts";
import { conditionOf, type Place, type Reach, reachOf } from "./reach.ts";
import { idByNumber } from "./refs.ts";
import { subjectOfCustomer } from "./subject.ts";

export interface CustomerHit {
  readonly id: string;
  readonly number: string;
  /** As the reader may read it. */
  readonly name: string;
  readonly unitName: string;
  readonly keeper: string | undefined;
}

export interface CustomersFound {
  /** What was looked for, without spaces around it. */
  readonly wanted: string;
  /** Counted from 0. */
  readonly page: number;
  readonly hits: readonly CustomerHit[];
  readonly hasMore: boolean;
  /** The first hit has exactly this number. */
  readonly isExact: boolean;
  /** In so large a book only the beginning of a name is looked for. */
  readonly fromStart: boolean;
}

export const PAGE_HITS = 20;
const LAST_PAGE = 9;
const LONGEST = 100;
/** Officers whose names fit: beyond, the name says too little. */
const OFFICERS = 20;

/** Exact numbers first, then beginnings of numbers, of names, parts of names, and whose keeper is called so. */
export async function findCustomers(ctx: Context, typed: string, page = 0): Promise<CustomersFound> {
  const wanted = typed.replaceAll("\u200b", "").replaceAll(/\s+/gu, " ").trim().slice(0, LONGEST);
  const at = Math.min(Math.max(page, 0), LAST_PAGE);
  const reach = await reachOf(ctx);
  const none = { wanted, page: at, fromStart: reach.fromStart };
  if (wanted === "") return { ...none, hits: [], hasMore: false, isExact: false };
  const exact = await idByNumber(ctx, wanted);
  const ids = new Set(exact === undefined ? [] : [exact]);
  const enough = (at + 1) * PAGE_HITS + 1;
  for (const ask of await questions(ctx, wanted, reach)) {
    if (ids.size >= enough) break;
    for (const id of await ask(enough)) ids.add(id);
  }
  const hits = await hitsOf(ctx, [...ids].slice(0, enough));
  const from = at * PAGE_HITS;
  return {
    ...none,
    hits: hits.slice(from, from + PAGE_HITS),
    hasMore: hits.length > from + PAGE_HITS && at < LAST_PAGE,
    isExact: exact !== undefined && hits[0]?.id === exact,
  };
}

/** Answers at most so many ids. */
type Question = (most: number) => Promise<readonly string[]>;

/** In the order in which they are asked; each bounded by an index and the number that is taken. */
async function questions(ctx: Context, wanted: string, { seen, named, few }: Reach): Promise<Question[]> {
  // What stands before a sign that means something to LIKE; the whole is found as an exact number.
  const start = wanted.split(/[%_\\]/u, 1)[0]?.trim() ?? "";
  if (start === "") return [];
  const writings = await writingsOf(ctx, start);
  const begins = (column: "number" | "name", texts: readonly string[], places: readonly Place[]) =>
    places.flatMap((place) =>
      texts.map(
        (text): Question =>
          (most) =>
            idsBeginningWith(ctx, { column, text, place }, most),
      ),
    );
  return [
    ...begins("number", casesOf(ctx, start), seen),
    ...begins("name", writings, named),
    ...few.flatMap((place) => writings.map((text) => inName(ctx, text, place))),
    ...(await keptBy(ctx, writings, seen)),
  ];
}

function inName({ db }: Context, text: string, place: Place): Question {
  const where = { AND: [conditionOf(place), { name: { contains: text } }] };
  return async (take) => (await db.borrower.findMany({ where, take, select: { id: true } })).map(({ id }) => id);
}

async function keptBy({ db }: Context, writings: readonly string[], places: readonly Place[]): Promise<Question[]> {
  const officers = await db.person.findMany({
    where: { OR: writings.flatMap((text) => [{ name: { contains: text } }, { email: { startsWith: text } }]) },
    orderBy: { name: "asc" },
    take: OFFICERS,
    select: { id: true },
  });
  if (officers.length === 0) return [];
  const kept = { toAt: null, personId: { in: officers.map(({ id }) => id) } };
  return places.map((place) => async (take) => {
    const where = { ...kept, ...(place.of === "book" ? {} : { borrower: conditionOf(place) }) };
    const rows = await db.ownership.findMany({ where, take, select: { borrowerId: true } });
    return rows.map(({ borrowerId }) => borrowerId);
  });
}

/** In the order of the ids; what the reader may not see after all is missing. */
async function hitsOf(ctx: Context, ids: readonly string[]): Promise<CustomerHit[]> {
  const rows = await byId(ids, (some) =>
    ctx.db.borrower.findMany({
      where: { id: { in: some } },
      select: {
        id: true,
        number: true,
        name: true,
        unitId: true,
        unit: { select: { name: true } },
        ownerships: { where: { toAt: null }, select: { personId: true, person: { select: { name: true } } } },
      },
    }),
  );
  const hits: CustomerHit[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row === undefined) continue;
    const near = { unitPath: await unitPath(ctx.db, row.unitId), ownerId: row.ownerships[0]?.personId ?? null };
    // Whether they have a check of it to do is asked only where nothing else lets them see it.
    const subject = may(ctx.actor, "see_account", near).allowed ? near : await subjectOfCustomer(ctx, row);
    if (!may(ctx.actor, "see_account", subject).allowed) continue;
    const { number, name, unit, ownerships } = row;
    const shown = readsInFull(ctx.actor, "see_account", subject) ? name : maskName(name);
    hits.push({ id, number, name: shown, unitName: unit.name, keeper: ownerships[0]?.person.name });
  }
  return hits;
}
