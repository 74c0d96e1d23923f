/** Where a sweep looks up what is open, late and waiting, and who is there: the record, or the memory of a replay. */
import type { Context } from "../../platform/context.ts";
import { countKeyDates, keyDatesOf, type OpenKeyDate } from "../key-dates/index.ts";
import {
  INSPECTIONS,
  KEY_DATES,
  type LateBook,
  MEASURES,
  openLateBook,
  openWaitBook,
  WAITING_OVERRIDES,
  WAITING_REPORTS,
  WAITING_RESULTS,
  WAITING_ZONES,
} from "../ladder/index.ts";
import { standInsFor } from "../people/index.ts";
import { assigneesOf, type Keeper, loadKeepers } from "./keepers.ts";
import { countMeasures, findMeasures, type OpenMeasure } from "./own-measures.ts";
import { findOpen, type OpenItem } from "./own-work.ts";
import { type IsQuiet, loadQuiet } from "./quiet.ts";
import { findBusy } from "./readers.ts";

export interface SweptBook {
  /** How much each person keeps that is due within the days that the reminders reach, or returned. */
  busy(ctx: Context): Promise<ReadonlyMap<string, number>>;
  /** How many measures each person answers for that are due within those days. */
  answeredFor(ctx: Context): Promise<ReadonlyMap<string, number>>;
  /** How many customers of each person have a key date that is told. */
  lapsing(ctx: Context): Promise<ReadonlyMap<string, number>>;
  late(ctx: Context): Promise<LateBook>;
  reviews(ctx: Context): Promise<Climbed>;
  lateMeasures(ctx: Context): Promise<Climbed>;
  /** Reported measures, asked overrides, and asked zones, that wait too long for whoever decides. */
  measureWaits(ctx: Context): Promise<Climbed>;
  overrideWaits(ctx: Context): Promise<Climbed>;
  zoneWaits(ctx: Context): Promise<Climbed>;
  lapsed(ctx: Context): Promise<Climbed>;
  /** These persons, and who stands in for them today. */
  keepers(ctx: Context, personIds: readonly string[]): Promise<readonly Keeper[]>;
  /** What the readers keep, or do for somebody, by assignee. */
  open(ctx: Context, readers: readonly Keeper[]): Promise<ReadonlyMap<string, readonly OpenItem[]>>;
  measures(ctx: Context, readers: readonly Keeper[]): Promise<ReadonlyMap<string, readonly OpenMeasure[]>>;
  /** Those of the customers whom the readers, or somebody they stand in for, keep; by keeper. */
  keyDates(ctx: Context, readers: readonly Keeper[]): Promise<ReadonlyMap<string, readonly OpenKeyDate[]>>;
  quiet(ctx: Context, readers: readonly Keeper[]): Promise<IsQuiet>;
}

export type Climbed = Omit<LateBook, "vacancies">;

export const inRecord: SweptBook = {
  busy: findBusy,
  answeredFor: countMeasures,
  lapsing: countKeyDates,
  late: (ctx) => openLateBook(ctx, INSPECTIONS),
  reviews: (ctx) => openWaitBook(ctx, WAITING_REPORTS),
  lateMeasures: (ctx) => openLateBook(ctx, MEASURES),
  measureWaits: (ctx) => openWaitBook(ctx, WAITING_RESULTS),
  overrideWaits: (ctx) => openWaitBook(ctx, WAITING_OVERRIDES),
  zoneWaits: (ctx) => openWaitBook(ctx, WAITING_ZONES),
  lapsed: (ctx) => openLateBook(ctx, KEY_DATES),
  keepers: keepersAndStandIns,
  open: findOpen,
  measures: findMeasures,
  keyDates: (ctx, readers) => keyDatesOf(ctx, readers.flatMap(assigneesOf)),
  quiet: loadQuiet,
};

export async function keepersAndStandIns(ctx: Context, personIds: readonly string[]): Promise<Keeper[]> {
  const standIns = await standInsFor(ctx.db, personIds, ctx.now);
  const all = new Set([...personIds, ...standIns.map(({ standInId }) => standInId)]);
  return [...(await loadKeepers(ctx, [...all])).values()];
}
