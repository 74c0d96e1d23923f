/** The tick's question: whose morning has come, and has not been promised yet? Costs as much as what is due. */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";
import { localMinute } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { isUniqueConflict } from "../../platform/storage/index.ts";
import { deskState, RETURNED } from "./desk-items.ts";
import { GAINED, INSPECTION_SUBJECT, MORNING, morningKey } from "./ids.ts";
import { assigneesOf, type Keeper, loadKeepers } from "./keepers.ts";
import { messageLinesOf, morningMinuteOf, soonDaysOf } from "./rules.ts";
import { countStages, isToldStage, type StageCounts, stageOf, TOLD_STAGES, type ToldStage } from "./stages.ts";
import { writeLines } from "./told-list.ts";

export interface SweepCounts {
  /** Persons to whom a morning was promised, or would be. */
  readonly promised: number;
  /** The inspections that these messages cover, by stage. */
  readonly covered: StageCounts;
  /** Persons with something open who were not promised a message, by reason. */
  readonly left: Readonly<Record<LeftOut, number>>;
}

export type LeftOut = "already" | "too_early" | "rest_day" | "away";

interface OpenItem {
  readonly id: string;
  readonly assigneeId: string;
  readonly dueOn: IsoDate;
  readonly state: InspectionState;
}

const PERSONS_AT_ONCE = 50;
/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/**
 * One promise for each person with something due and each of their working days, from the morning's hour on; never two.
 * Mornings that were missed on earlier days are not made up: today's covers them. Run it as often as you like.
 */
export async function sweepMornings(ctx: Context, options: { dryRun?: boolean } = {}): Promise<SweepCounts | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const tally = newTally();
  const readers = await findReaders(ctx, await findBusy(ctx), tally);
  for (let start = 0; start < readers.length; start += PERSONS_AT_ONCE) {
    await sweepSome(ctx, readers.slice(start, start + PERSONS_AT_ONCE), tally, options.dryRun ?? false);
  }
  return { promised: tally.promised, covered: countStages(tally.stages), left: tally.left };
}

interface Tally {
  promised: number;
  readonly stages: ToldStage[];
  readonly left: Record<LeftOut, number>;
}

function newTally(): Tally {
  return { promised: 0, stages: [], left: { already: 0, too_early: 0, rest_day: 0, away: 0 } };
}

/** Who keeps something that is due within the days that the reminders reach, or returned. Asks the index of state and date. */
async function findBusy(ctx: Context): Promise<string[]> {
  const until = addDays(isoDate(ctx.now.toISODate()), soonDaysOf(ctx) + ZONE_DAYS);
  const assigned = { assigneeId: { not: null } };
  const due = await ctx.db.inspection.groupBy({
    by: ["assigneeId"],
    where: { ...assigned, state: { in: ["planned", "started"] }, dueOn: { lte: until } },
  });
  const returned = await ctx.db.inspection.groupBy({ by: ["assigneeId"], where: { ...assigned, ...RETURNED } });
  return [...new Set([...due, ...returned].flatMap(({ assigneeId }) => assigneeId ?? []))];
}

/** The persons to tell: those who keep the work, and who stands in for them today. */
async function findReaders(ctx: Context, busy: readonly string[], tally: Tally): Promise<Keeper[]> {
  const today = ctx.now.toISODate();
  const standIns = await inTurns(busy, (some) =>
    ctx.db.delegation.findMany({
      where: {
        OR: [{ endedAt: null }, { endedAt: { gt: ctx.now.toJSDate() } }],
        personId: { in: some },
        fromOn: { lte: addDays(isoDate(today), ZONE_DAYS) },
        toOn: { gte: addDays(isoDate(today), -ZONE_DAYS) },
      },
      select: { standInId: true },
    }),
  );
  const keepers = await loadKeepers(ctx, [...new Set([...busy, ...standIns.map(({ standInId }) => standInId)])]);
  const here = [...keepers.values()].filter(({ hasLeft }) => !hasLeft);
  tally.left.away += here.filter(({ covered }) => covered).length;
  return notYetPromised(
    ctx,
    here.filter(({ covered }) => !covered).filter((keeper) => hasCome(ctx, keeper, tally)),
    tally,
  );
}

function hasCome(ctx: Context, keeper: Keeper, tally: Tally): boolean {
  if (!isWorkingDay(keeper.calendar, keeper.today)) {
    tally.left.rest_day += 1;
    return false;
  }
  if (localMinute(ctx.now, keeper.timeZone) < morningMinuteOf(ctx)) {
    tally.left.too_early += 1;
    return false;
  }
  return true;
}

async function notYetPromised(ctx: Context, keepers: readonly Keeper[], tally: Tally): Promise<Keeper[]> {
  const wanted = keepers.map(({ personId, today }) => morningKey(personId, today));
  const known = await inTurns(wanted, (some) =>
    ctx.db.outboxMessage.findMany({ where: { key: { in: some } }, select: { key: true } }),
  );
  const keys = new Set(known.map(({ key }) => key));
  tally.left.already += keys.size;
  return keepers.filter(({ personId, today }) => !keys.has(morningKey(personId, today)));
}

/** Ids first, then one small transaction for each person: one bad row silences nobody else. */
async function sweepSome(ctx: Context, readers: readonly Keeper[], tally: Tally, dryRun: boolean): Promise<void> {
  const open = await findOpen(ctx, readers);
  for (const keeper of readers) {
    const items = itemsFor(ctx, keeper, open);
    if (items.length > 0 && (dryRun || (await promiseMorning(ctx, keeper, items)))) {
      tally.promised += 1;
      tally.stages.push(...items.map(({ stage }) => stage));
    }
  }
}

async function findOpen(ctx: Context, readers: readonly Keeper[]): Promise<Map<string, OpenItem[]>> {
  const until = addDays(isoDate(ctx.now.toISODate()), soonDaysOf(ctx) + ZONE_DAYS);
  const rows = await ctx.db.inspection.findMany({
    where: {
      assigneeId: { in: [...new Set(readers.flatMap(assigneesOf))] },
      OR: [{ state: { in: ["planned", "started"] }, dueOn: { lte: until } }, RETURNED],
    },
    select: { id: true, assigneeId: true, dueOn: true, returnedDueOn: true, state: true },
  });
  const open = rows.flatMap((row): OpenItem[] => {
    const state = deskState(row);
    const held = isoDate(state === "returned" ? (row.returnedDueOn ?? row.dueOn) : row.dueOn);
    return row.assigneeId === null ? [] : [{ id: row.id, assigneeId: row.assigneeId, dueOn: held, state }];
  });
  const byAssignee = new Map<string, OpenItem[]>();
  for (const item of open) {
    const own = byAssignee.get(item.assigneeId);
    if (own === undefined) {
      byAssignee.set(item.assigneeId, [item]);
    } else {
      own.push(item);
    }
  }
  return byAssignee;
}

type SweptItem = OpenItem & { readonly stage: ToldStage };

function itemsFor(ctx: Context, keeper: Keeper, open: ReadonlyMap<string, readonly OpenItem[]>): SweptItem[] {
  const mine = assigneesOf(keeper).flatMap((personId) => open.get(personId) ?? []);
  const staged = mine.flatMap((item): SweptItem[] => {
    const stage = stageOf(item.state, item.dueOn, keeper.today, soonDaysOf(ctx));
    return stage !== undefined && isToldStage(stage) ? [{ ...item, stage }] : [];
  });
  return staged.toSorted(
    (a, b) =>
      TOLD_STAGES.indexOf(a.stage) - TOLD_STAGES.indexOf(b.stage) ||
      (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Whether this process was the one to promise it: another may have been faster. */
async function promiseMorning(ctx: Context, keeper: Keeper, items: readonly SweptItem[]): Promise<boolean> {
  try {
    return await promiseOnce(ctx, keeper, items);
  } catch (error) {
    if (isUniqueConflict(error)) {
      return false;
    }
    throw error;
  }
}

function promiseOnce(ctx: Context, keeper: Keeper, items: readonly SweptItem[]): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const isNew = await promise(tx, {
      key: morningKey(keeper.personId, keeper.today),
      kind: MORNING,
      personId: keeper.personId,
      slotOn: keeper.today,
      refs: { lines: writeLines(items, messageLinesOf(ctx)) },
      items: items.map(({ id, stage }) => ({ kind: INSPECTION_SUBJECT, id, stage })),
    });
    if (isNew) {
      await retireEarlier(tx, keeper);
    }
    return isNew;
  });
}

/** Yesterday's lists lose their buttons and point to the new one; older ones did so when theirs was followed. */
async function retireEarlier(tx: Context, keeper: Keeper): Promise<void> {
  const earlier = { personId: keeper.personId, state: { in: ["claimed", "uncertain", "sent"] } };
  const last = await tx.db.outboxMessage.findFirst({
    where: { ...earlier, kind: MORNING, slotOn: { lt: keeper.today } },
    orderBy: { createdAt: "desc" },
    select: { slotOn: true },
  });
  await tx.db.outboxMessage.updateMany({
    where: { ...earlier, kind: { in: [MORNING, GAINED] }, slotOn: { gte: last?.slotOn ?? "", lt: keeper.today } },
    data: { staleAt: tx.parts.clocks.machineNow() },
  });
}
