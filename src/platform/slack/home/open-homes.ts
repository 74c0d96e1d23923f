/** The Home tabs that somebody has opened lately: what their reader chose, and what Slack was given. */
import { inTurns } from "../../in-turns.ts";
import type { Db } from "../../storage/index.ts";
import type { Touch } from "../door.ts";
import type { SlackUser } from "../payload.ts";

export type OpenHome = NonNullable<Awaited<ReturnType<typeof homeOf>>>;

/** For so long after it was opened a Home tab is kept fresh. */
export const FRESH_MS = 3_600_000;

export function homeOf(db: Db, { teamId, userId }: SlackUser) {
  return db.openHome.findUnique({ where: { teamId_userId: { teamId, userId } } });
}

/** Opened within the last hour, the one that was drawn longest ago first. */
export function freshHomes(db: Db, now: Date): Promise<OpenHome[]> {
  const since = new Date(now.getTime() - FRESH_MS);
  return db.openHome.findMany({
    where: { openedAt: { gte: since } },
    orderBy: [{ lookedAt: "asc" }, { userId: "asc" }],
  });
}

export interface Shown {
  readonly personId: string;
  /** Undefined: what Slack has is not what was drawn. */
  readonly hash: string | undefined;
  readonly viewHash: string | undefined;
  /** Where the audit chain stood before it was drawn. */
  readonly seq: bigint;
}

/** Its reader looks at it from now on. */
export async function noteOpened(db: Db, { teamId, userId }: SlackUser, shown: Shown, now: Date): Promise<void> {
  const given = {
    personId: shown.personId,
    openedAt: now,
    lookedAt: now,
    lookedSeq: shown.seq,
    shownHash: shown.hash ?? null,
    viewHash: shown.viewHash ?? null,
  };
  await db.openHome.upsert({
    where: { teamId_userId: { teamId, userId } },
    create: { teamId, userId, ...given },
    update: given,
  });
}

/** One process draws it at a time; answers whether it is ours. */
export async function claimHome(db: Db, { teamId, userId, lookedAt }: OpenHome, seq: bigint, now: Date) {
  const { count } = await db.openHome.updateMany({
    where: { teamId, userId, lookedAt },
    data: { lookedAt: now, lookedSeq: seq },
  });
  return count === 1;
}

export async function noteRefreshed(
  db: Db,
  { teamId, userId }: OpenHome,
  { hash, viewHash }: { readonly hash: string; readonly viewHash: string | undefined },
): Promise<void> {
  await db.openHome.updateMany({ where: { teamId, userId }, data: { shownHash: hash, viewHash: viewHash ?? null } });
}

/** It was not shown: the next round draws it again, whatever the reason was to draw it now. */
export async function drawAgain(db: Db, { teamId, userId }: SlackUser): Promise<void> {
  await db.openHome.updateMany({ where: { teamId, userId }, data: { lookedAt: new Date(0) } });
}

/** Nothing until then concerns them: they are not drawn for it. One that was drawn meanwhile has come further. */
export async function passOver(db: Db, homes: readonly OpenHome[], seq: bigint): Promise<void> {
  for (const teamId of new Set(homes.map((home) => home.teamId))) {
    const userIds = homes.filter((home) => home.teamId === teamId).map(({ userId }) => userId);
    await inTurns(userIds, async (some) => {
      const where = { teamId, userId: { in: some }, lookedSeq: { lt: seq } };
      await db.openHome.updateMany({ where, data: { lookedSeq: seq } });
      return [];
    });
  }
}

/** How far the audit chain has come: whatever changes a fact moves it. */
export async function auditSeq(db: Db): Promise<bigint> {
  return (await db.auditHead.findUnique({ where: { id: 1 }, select: { seq: true } }))?.seq ?? 0n;
}

/** So many are looked through one by one. */
export const CHANGES = 200;

/** The newest first. */
export function changesSince(db: Db, seq: bigint): Promise<Touch[]> {
  return db.auditEvent.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: "desc" },
    take: CHANGES,
    select: { seq: true, actorId: true, subjectKind: true, subjectId: true },
  });
}
