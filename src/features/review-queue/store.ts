/** The queries of this feature that more than one of its files asks. */
import type { Tx } from "../../platform/storage/index.ts";
import { QUEUE_KIND } from "./ids.ts";

export type AnnouncedReport = Awaited<ReturnType<typeof loadAnnounced>>;

const WITH_UNIT = { inspection: { include: { borrower: { include: { unit: true } } } } } as const;

/** Throws where there is no such report: only a stored one is announced. */
export async function loadAnnounced(db: Tx, reportId: string) {
  return db.report.findUniqueOrThrow({ where: { id: reportId }, include: WITH_UNIT });
}

/** By an id that travelled through Slack. */
export async function findAnnounced(db: Tx, reportId: string) {
  return db.report.findUnique({ where: { id: reportId }, include: WITH_UNIT });
}

/** Where a message lives that the person has, or is about to have. */
const LIVING = ["pending", "claimed", "sent", "uncertain"];

/** The person's standing message: the newest that was not called off. */
export async function standingMessage(db: Tx, personId: string) {
  return db.outboxMessage.findFirst({
    where: { personId, kind: QUEUE_KIND, state: { in: LIVING } },
    orderBy: { id: "desc" },
    select: { id: true, createdAt: true },
  });
}
