/** Taking work from the outbox: the one thing that differs by database. */
import { z } from "zod";
import type { Db, OutboxRow } from "./database.ts";
import { type RawSql, rawSql } from "./raw.ts";
import type { DatabaseKind } from "./url.ts";

export interface ClaimRequest {
  /** Leases are counted on the machine's clock. */
  readonly machineNow: Date;
  /** What is due is counted on the business clock. */
  readonly businessNow: Date;
  readonly limit: number;
  readonly leaseMs: number;
  /** Who claims: unique per process. */
  readonly worker: string;
}

const ids = z.array(z.looseObject({ id: z.string() }));

/**
 * Answers the messages that are now this worker's until the lease ends, urgent ones first. Two workers never get the
 * same one. A message whose sender vanished may have arrived: it becomes `uncertain`, to be looked up, never sent
 * again by itself.
 */
export async function claimDue(db: Db, kind: DatabaseKind, request: ClaimRequest): Promise<OutboxRow[]> {
  await giveUpOnLostLeases(db, request);
  const leaseUntil = new Date(request.machineNow.getTime() + request.leaseMs);
  const claimed = await claimIds(rawSql(db, kind), kind, request, leaseUntil);
  if (claimed.length === 0) return [];
  const rows = await db.outboxMessage.findMany({ where: { id: { in: claimed } } });
  return rows.sort(byUrgency);
}

async function giveUpOnLostLeases(db: Db, { machineNow }: ClaimRequest): Promise<void> {
  const lost = { state: "claimed", leaseUntil: { lt: machineNow } };
  // Looked for first: on SQLite an update takes the write lock even when it finds nothing.
  if ((await db.outboxMessage.findFirst({ where: lost, select: { id: true } })) === null) return;
  await db.outboxMessage.updateMany({ where: lost, data: { state: "uncertain", failure: "lease_lost" } });
}

async function claimIds(sql: RawSql, kind: DatabaseKind, request: ClaimRequest, leaseUntil: Date): Promise<string[]> {
  const due = `SELECT "id" FROM "OutboxMessage"
     WHERE "state" = 'pending' AND "notBefore" <= $3 AND ("leaseUntil" IS NULL OR "leaseUntil" <= $4)
     ORDER BY "urgent" DESC, "notBefore", "id" LIMIT $5`;
  const values = [request.worker, leaseUntil, request.businessNow, request.machineNow, request.limit];
  if (kind === "sqlite" && ids.parse(await sql.query(renumbered(due), values.slice(2))).length === 0) return [];
  const rows = await sql.query(
    `WITH due AS (${due}${kind === "postgres" ? " FOR UPDATE SKIP LOCKED" : ""})
     UPDATE "OutboxMessage"
        SET "state" = 'claimed', "claimedBy" = $1, "leaseUntil" = $2, "attempts" = "attempts" + 1
      WHERE "state" = 'pending' AND "id" IN (SELECT "id" FROM due)
      RETURNING "id"`,
    values,
  );
  return ids.parse(rows).map(({ id }) => id);
}

/** The inner question alone, with its parameters counted from one. */
function renumbered(sql: string): string {
  return sql.replaceAll(/\$(\d)/g, (_all, digit) => `$${Number(digit) - 2}`);
}

function byUrgency(one: OutboxRow, other: OutboxRow): number {
  if (one.urgent !== other.urgent) return one.urgent ? -1 : 1;
  return one.notBefore.getTime() - other.notBefore.getTime() || one.id.localeCompare(other.id);
}
