/** The quarter's full run announces itself: whoever keeps loans that are not confirmed yet is told before the quarter ends (articles 31-33). */
import { quarterEnd, quarterOf } from "../../domain/classification/index.ts";
import { addDays, compareDates } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { isAtWork, standInsFor } from "../people/index.ts";
import { QUARTER_TOLD, TIER_DESK, TIER_SUBJECT } from "./ids.ts";

/** How many persons were told. Run it as often as you like: each is told once for each of the policy's days. */
export async function announceQuarter(ctx: Context): Promise<{ readonly told: number } | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  const today = localDate(ctx.now, ctx.policy.policy.calendar.time_zone);
  const ends = quarterEnd(today);
  const reached = ctx.policy.policy.classification.full_run.told_days_before_end.filter(
    (days) => compareDates(today, addDays(ends, -days)) >= 0,
  );
  if (reached.length === 0) return { told: 0 };
  const stage = Math.min(...reached);
  const { reminders, calendar } = ctx.policy.policy;
  const notBefore = momentAt(today, reminders.morning_at, calendar.time_zone).toJSDate();
  return inTransaction(ctx, async (tx) => ({
    told: await tellKeepers(tx, { quarter: quarterOf(today), stage, notBefore }),
  }));
}

interface Announced {
  readonly quarter: string;
  /** The policy's days before the end that are reached. */
  readonly stage: number;
  /** Nobody is told at night. */
  readonly notBefore: Date;
}

async function tellKeepers(tx: Context, { quarter, stage, notBefore }: Announced): Promise<number> {
  const told: string[] = [];
  for (const personId of await keepersWithOpen(tx, quarter)) {
    const isNew = await promise(tx, {
      key: `${QUARTER_TOLD}:${quarter}:${stage}:${personId}`,
      kind: QUARTER_TOLD,
      personId,
      refs: { quarter },
      notBefore,
      items: [{ kind: TIER_DESK, id: personId, stage: "quarter" }],
    });
    if (isNew) told.push(personId);
  }
  if (told.length > 0) {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "tier.quarter_told",
      subject: { kind: TIER_SUBJECT, id: quarter },
      after: { days_before_end: stage, persons: told.length },
      policyVersionId: tx.policy.versionId,
    });
  }
  return told.length;
}

/** Keepers at work, or who stands in for them, of live loans that nobody has confirmed this quarter and whose tier is not on its way. */
async function keepersWithOpen(tx: Context, quarter: string): Promise<string[]> {
  const kept = await tx.db.ownership.groupBy({
    by: ["personId"],
    where: {
      toAt: null,
      borrower: { loans: { some: { state: "live", tiers: { none: onItsWayOrDone(quarter) } } } },
    },
  });
  const ids = kept.map(({ personId }) => personId);
  const people = await tx.db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, leftOn: true, unit: { select: { timeZone: true } } },
  });
  const here = people.filter((person) => isAtWork(person, tx.now)).map(({ id }) => id);
  const standIns = new Map((await standInsFor(tx.db, here, tx.now)).map((one) => [one.personId, one.standInId]));
  return [...new Set(here.map((id) => standIns.get(id) ?? id))].sort();
}

const onItsWayOrDone = (quarter: string) => ({
  OR: [{ state: { in: ["suggested", "proposed", "recognised"] } }, { quarter, state: "approved" }],
});
