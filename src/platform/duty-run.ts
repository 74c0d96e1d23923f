/** What periodic duties did and what they found (R124): a row for each run that somebody may want to read later. */
import type { Parts } from "./context.ts";

export type DutyFindings = Readonly<Record<string, number>>;

export interface Duty {
  readonly name: string;
  /** Runs every few seconds: a run that found nothing leaves no row, and rows are not kept for ever. */
  readonly frequent?: boolean;
}

const DAYS_KEPT = 92;

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
  if (!frequent) {
    await keep({ found: JSON.stringify(found) });
  } else if (Object.values(found).some((count) => count > 0)) {
    await keep({ found: JSON.stringify(found) });
    const before = clocks.now().minus({ days: DAYS_KEPT }).toJSDate();
    await database.db.dutyRun.deleteMany({ where: { duty: name, startedAt: { lt: before } } });
  }
}
