/** The one shape in which every source of the register's events is selected. */
import type { DatabaseKind } from "../../platform/storage/index.ts";

/** Up to where an export reads: what happens while it runs is the next one's. */
export interface Bounds {
  /** Of the audit log. */
  readonly seq: bigint;
  /** Ids sort by the time they were made. */
  readonly id: string;
  /** Business moment; messages are sent later than they were promised. */
  readonly now: Date;
}

export interface EventSource {
  /** What its key is the key of: pages are so many rows of it, since one entry may tell of many accounts, one message of many items. */
  readonly table:
    | "AuditEvent"
    | "Inspection"
    | "Report"
    | "Review"
    | "GateOverride"
    | "TierProposal"
    | "OutboxMessage"
    | "KeyDate"
    | "FactChange";
  /** `where`: over the source's own key, which `key` names. */
  select(where: string, database: DatabaseKind): string;
  readonly key: string;
  /** Which rows of the table are events at all; all, where it says nothing. */
  readonly only?: string;
}

/** Columns that a source does not know. Their order is that of every select. */
const COLUMNS = {
  onDate: "NULL",
  actorId: "NULL",
  borrowerId: "NULL",
  unitId: "NULL",
  assigneeId: "NULL",
  signalId: "NULL",
  product: "NULL",
  number: "NULL",
  detail: "NULL",
} as const;

type Known = { readonly key: string; readonly at: string; readonly event: string } & Partial<
  Readonly<Record<keyof typeof COLUMNS, string>>
>;

/** Text on both databases, so that a union of them has one type: a moment as ISO in UTC. */
function momentSql(column: string, database: DatabaseKind): string {
  return database === "sqlite" ? `CAST(${column} AS TEXT)` : `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function selectOf({ key, at, event, ...known }: Known, database: DatabaseKind): string {
  const rest = Object.entries({ ...COLUMNS, ...known }).map(([name, sql]) => `CAST(${sql} AS TEXT) AS "${name}"`);
  return `SELECT CAST(${key} AS TEXT) AS "key", ${momentSql(at, database)} AS "at", ${event} AS "event", ${rest.join(", ")}`;
}

/** A date that was stored with its moment; where only the moment was, UTC's date of it: as totals have it. */
export function dateOf(date: string, moment: string, database: DatabaseKind): string {
  const ofMoment = database === "sqlite" ? `substr(${moment}, 1, 10)` : `to_char(${moment}, 'YYYY-MM-DD')`;
  return `COALESCE(${date}, ${ofMoment})`;
}
