/** Whose day a change touches: whoever made it, and whoever reads a message that mentions what was changed. */
import { inTurns } from "../../in-turns.ts";
import type { Db } from "../../storage/index.ts";

/** After a pause the newest are enough: everybody is drawn again anyway, only not first. */
const EVENTS = 200;
const READERS = 500;

export async function touchedSince(db: Db, seq: bigint): Promise<ReadonlySet<string>> {
  const events = await db.auditEvent.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: "desc" },
    take: EVENTS,
    select: { actorId: true, subjectKind: true, subjectId: true },
  });
  const subjects = new Map(events.map((one) => [`${one.subjectKind}:${one.subjectId}`, one]));
  const items = await inTurns([...subjects.values()], (some) =>
    db.outboxItem.findMany({
      where: { OR: some.map(({ subjectKind, subjectId }) => ({ subjectKind, subjectId })) },
      take: READERS,
      select: { message: { select: { personId: true } } },
    }),
  );
  return new Set([...events.map(({ actorId }) => actorId), ...items.flatMap(({ message }) => message.personId ?? [])]);
}
