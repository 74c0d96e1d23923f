/**
 * Draws a month's re-checks, unit by unit. The seed is the head of the audit log at that moment: nobody chooses it, nobody
 * knows it before, and everybody can look it up afterwards.
 */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { SampleReason } from "../../domain/vocabulary.ts";
import { headText, record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { openSpecial } from "../planning/index.ts";
import { DRAW_SUBJECT, DRAWN_VERB } from "./ids.ts";
import { drawBy, populationText, sha256 } from "./lot.ts";
import { monthBefore, populationOf, unitsWithPassed } from "./population.ts";
import { recheckersOf } from "./recheckers.ts";
import { tellDrawn } from "./tell.ts";

export interface DrawWish {
  /** YYYY-MM; the month before the present one of each unit where none is named. */
  readonly period?: string;
  /** All units where none is named. */
  readonly unitCode?: string;
  /** Only for units whose present day is a working day: what the clock does, so that nobody is told on a holiday. */
  readonly onWorkingDays?: boolean;
}

export interface DrawnItem {
  readonly number: string;
  readonly why: SampleReason;
  readonly recheck: string;
  readonly recheckId: string;
  /** Nobody could be found. */
  readonly assigneeId: string | undefined;
}

export interface DrawnSample {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly period: string;
  readonly seed: string;
  readonly population: number;
  readonly items: readonly DrawnItem[];
}

/** What was drawn now; what was drawn before is left as it is. */
export async function drawSamples(ctx: Context, wish: DrawWish): Promise<DrawnSample[] | Refusal> {
  const refused = authorize(ctx, "draw_sample", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const units = unfinished(ctx, wish) ?? (await unitsOf(ctx, wish));
  if (!Array.isArray(units)) {
    return units;
  }
  const drawn: DrawnSample[] = [];
  for (const unit of units) {
    const period = wish.period ?? monthBefore(ctx.now.toJSDate(), unit.timeZone);
    if (period >= localDate(ctx.now, unit.timeZone).slice(0, 7)) {
      return refuse("sample.month_not_over", { period });
    }
    const sample = await inTransaction(ctx, (tx) => drawUnit(tx, unit, period));
    if (sample !== undefined) drawn.push(sample);
  }
  return drawn;
}

/** On the policy's own dates, so that it is said also where nothing has passed yet. */
function unfinished(ctx: Context, { period }: DrawWish): Refusal | undefined {
  const last = lastMonth(ctx);
  return period !== undefined && period > last ? refuse("sample.month_not_over", { period }) : undefined;
}

/** YYYY-MM: the month before the present one, on the policy's own dates. */
export function lastMonth(ctx: Context): string {
  return monthBefore(ctx.now.toJSDate(), ctx.policy.policy.calendar.time_zone);
}

type Unit = Awaited<ReturnType<typeof findUnits>>[number];

function findUnits(ctx: Context, where: { code?: string; id?: { in: string[] } }) {
  return ctx.db.orgUnit.findMany({
    where,
    orderBy: { code: "asc" },
    select: { id: true, code: true, name: true, timeZone: true, calendarId: true },
  });
}

async function unitsOf(ctx: Context, { period, unitCode, onWorkingDays }: DrawWish): Promise<Unit[] | Refusal> {
  if (unitCode !== undefined) {
    const units = await findUnits(ctx, { code: unitCode });
    return units.length === 0 ? refuse("sample.no_unit", { code: unitCode }) : units;
  }
  const month = period ?? lastMonth(ctx);
  const done = await ctx.db.sampleDraw.findMany({ where: { period: month }, select: { unitId: true } });
  const ids = (await unitsWithPassed(ctx.db, month)).filter((id) => !done.some(({ unitId }) => unitId === id));
  const units: Unit[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    units.push(...(await findUnits(ctx, { id: { in: ids.slice(start, start + 500) } })));
  }
  return onWorkingDays === true ? units.filter((unit) => isWorkday(ctx, unit)) : units;
}

function isWorkday(ctx: Context, { calendarId, timeZone }: Unit): boolean {
  const calendar = ctx.parts.calendars.get(calendarId);
  return calendar !== undefined && isWorkingDay(calendar, localDate(ctx.now, timeZone));
}

async function drawUnit(tx: Context, unit: Unit, period: string): Promise<DrawnSample | undefined> {
  const month = { unitId: unit.id, period, timeZone: unit.timeZone };
  const known = await tx.db.sampleDraw.findFirst({ where: { unitId: unit.id, period }, select: { id: true } });
  const population = known === null ? await populationOf(tx.db, tx.policy.policy, month) : [];
  if (population.length === 0) {
    return undefined;
  }
  const seed = headText(await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } }));
  const id = newId();
  const text = populationText(population);
  await tx.db.sampleDraw.create({
    data: {
      id,
      unitId: unit.id,
      period,
      seed,
      population: text,
      policyVersionId: tx.policy.versionId,
      drawnById: tx.actor.personId,
      drawnAt: tx.now.toJSDate(),
    },
  });
  const recheckers = recheckersOf(tx, unit.id, seed);
  const items: DrawnItem[] = [];
  for (const { number, why } of drawBy(tx.policy.policy, population, seed)) {
    const one = population.find((passed) => passed.number === number);
    if (one === undefined) continue;
    const assigneeId = await recheckers.next(one);
    const opened = await openSpecial(tx, {
      borrowerId: one.borrowerId,
      trigger: "recheck",
      assigneeId: assigneeId ?? null,
    });
    await tx.db.sampleItem.create({ data: { drawId: id, inspectionId: one.id, why, recheckId: opened.id } });
    items.push({ number, why, recheck: opened.number, recheckId: opened.id, assigneeId });
  }
  const sample = { id, unitId: unit.id, unit: unit.name, period, seed, population: population.length, items };
  await tellDrawn(tx, sample);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: DRAWN_VERB,
    subject: { kind: DRAW_SUBJECT, id },
    after: {
      unit: unit.code,
      period,
      seed,
      population: population.length,
      populationHash: sha256(text),
      drawn: items.map(({ number, why, recheck, assigneeId }) => ({ number, why, recheck, assigneeId })),
    },
    policyVersionId: tx.policy.versionId,
  });
  return sample;
}
