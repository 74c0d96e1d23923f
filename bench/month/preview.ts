/** What each signal showed as coming next when it was raised, beside what then came until somebody or a fact touched it. */
import type { Foreseen } from "../../src/features/escalation/index.ts";
import { foreseen } from "../../src/features/escalation/index.ts";
import type { Context } from "../../src/platform/context.ts";

const DAYS = 31;
const MINUTE = 60_000;

export interface Shown {
  readonly signalId: string;
  readonly at: Date;
  readonly rungs: readonly Foreseen[];
}

/** Of those that were raised since the last call. */
export async function showNew(ctx: Context, shown: Map<string, Shown>): Promise<void> {
  const rows = await ctx.db.signal.findMany({
    where: { isRestricted: false, endedAt: null, path: { not: "quiet" } },
    select: { id: true },
  });
  for (const { id } of rows) {
    if (shown.has(id)) continue;
    shown.set(id, { signalId: id, at: ctx.now.toJSDate(), rungs: await foreseen(ctx, id, DAYS) });
  }
}

export interface Compared {
  readonly signals: number;
  readonly tellings: number;
  readonly different: readonly string[];
}

/** Each telling by its minute and its person. `everyMinutes`: how far apart the sweeps were. */
export async function compare(
  ctx: Context,
  shown: ReadonlyMap<string, Shown>,
  everyMinutes: number,
): Promise<Compared> {
  let tellings = 0;
  const different: string[] = [];
  const lastSweep = ctx.now.toMillis() - everyMinutes * MINUTE;
  for (const { signalId, at, rungs } of shown.values()) {
    const touched = await ctx.db.signalEvent.findFirst({
      where: { signalId, at: { gt: at } },
      orderBy: { at: "asc" },
      select: { at: true },
    });
    const until = Math.min(touched?.at.getTime() ?? lastSweep, lastSweep);
    const isSeen = (moment: Date) => moment > at && moment.getTime() <= until - everyMinutes * MINUTE;
    const expected = rungs
      .filter((rung) => isSeen(rung.at))
      .flatMap((rung) => rung.personIds.map((person) => `${rung.at.toISOString()} ${person}`));
    const told = await ctx.db.escalation.findMany({ where: { signalId }, select: { dueAt: true, personId: true } });
    const came = told
      .filter(({ dueAt }) => isSeen(dueAt))
      .map(({ dueAt, personId }) => `${dueAt.toISOString()} ${personId}`);
    tellings += expected.length;
    const [one, other] = [sorted(expected), sorted(came)];
    if (one !== other) different.push(`${signalId}: shown ${one}; came ${other}`);
  }
  return { signals: shown.size, tellings, different };
}

const sorted = (tellings: readonly string[]) => [...new Set(tellings)].sort().join(", ");
