/**
 * What was not told for a good reason: it became so after the person's morning was promised, and stands in the next one. A person who
 * is gone is no excuse: what was theirs to know is somebody else's at once.
 */
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { INSPECTION_SUBJECT, KEY_DATE_SUBJECT, MORNING_KIND } from "./ids.ts";
import { GRACE_MINUTES } from "./readers.ts";
import type { ShouldHaveHeard } from "./should-have-heard.ts";

const EVENTS_AT_ONCE = 1_000;

/** Asks nothing where nothing is missing, which is nearly always. */
export async function withoutExcuse(ctx: Context, missing: readonly ShouldHaveHeard[]): Promise<ShouldHaveHeard[]> {
  if (missing.length === 0) {
    return [];
  }
  const told = await mornings(ctx, missing);
  const since = ({ reader }: ShouldHaveHeard) => told.get(reader.personId) ?? recently(ctx);
  const [earliest = recently(ctx)] = [...told.values(), recently(ctx)].toSorted((a, b) => a.getTime() - b.getTime());
  const changes = await loadChanges(ctx, missing, earliest);
  return missing.filter((one) => !changes.touched(one, since(one)));
}

const recently = (ctx: Context): Date => ctx.now.minus({ minutes: GRACE_MINUTES }).toJSDate();

/** When each reader's morning of today was promised. */
async function mornings(ctx: Context, missing: readonly ShouldHaveHeard[]): Promise<Map<string, Date>> {
  const todayOf = new Map(missing.map(({ reader }) => [reader.personId, reader.today]));
  const rows = await inTurns([...todayOf.keys()], (some) =>
    ctx.db.outboxMessage.findMany({
      where: { personId: { in: some }, kind: MORNING_KIND, slotOn: { in: [...new Set(todayOf.values())] } },
      select: { personId: true, slotOn: true, createdAt: true },
    }),
  );
  const mine = rows.filter(({ personId, slotOn }) => slotOn === todayOf.get(personId ?? ""));
  return new Map(mine.map(({ personId, createdAt }) => [personId ?? "", createdAt]));
}

interface Changes {
  touched(one: ShouldHaveHeard, since: Date): boolean;
}

async function loadChanges(ctx: Context, missing: readonly ShouldHaveHeard[], since: Date): Promise<Changes> {
  const persons = [...new Set(missing.map(({ reader }) => reader.personId))];
  const borrowers = [...new Set(missing.map(({ work }) => work.borrowerId))];
  const moments = new Moments();
  for (const { work } of missing) moments.add(work.id, work.createdAt);
  await addPeople(ctx, persons, since, moments);
  await addAccounts(ctx, borrowers, since, moments);
  const policy = await ctx.db.policyVersion.findUnique({ where: { id: ctx.policy.versionId } });
  const log = await readLog(ctx, since);
  return {
    touched: ({ work, reader }, from) =>
      (policy !== null && policy.adoptedAt >= from) ||
      moments.since([work.id, work.borrowerId, reader.personId], from) ||
      log.some((event) => event.at >= from && isAbout(event, work)),
  };
}

interface Event {
  readonly at: Date;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly text: string;
}

/** A night's list of key dates is recorded as one. */
function isAbout({ subjectKind, subjectId, text }: Event, work: ShouldHaveHeard["work"]): boolean {
  if (subjectId === work.id || subjectId === work.borrowerId) return true;
  return work.subject === INSPECTION_SUBJECT ? text.includes(work.number) : subjectKind === KEY_DATE_SUBJECT;
}

class Moments {
  private readonly latest = new Map<string, Date>();

  add(id: string | null, at: Date | null): void {
    const known = id === null ? undefined : this.latest.get(id);
    if (id !== null && at !== null && (known === undefined || known < at)) this.latest.set(id, at);
  }

  since(ids: readonly string[], from: Date): boolean {
    return ids.some((id) => (this.latest.get(id) ?? new Date(0)) >= from);
  }
}

/** A new post, and an absence that was entered or ended. */
async function addPeople(ctx: Context, persons: readonly string[], since: Date, moments: Moments): Promise<void> {
  const grants = await inTurns(persons, (some) =>
    ctx.db.roleGrant.findMany({ where: { personId: { in: some }, fromAt: { gte: since } } }),
  );
  for (const { personId, fromAt } of grants) moments.add(personId, fromAt);
  const absences = await inTurns(
    persons,
    (some) =>
      ctx.db.delegation.findMany({
        where: {
          AND: [
            { OR: [{ personId: { in: some } }, { standInId: { in: some } }] },
            { OR: [{ enteredAt: { gte: since } }, { endedAt: { gte: since } }] },
          ],
        },
      }),
    2,
  );
  for (const { personId, standInId, enteredAt, endedAt } of absences) {
    for (const id of [personId, standInId]) {
      moments.add(id, enteredAt);
      moments.add(id, endedAt);
    }
  }
}

/** Accounts and single inspections that changed hands. */
async function addAccounts(ctx: Context, borrowers: readonly string[], since: Date, moments: Moments): Promise<void> {
  const owned = await inTurns(borrowers, (some) =>
    ctx.db.ownership.findMany({ where: { borrowerId: { in: some }, fromAt: { gte: since } } }),
  );
  for (const { borrowerId, fromAt } of owned) moments.add(borrowerId, fromAt);
  const handed = await inTurns(borrowers, (some) =>
    ctx.db.handover.findMany({ where: { borrowerId: { in: some }, answeredAt: { gte: since } } }),
  );
  for (const { borrowerId, answeredAt } of handed) moments.add(borrowerId, answeredAt);
}

/** What was recorded since then, from the head backwards: the log has no index by time and needs none for its last hours. */
async function readLog(ctx: Context, since: Date) {
  const events: Event[] = [];
  let before: bigint | undefined;
  for (;;) {
    const rows = await ctx.db.auditEvent.findMany({
      where: before === undefined ? {} : { seq: { lt: before } },
      orderBy: { seq: "desc" },
      take: EVENTS_AT_ONCE,
      select: { seq: true, at: true, subjectKind: true, subjectId: true, text: true },
    });
    const fresh = rows.filter(({ at }) => at >= since);
    events.push(...fresh);
    before = rows.at(-1)?.seq;
    if (fresh.length < EVENTS_AT_ONCE) {
      return events;
    }
  }
}
