/** What periodic duties did and what they found (R124): a row for each run that somebody may want to read later. */
import type { Parts } from "./context.ts";
import type { Database } from "./storage/index.ts";

export type DutyFindings = Readonly<Record<string, number>>;

export interface Duty {
  readonly name: string;
  /** Runs every few seconds: a run that found nothing leaves no row, and rows are not kept for ever. */
  readonly frequent?: boolean;
}

const DAYS_KEPT = 92;

/** A duty of every few seconds writes down that it lives once a minute. */
const BEAT_MS = 60_000;
const beats = new WeakMap<Database, Map<string, number>>();

async function beat(database: Database, { duty, endedAt }: { duty: string; endedAt: Date }): Promise<void> {
  const known = beats.get(database) ?? new Map<string, number>();
  beats.set(database, known);
  // A clock that was set back beats at once.
  if (Math.abs(endedAt.getTime() - (known.get(duty) ?? 0)) >= BEAT_MS) {
    known.set(duty, endedAt.getTime());
    await database.db.dutyBeat.upsert({ where: { duty }, create: { duty, endedAt }, update: { endedAt } });
  }
}

/** Runs the work and keeps its counts; a failure is kept too, and thrown on. Moments are the business clock's. */
export async function runDuty(
  { database, clocks }: Parts,
  { name, frequent = false }: Duty,
  work: () => Promise<DutyFindings>,
): Promise<void> {
  const startedAt = clocks.now().toJSDate();
  const keep = (outcome: { found?: string; failure?: string }) =>
    database.db.dutyRun.create({
      data: { duty: name, startedAt, finishedAt: clocks.now().toJSDate(), ...outcome },
    });
  let found: DutyFindings;
  try {
    found = await work();
  } catch (failure) {
    await keep({ failure: failure instanceof Error ? failure.message : String(failure) });
    throw failure;
  }
  await beat(database, { duty: name, endedAt: clocks.machineNow() });
  if (!frequent) {
    await keep({ found: JSON.stringify(found) });
  } else if (Object.values(found).some((count) => count > 0)) {
    await keep({ found: JSON.stringify(found) });
    const before = clocks.now().minus({ days: DAYS_KEPT }).toJSDate();
    await database.db.dutyRun.deleteMany({ where: { duty: name, startedAt: { lt: before } } });
  }
}
