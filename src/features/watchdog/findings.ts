/** What was found, from look to look: believed when it is still there at the next one, closed when it is gone. */
import type { FindingKind, Repair } from "../../domain/watchdog/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Difference } from "./difference.ts";

/** A little less than from one look to the next. */
const BELIEVED_AFTER_MINUTES = 4;
/** What no later look could confirm. */
const AT_ONCE: readonly FindingKind[] = ["clock_back"];

export interface Believed extends Difference {
  readonly id: string;
}

export interface Noted {
  /** Believed at this look: to be mended once. */
  readonly believed: readonly Believed[];
  /** Differences that stand, believed or not. */
  readonly open: number;
  /** Not believed yet: the next look decides. */
  readonly waiting: number;
  readonly gone: number;
}

export async function noteFindings(ctx: Context, differences: readonly Difference[]): Promise<Noted> {
  const known = await ctx.db.watchdogFinding.findMany({
    where: { goneAt: null },
    select: { id: true, key: true, seenAt: true, confirmedAt: true },
  });
  const current = new Map(differences.map((difference) => [difference.key, difference]));
  const gone = known.filter(({ key }) => !current.has(key)).map(({ id }) => id);
  await close(ctx, gone);
  const knownKeys = new Set(known.map(({ key }) => key));
  const fresh = await open(
    ctx,
    [...current.values()].filter(({ key }) => !knownKeys.has(key)),
  );
  const ripe = ctx.now.minus({ minutes: BELIEVED_AFTER_MINUTES }).toJSDate();
  const stillThere = known.flatMap(({ id, key, seenAt, confirmedAt }): Believed[] => {
    const difference = current.get(key);
    // A look from before the clock was set back says nothing about how long it stands.
    const isRipe = seenAt <= ripe || seenAt > ctx.now.toJSDate();
    return difference !== undefined && confirmedAt === null && isRipe ? [{ ...difference, id }] : [];
  });
  const believed = [...fresh.filter(({ kind }) => AT_ONCE.includes(kind)), ...stillThere];
  const confirmed = known.filter(({ key, confirmedAt }) => confirmedAt !== null && current.has(key));
  return {
    believed,
    open: current.size,
    waiting: current.size - confirmed.length - believed.length,
    gone: gone.length,
  };
}

/** In the transaction of the repair. Answers whether this process is the first. */
export async function confirm(tx: Context, id: string, repair: Repair): Promise<boolean> {
  const { count } = await tx.db.watchdogFinding.updateMany({
    where: { id, confirmedAt: null },
    data: { confirmedAt: tx.now.toJSDate(), repair },
  });
  return count === 1;
}

async function close({ db, now }: Context, ids: readonly string[]): Promise<void> {
  await inTurns(ids, async (some) => {
    await db.watchdogFinding.updateMany({ where: { id: { in: some } }, data: { goneAt: now.toJSDate() } });
    return [];
  });
}

/** One that comes back is a new one under its old row. */
async function open(ctx: Context, differences: readonly Difference[]): Promise<Believed[]> {
  const noted: Believed[] = [];
  for (const difference of differences) {
    const { key, kind, personId = null, subject, detail } = difference;
    const seen = { seenAt: ctx.now.toJSDate(), confirmedAt: null, repair: null, reportedAt: null, goneAt: null };
    const row = { kind, personId, subjectKind: subject.kind, subjectId: subject.id, detail: JSON.stringify(detail) };
    const { id } = await ctx.db.watchdogFinding.upsert({
      where: { key },
      create: { id: newId(), key, ...row, ...seen },
      update: { ...row, ...seen },
      select: { id: true },
    });
    noted.push({ ...difference, id });
  }
  return noted;
}
