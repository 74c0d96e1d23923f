/** Writes what happened into the chain, in the transaction of the fact itself. */
import { createHash } from "node:crypto";
import type { Tx } from "../storage/index.ts";
import { canonicalText } from "./canonical.ts";

export interface AuditEntry {
  /** The business moment: a Date or a luxon moment. */
  readonly at: Date | { toJSDate(): Date };
  readonly actorId: string;
  /** What was done, as `may` calls it, or what a job did. */
  readonly verb: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly policyVersionId?: string;
}

/** Where the chain stands: shown to the administrator every day, so that a cut tail is found. */
export interface ChainHead {
  readonly seq: bigint;
  readonly hash: string;
}

/**
 * Appends one event. Call it last in the transaction: the chain's head is one row, and whoever holds it makes every
 * other writer wait. Answers the new head.
 */
export async function record(tx: Tx, entry: AuditEntry): Promise<ChainHead> {
  const head = await lockHead(tx);
  const at = entry.at instanceof Date ? entry.at : entry.at.toJSDate();
  const seq = head.seq + 1n;
  const text = eventText(seq, at, entry);
  const hash = chainHash(head.hash, text);
  await tx.auditEvent.create({
    data: {
      seq,
      at,
      actorId: entry.actorId,
      verb: entry.verb,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      text,
      prevHash: head.hash,
      hash,
    },
  });
  await tx.auditHead.update({ where: { id: 1 }, data: { seq, hash } });
  return { seq, hash };
}

export function chainHash(prevHash: string, text: string): string {
  return createHash("sha256").update(prevHash).update("\n").update(text).digest("hex");
}

/** `SEQ:HASH`, as `audit verify --expect` takes it. */
export function headText(head: ChainHead): string {
  return `${head.seq}:${head.hash}`;
}

/** What is hashed: everything the event says, and its place in the chain. */
function eventText(
  seq: bigint,
  at: Date,
  { actorId, verb, subject, before, after, policyVersionId }: AuditEntry,
): string {
  return canonicalText({ seq, at, actorId, verb, subject, before, after, policyVersionId });
}

/**
 * The head row, ours until the transaction ends. Writing it unchanged locks it and reads it in one statement on both
 * databases; a read first and a lock later would fork the chain on PostgreSQL.
 */
async function lockHead(tx: Tx): Promise<ChainHead> {
  return tx.auditHead.update({ where: { id: 1 }, data: { id: 1 }, select: { seq: true, hash: true } });
}
