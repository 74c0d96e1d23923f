/**
 * Whose Home tab can look different after what was recorded. Seen too widely, a tab is drawn in vain; too narrowly, it waits for the
 * round that draws every open one.
 */
import { addTo } from "../../../domain/lists-by-key.ts";
import type { Moment } from "../../../domain/vocabulary.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import type { Concerned, Touch } from "../../../platform/slack/door.ts";
import type { Db } from "../../../platform/storage/index.ts";
import { standingAt, unitPath, workOfOthers } from "../../people/index.ts";
import { type About, aboutWhat, EVERYBODY, NOBODY_ELSE, subjectKey } from "./about.ts";

const READERS_OF_ONE = 500;

/** Whose eyes a reader has: their own, and theirs for whom they stand in. */
interface Reader {
  readonly personIds: ReadonlySet<string>;
  /** Units in which they see more than their own work. */
  readonly unitIds: ReadonlySet<string>;
}

/** For each of these readers the newest event that concerns them by name, and the newest that is everybody's. */
export async function concernedBy(
  db: Db,
  events: readonly Touch[],
  readerIds: readonly string[],
  now: Moment,
): Promise<Concerned> {
  const aboutOf = await aboutWhat(db, events);
  const readers = await readersOf(db, readerIds, now);
  const told = await readersOfMessages(db, events);
  const newest = new Map<string, bigint>();
  let everybody = 0n;
  for (const event of events.toSorted((a, b) => Number(a.seq - b.seq))) {
    const about = aboutOf(event);
    if (about === EVERYBODY) everybody = event.seq;
    const { unitIds, personIds } = about === EVERYBODY ? NOBODY_ELSE : about;
    const people = [event.actorId, ...personIds, ...(told.get(subjectKey(event)) ?? [])].filter((id) => id !== null);
    const units = await pathsOf(db, unitIds);
    for (const [readerId, reader] of readers) {
      if (sees(reader, people, units)) newest.set(readerId, event.seq);
    }
  }
  return { newest, everybody };
}

async function pathsOf(db: Db, unitIds: About["unitIds"]): Promise<string[]> {
  const paths: string[] = [];
  for (const id of unitIds) paths.push(...(id === null ? [] : await unitPath(db, id)));
  return paths;
}

const sees = ({ personIds, unitIds }: Reader, people: readonly string[], units: readonly string[]): boolean =>
  people.some((id) => personIds.has(id)) || units.some((id) => unitIds.has(id));

async function readersOf(db: Db, readerIds: readonly string[], now: Moment): Promise<Map<string, Reader>> {
  const others = await workOfOthers(db, readerIds, now);
  const whose = (id: string) => [id, ...others.flatMap((one) => (one.standInId === id ? [one.personId] : []))];
  const grants = await inTurns([...new Set(readerIds.flatMap(whose))], (some) =>
    db.roleGrant.findMany({
      where: { personId: { in: some }, role: { not: "account_manager" }, ...standingAt(now) },
      select: { personId: true, unitId: true },
    }),
  );
  return new Map(
    readerIds.map((id) => {
      const personIds = new Set(whose(id));
      const unitIds = grants.filter((grant) => personIds.has(grant.personId)).map(({ unitId }) => unitId);
      return [id, { personIds, unitIds: new Set(unitIds) }];
    }),
  );
}

/** Whoever was told of it has it on their desk. */
async function readersOfMessages(db: Db, events: readonly Touch[]): Promise<Map<string, string[]>> {
  const subjects = new Map(
    events.map(({ subjectKind, subjectId }) => [subjectKey({ subjectKind, subjectId }), { subjectKind, subjectId }]),
  );
  const items = await inTurns(
    [...subjects.values()],
    (some) =>
      db.outboxItem.findMany({
        where: { OR: some },
        take: READERS_OF_ONE,
        select: { subjectKind: true, subjectId: true, message: { select: { personId: true } } },
      }),
    2,
  );
  const readers = new Map<string, string[]>();
  for (const { message, ...subject } of items) {
    const key = subjectKey(subject);
    if (message.personId !== null) addTo(readers, key, message.personId);
  }
  return readers;
}
