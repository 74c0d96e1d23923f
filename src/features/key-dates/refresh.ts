/** Every night: which key dates the book and the facts hold now; what they no longer ask for was put right. */
import { addDays, compareDates, latestOf } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { type FoundDate, latestOfEach, placeOf } from "./found.ts";
import { KEY_DATE_SUBJECT } from "./ids.ts";
import { datesInBook } from "./in-book.ts";
import { datesInFacts } from "./in-facts.ts";
import { datesInFiles } from "./in-files.ts";
import { repaymentsAhead } from "./in-plans.ts";
import { datesOfZones } from "./in-zones.ts";
import { metDays } from "./met-days.ts";

export interface KeyDatesFound {
  readonly open: number;
  readonly new: number;
  readonly met: number;
}

/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/** The verb is that of planning: both ask what has to be done when. */
export async function refreshKeyDates(ctx: Context): Promise<KeyDatesFound | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) return refused;
  const found = latestOfEach([
    ...(await repaymentsAhead(ctx)),
    ...(await datesInBook(ctx)),
    ...(await datesInFacts(ctx)),
    ...(await datesOfZones(ctx)),
    ...(await datesInFiles(ctx)),
  ]).filter(isReached);
  return inTransaction(ctx, (tx) => keep(tx, found));
}

const remindOn = ({ dueOn, before }: FoundDate) => addDays(dueOn, -Math.max(0, ...before));
const isReached = (date: FoundDate) => compareDates(remindOn(date), addDays(date.today, ZONE_DAYS)) <= 0;

async function keep(tx: Context, found: readonly FoundDate[]): Promise<KeyDatesFound | Refusal> {
  const refused = authorize(tx, "plan_inspections", nothingInParticular);
  if (isRefusal(refused)) return refused;
  const wanted = new Map(found.map((date) => [placeOf(date), date]));
  const known = await knownRows(tx, found);
  const here = new Set(known.map(placeOfRow));
  const fresh = found.filter((date) => !here.has(placeOf(date)));
  const gone = known.filter((row) => row.metOn === null && !wanted.has(placeOfRow(row)));
  const back = known.filter((row) => row.metOn !== null && wanted.has(placeOfRow(row)));
  await inTurns(fresh, async (some) => {
    await tx.db.keyDate.createMany({ data: some.map((date) => rowOf(tx, date)) });
    return [];
  });
  for (const [day, rows] of await metDays(tx, gone)) await meet(tx, rows, day);
  await meet(tx, back, null);
  if (fresh.length + gone.length + back.length > 0) {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "key_dates.found",
      subject: { kind: KEY_DATE_SUBJECT, id: "all" },
      after: { new: fresh.length, met: gone.length, again: back.length },
      policyVersionId: tx.policy.versionId,
    });
  }
  return { open: found.length, new: fresh.length, met: gone.length };
}

type Row = Awaited<ReturnType<typeof knownRows>>[number];
const placeOfRow = ({ kind, subjectId, reference, dueOn }: Row): string =>
  [kind, subjectId, reference, dueOn].join("\n");

/** What is open, and what was met and is asked for again: a correction took the cure back. */
async function knownRows(tx: Context, found: readonly FoundDate[]) {
  const select = { id: true, kind: true, subjectId: true, reference: true, dueOn: true, metOn: true } as const;
  const open = await tx.db.keyDate.findMany({ where: { metOn: null }, select });
  const subjects = [...new Set(found.map(({ subjectId }) => subjectId))];
  const met = await inTurns(subjects, (some) =>
    tx.db.keyDate.findMany({ where: { subjectId: { in: some }, metOn: { not: null } }, select }),
  );
  return [...open, ...met];
}

async function meet(tx: Context, rows: readonly Row[], metOn: string | null): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await inTurns(ids, async (some) => {
    await tx.db.keyDate.updateMany({ where: { id: { in: some } }, data: { metOn } });
    return [];
  });
  for (const id of ids) await markStale(tx, { kind: KEY_DATE_SUBJECT, id });
}

function rowOf(tx: Context, date: FoundDate) {
  const { kind, borrowerId, unitId, subjectKind, subjectId, reference, dueOn, today, amount, tier } = date;
  return {
    ...{ id: newId(), kind, borrowerId, unitId, subjectKind, subjectId, reference, dueOn },
    heldOn: latestOf(dueOn, today),
    remindOn: remindOn(date),
    amountMinor: amount.minor,
    currency: amount.currency,
    tier,
    seenAt: tx.now.toJSDate(),
  };
}
