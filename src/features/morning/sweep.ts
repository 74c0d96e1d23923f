/** The tick's question: whose morning has come, and what are they told? Costs as much as what is due. */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localMinute } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { type ClimbedItem, type LateBook, promiseVacancies } from "../ladder/index.ts";
import { type BundledItem, bundleOf, FROM_OTHERS, type FromOthers } from "./bundle.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { lookedAt } from "./looked-at.ts";
import { ownKeyDates } from "./own-key-dates.ts";
import { ownMeasures } from "./own-measures.ts";
import { ownWork } from "./own-work.ts";
import { findReaders, type LeftCounts } from "./readers.ts";
import { morningMinuteOf } from "./rules.ts";
import { countStages, type StageCounts, type ToldStage } from "./stages.ts";
import { inRecord, type SweptBook } from "./swept-book.ts";
import { inOutbox, type Telling } from "./telling.ts";

/** One person's morning: what it covers, and which of it is news to them. */
export interface SweptMorning {
  readonly personId: string;
  /** The reader's own date. */
  readonly slotOn: IsoDate;
  readonly items: readonly BundledItem[];
}

export interface SweepCounts {
  /** Persons to whom a morning was promised, or would be. */
  readonly promised: number;
  /** The inspections that these messages cover, by section. */
  readonly covered: StageCounts;
  /** What is told for the first time, by stage of the policy: a rung counts once for each person it reaches. */
  readonly told: Readonly<Partial<Record<ReminderStage, number>>>;
  /** Persons with something open who were not promised a message, by reason. */
  readonly left: Readonly<LeftCounts>;
  readonly mornings: readonly SweptMorning[];
}

export interface SweepOptions {
  /** Counts, and promises nothing. */
  readonly dryRun?: boolean;
  readonly telling?: Telling;
  readonly book?: SweptBook;
}

/**
 * One promise for each person with something to hear and each of their working days, from the morning's hour on; never two.
 * Mornings that were missed on earlier days are not made up: today's covers them. Run it as often as you like.
 */
export async function sweepMornings(
  ctx: Context,
  { dryRun = false, telling = inOutbox, book = inRecord }: SweepOptions = {},
): Promise<SweepCounts | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const left = nobodyLeft();
  const { late, others, amounts, keepers } = await concernedBy(ctx, book);
  if (!dryRun) {
    await promiseVacancies(ctx, late.vacancies);
  }
  const readers = await findReaders(ctx, keepers, left, telling);
  const seen = lookedAt(ctx.parts, amounts);
  const fresh = dryRun ? readers : readers.filter((keeper) => !seen.isUnchanged(keeper));
  const mornings: SweptMorning[] = [];
  for (let start = 0; start < fresh.length; start += telling.personsAtOnce) {
    const bundles = await bundlesFor(ctx, { book, others, telling }, fresh.slice(start, start + telling.personsAtOnce));
    for (const { keeper } of bundles.filter(({ items }) => items.length === 0)) {
      left.nothing_new += 1;
      seen.remember(keeper);
    }
    mornings.push(...(await promiseAll(ctx, bundles, dryRun ? undefined : telling)));
  }
  return counted(mornings, left);
}

/** How many people's morning comes later today. What it will say is not asked: on a large book that is most of a sweep. */
export async function morningsToCome(ctx: Context): Promise<number | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const left = nobodyLeft();
  if (!(await comesToAnybody(ctx))) return 0;
  const { keepers } = await concernedBy(ctx, inRecord);
  await findReaders(ctx, keepers, left, inOutbox);
  return left.too_early;
}

/** Where the hour has passed in every time zone that people live in, the book need not be asked. */
async function comesToAnybody(ctx: Context): Promise<boolean> {
  const units = await ctx.db.orgUnit.groupBy({ by: ["timeZone"] });
  const people = await ctx.db.slackAccount.groupBy({ by: ["timeZone"] });
  return [...units, ...people].some(({ timeZone }) => localMinute(ctx.now, timeZone) < morningMinuteOf(ctx));
}

const nobodyLeft = (): LeftCounts => ({ already: 0, too_early: 0, rest_day: 0, away: 0, nothing_new: 0 });

/** Who has something open, late or waiting, or answers for it, and how much of it. */
async function concernedBy(ctx: Context, book: SweptBook) {
  const busy = await book.busy(ctx);
  const answeredFor = await book.answeredFor(ctx);
  const late = await book.late(ctx);
  const others = {
    climbed: late,
    reviews: await book.reviews(ctx),
    measures: await book.lateMeasures(ctx),
    measureWaits: await book.measureWaits(ctx),
    overrideWaits: await book.overrideWaits(ctx),
    zoneWaits: await book.zoneWaits(ctx),
    keyDates: await book.lapsed(ctx),
  };
  const amounts = [
    busy,
    answeredFor,
    await book.lapsing(ctx),
    ...Object.values(others).map(({ candidates }) => candidates),
  ];
  const concerned = new Set(amounts.flatMap((amount) => [...amount.keys()]));
  return { late, others, amounts, keepers: await book.keepers(ctx, [...concerned]) };
}

interface Bundle {
  readonly keeper: Keeper;
  readonly items: readonly BundledItem[];
}

/** One small transaction for each person: one bad row silences nobody else. */
async function promiseAll(
  ctx: Context,
  bundles: readonly Bundle[],
  telling: Telling | undefined,
): Promise<SweptMorning[]> {
  const mornings: SweptMorning[] = [];
  for (const { keeper, items } of bundles) {
    if (items.length > 0 && (telling === undefined || (await telling.promise(ctx, keeper, items)))) {
      mornings.push({ personId: keeper.personId, slotOn: keeper.today, items });
    }
  }
  return mornings;
}

interface Books {
  readonly book: SweptBook;
  /** What comes from others, by the part of the bundle that tells it. */
  readonly others: Readonly<Record<FromOthers, Pick<LateBook, "itemsOf">>>;
  readonly telling: Telling;
}

async function bundlesFor(ctx: Context, books: Books, readers: readonly Keeper[]): Promise<Bundle[]> {
  const open = await books.book.open(ctx, readers);
  const concerned = readers.flatMap(assigneesOf);
  const answeredFor = await books.book.measures(ctx, readers);
  const lapsing = await books.book.keyDates(ctx, readers);
  const others: Partial<Record<FromOthers, ReadonlyMap<string, readonly ClimbedItem[]>>> = {};
  for (const part of FROM_OTHERS) {
    others[part] = await books.others[part].itemsOf(concerned);
  }
  const work = readers.map((keeper) => ({
    keeper,
    own: [
      ...ownWork(ctx, keeper, open),
      ...ownMeasures(ctx, keeper, answeredFor),
      ...ownKeyDates(ctx, keeper, lapsing),
    ],
    others: FROM_OTHERS.map((part) => [part, ofKeeper(keeper, others[part] ?? new Map())] as const),
  }));
  const ids = new Set(
    work.flatMap(({ own, others: theirs }) => [...own, ...theirs.flatMap(([, items]) => items)].map(({ id }) => id)),
  );
  const before = await books.telling.before(
    ctx,
    readers.map(({ personId }) => personId),
    [...ids],
  );
  const isQuiet = await books.book.quiet(ctx, readers);
  return work.map(({ keeper, own, others: theirs }) => {
    const spoken = <T extends { readonly id: string }>(items: readonly T[]) =>
      items.filter(({ id }) => !isQuiet(keeper.personId, id));
    const told = theirs.map(([part, items]) => [part, part === "climbed" ? spoken(items) : items] as const);
    return { keeper, items: bundleOf(keeper.personId, { own: spoken(own), others: told }, before) };
  });
}

/** Their own and what falls to them as a stand-in; each item once. */
function ofKeeper(keeper: Keeper, byPerson: ReadonlyMap<string, readonly ClimbedItem[]>): ClimbedItem[] {
  const all = assigneesOf(keeper).flatMap((person) => byPerson.get(person) ?? []);
  return [...new Map(all.map((item) => [item.id, item])).values()];
}

function counted(mornings: readonly SweptMorning[], left: LeftCounts): SweepCounts {
  const items = mornings.flatMap((morning) => morning.items);
  const told: Partial<Record<ReminderStage, number>> = {};
  for (const { news, reminder } of items) {
    if (news && reminder !== undefined) {
      told[reminder] = (told[reminder] ?? 0) + 1;
    }
  }
  const sections: ToldStage[] = items.map(({ stage }) => stage);
  return { promised: mornings.length, covered: countStages(sections), told, left, mornings };
}
