/** What a write is for, told from its SQL. Pure. */
import type { WriteSite } from "../wire.ts";

const SIGNS: readonly (readonly [WriteSite, RegExp])[] = [
  ["review", inserts("Review")],
  ["report", inserts("Report")],
  ["promise", inserts("OutboxMessage")],
  ["inbound", inserts("InboundDelivery")],
  ["answer", updates("InboundDelivery")],
  ["claim", /WITH due AS/],
  ["mark", updates("OutboxMessage")],
];

/** Of a statement alone, or of all statements of a transaction. */
export function siteOf(statements: readonly string[]): WriteSite {
  const sql = statements.join("\n");
  return SIGNS.find(([, sign]) => sign.test(sql))?.[0] ?? "other";
}

export function isRead(sql: string): boolean {
  return /^\s*(SELECT|BEGIN|COMMIT|PRAGMA)\b/i.test(sql);
}

function inserts(table: string): RegExp {
  return new RegExp(`INSERT INTO [^(]*[\`"]${table}[\`"]`);
}

function updates(table: string): RegExp {
  return new RegExp(`UPDATE [^ ]*[\`"]${table}[\`"]`);
}
