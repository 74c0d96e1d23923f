/** Taking work from the outbox: the one thing that differs by database. */
import { z } from "zod";
import { afterSending, type SendLimits, slotsOpen } from "../../domain/send-pace.ts";
import type { Db, OutboxRow, Tx } from "./database.ts";
import { type RawSql, type RawValue, rawSql } from "./raw.ts";
import type { DatabaseKind } from "./url.ts";

export interface ClaimRequest {
  /** Leases and pace are counted on the machine's clock. */
  readonly machineNow: Date;
  /** What is due is counted on the business clock. */
  readonly businessNow: Date;
  readonly limit: number;
  readonly leaseMs: number;
  /** Who claims: unique per process. */
  readonly worker: string;
  /** Slack's limits, kept by all processes together. */
  readonly limits: SendLimits;
  /** Persons whose conversation Slack asked to leave alone. */
  readonly except?: readonly string[];
  readonly urgentOnly?: boolean;
  /** Messages that this process is sending: alive, whatever their lease says. */
  readonly flying?: readonly string[];
  /** How long a message of a sender that vanished is left alone before it is looked up. */
  readonly lookUpAfterMs: number;
}

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
/** A message with what it covers, as it is drawn. */
export type ClaimedRow = OutboxRow & { readonly items: readonly ItemRow[] };
type ItemRow = NonNullable<Awaited<ReturnType<Db["outboxItem"]["findFirst"]>>>;
interface Candidate {
  readonly id: string;
  readonly personId: string | null;
}

const WORKSPACE = "all";
const ids = z.array(z.looseObject({ id: z.string() }));
const candidates = z.array(z.looseObject({ id: z.string(), personId: z.string().nullable() }));
const paces = z.array(z.looseObject({ bucket: z.string(), nextAt: z.union([z.string(), z.date()]) }));
/** A lease further away than any that we give is from before the clock was set back. */
const LONGEST_LEASES = 2;
/** More are looked at than claimed: several may be one person's. */
const LOOKED_AT = 3;

/**
 * Answers the messages that are now this worker's until the lease ends, urgent ones first: one for each person, whose last
 * message was settled and is old enough, and no more than the workspace takes now. Two workers never get the same one. A
 * message whose sender vanished may have arrived: it becomes `uncertain`, to be looked up, never sent again by itself.
 */
export async function claimDue(
  db: Db,
  kind: DatabaseKind,
  inTransaction: InTransaction,
  request: ClaimRequest,
): Promise<ClaimedRow[]> {
  await giveUpOnLostLeases(db, request);
  // Looked for first: on SQLite a transaction takes the write lock even when it finds nothing.
  const found = await findFirsts(rawSql(db, kind), kind, request);
  if (found.length === 0) return [];
  const claimed = await inTransaction((tx) => claimSome(rawSql(tx, kind), kind, request, found));
  if (claimed.length === 0) return [];
  const rows = await db.outboxMessage.findMany({ where: { id: { in: claimed } }, include: { items: true } });
  return rows.sort(byUrgency);
}

async function giveUpOnLostLeases(db: Db, request: ClaimRequest): Promise<void> {
  const now = request.machineNow.getTime();
  const outOfReach = new Date(now + LONGEST_LEASES * request.leaseMs);
  const lost = {
    state: "claimed",
    OR: [{ leaseUntil: { lt: request.machineNow } }, { leaseUntil: { gt: outOfReach } }],
    id: { notIn: [...(request.flying ?? [])] },
  };
  if ((await db.outboxMessage.findFirst({ where: lost, select: { id: true } })) === null) return;
  const leaseUntil = new Date(now + request.lookUpAfterMs);
  await db.outboxMessage.updateMany({ where: lost, data: { state: "uncertain", failure: "lease_lost", leaseUntil } });
}

/** The first message of each person, as many as could leave at once: somebody's hundred hold up nobody else. */
async function findFirsts(sql: RawSql, kind: DatabaseKind, request: ClaimRequest): Promise<Candidate[]> {
  const nowMs = request.machineNow.getTime();
  const most = Math.min(request.limit, slotsOpen(nowMs, nowMs, request.limits));
  const firsts: Candidate[] = [];
  while (firsts.length < most) {
    const seen = firsts.flatMap(({ personId }) => personId ?? []);
    const page = await findCandidates(sql, kind, { ...request, except: [...(request.except ?? []), ...seen] });
    const fresh = firstOfEach(page, seen).filter(({ id }) => firsts.every((one) => one.id !== id));
    firsts.push(...fresh);
    if (page.length < request.limit * LOOKED_AT || fresh.length === 0) break;
  }
  return firsts;
}

/** A whole morning is due at one moment: SQLite's index ends with the row's own number, so that it need not sort what waits. */
const AS_WRITTEN: Readonly<Record<DatabaseKind, string>> = { sqlite: `m."rowid"`, postgres: `"id"` };

/** What is due, urgent first, of persons whose last message is settled. What was to be said at once is due even where the clock was set back since. */
async function findCandidates(
  sql: RawSql,
  kind: DatabaseKind,
  { businessNow, machineNow, limit, limits, except = [], urgentOnly = false }: ClaimRequest,
): Promise<Candidate[]> {
  const rested = new Date(machineNow.getTime() + limits.perChannelMs);
  const values: RawValue[] = [businessNow, machineNow, limit * LOOKED_AT, rested, ...except];
  const paused =
    except.length === 0 ? "" : `AND ("personId" IS NULL OR "personId" NOT IN (${places(4, except.length)}))`;
  const rows = await sql.query(
    `SELECT "id", "personId" FROM "OutboxMessage" AS m
      WHERE "state" = 'pending' AND ("notBefore" <= $1 OR "notBefore" <= "createdAt")
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= $2) ${urgentOnly ? `AND "urgent" = true` : ""} ${paused}
        AND NOT EXISTS (SELECT 1 FROM "DeliveryPace" AS p
                         WHERE p."bucket" = m."personId" AND p."nextAt" > $2 AND p."nextAt" <= $4)
        AND ${NOT_ON_ITS_WAY}
      ORDER BY "urgent" DESC, "notBefore", ${AS_WRITTEN[kind]} LIMIT $3`,
    values,
  );
  return candidates.parse(rows);
}

/** The person's last message is settled: theirs arrive in order, and one refusal is not met twice. */
const NOT_ON_ITS_WAY = `NOT EXISTS (SELECT 1 FROM "OutboxMessage" AS c
                                     WHERE c."state" = 'claimed' AND c."personId" = m."personId")`;

async function claimSome(
  sql: RawSql,
  kind: DatabaseKind,
  request: ClaimRequest,
  found: readonly Candidate[],
): Promise<string[]> {
  const nowMs = request.machineNow.getTime();
  const { nextAtMs, resting } = await lockPace(sql, kind, request);
  const room = Math.min(request.limit, slotsOpen(nextAtMs, nowMs, request.limits));
  const chosen = firstOfEach(found, resting).slice(0, room);
  const claimed = chosen.length === 0 ? [] : await take(sql, kind, request, chosen);
  const taken = chosen.filter(({ id }) => claimed.includes(id));
  await keepPace(sql, request, afterSending(nextAtMs, nowMs, taken.length, request.limits), taken);
  return claimed;
}

/** The row of the whole workspace is ours until the transaction ends: processes claim one after the other. */
async function lockPace(sql: RawSql, kind: DatabaseKind, { machineNow, limits }: ClaimRequest) {
  const rested = new Date(machineNow.getTime() + limits.perChannelMs);
  const rows = await sql.query(
    `SELECT "bucket", "nextAt" FROM "DeliveryPace"
      WHERE "bucket" = '${WORKSPACE}' OR ("nextAt" > $1 AND "nextAt" <= $2)${kind === "postgres" ? " FOR UPDATE" : ""}`,
    [machineNow, rested],
  );
  const known = paces.parse(rows).map(({ bucket, nextAt }) => ({ bucket, nextAtMs: new Date(nextAt).getTime() }));
  return {
    nextAtMs: known.find(({ bucket }) => bucket === WORKSPACE)?.nextAtMs ?? machineNow.getTime(),
    resting: known.map(({ bucket }) => bucket),
  };
}

function firstOfEach(found: readonly Candidate[], resting: readonly string[]): Candidate[] {
  const passed = new Set(resting);
  return found.filter(({ personId }) => {
    if (personId === null) return true;
    if (passed.has(personId)) return false;
    passed.add(personId);
    return true;
  });
}

/** The conversation is noted with the claim, where the person's latest account has one: a look-up needs it. */
async function take(
  sql: RawSql,
  kind: DatabaseKind,
  { worker, machineNow, leaseMs }: ClaimRequest,
  chosen: readonly Candidate[],
): Promise<string[]> {
  const leaseUntil = new Date(machineNow.getTime() + leaseMs);
  const rows = await sql.query(
    `WITH due AS (SELECT "id" FROM "OutboxMessage" AS m
                   WHERE "state" = 'pending' AND "id" IN (${places(2, chosen.length)}) AND ${NOT_ON_ITS_WAY}
                   ${kind === "postgres" ? "FOR UPDATE SKIP LOCKED" : ""})
     UPDATE "OutboxMessage"
        SET "state" = 'claimed', "claimedBy" = $1, "leaseUntil" = $2, "attempts" = "attempts" + 1,
            "channelId" = (SELECT a."channelId" FROM "SlackAccount" AS a
                            WHERE a."personId" = "OutboxMessage"."personId" AND a."endedAt" IS NULL
                            ORDER BY a."matchedAt" DESC LIMIT 1)
      WHERE "state" = 'pending' AND "id" IN (SELECT "id" FROM due)
      RETURNING "id"`,
    [worker, leaseUntil, ...chosen.map(({ id }) => id)],
  );
  return ids.parse(rows).map(({ id }) => id);
}

async function keepPace(
  sql: RawSql,
  { machineNow, limits }: ClaimRequest,
  nextAtMs: number,
  taken: readonly Candidate[],
): Promise<void> {
  const rests = new Date(machineNow.getTime() + limits.perChannelMs);
  const persons = limits.perChannelMs === 0 ? [] : taken.flatMap(({ personId }) => personId ?? []);
  const rows = ["($1, $2)", ...persons.map((_, at) => `($${at + 4}, $3)`)];
  await sql.execute(
    `INSERT INTO "DeliveryPace" ("bucket", "nextAt") VALUES ${rows.join(", ")}
     ON CONFLICT ("bucket") DO UPDATE SET "nextAt" = excluded."nextAt"`,
    [WORKSPACE, new Date(Math.ceil(nextAtMs)), ...(persons.length === 0 ? [] : [rests, ...persons])],
  );
}

/** `$3, $4` for two values after the first two. */
function places(after: number, count: number): string {
  return Array.from({ length: count }, (_, at) => `$${after + at + 1}`).join(", ");
}

function byUrgency(one: OutboxRow, other: OutboxRow): number {
  if (one.urgent !== other.urgent) return one.urgent ? -1 : 1;
  return one.notBefore.getTime() - other.notBefore.getTime() || one.id.localeCompare(other.id);
}
