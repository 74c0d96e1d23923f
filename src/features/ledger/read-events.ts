/** Every event up to the bounds, in the order of time, a page of each source in memory at a time. */
import { z } from "zod";
import type { Database } from "../../platform/storage/index.ts";
import type { Bounds, EventSource } from "./event-select.ts";
import { EVENT_SOURCES, happenedBy, happensLater } from "./event-sources.ts";
import { type LoanFacts, loanFactsOf } from "./loan-facts.ts";

const PAGE = 2_000;

const text = z.string().nullable();
const stored = z.object({
  at: z.string(),
  event: z.string(),
  onDate: text,
  actorId: text,
  actorName: text,
  borrowerId: text,
  customerNumber: text,
  customerName: text,
  customerType: text,
  keeperId: text,
  unitId: text,
  assigneeId: text,
  signalId: text,
  product: text,
  number: text,
  detail: text,
});

/** An event with the customer it is about, as they stand now. */
export type StoredEvent = Omit<z.infer<typeof stored>, "at"> & { readonly at: Date; readonly loans: LoanFacts };

/**
 * In the order of time as far as each source is: the log is in the order of its numbers, tables in the order in which their rows were
 * made. What happened to a row later (a message was sent, a tier approved) may stand a little early or late.
 */
export async function* readEvents(database: Database, bounds: Bounds): AsyncGenerator<StoredEvent> {
  const heads: { source: AsyncGenerator<StoredEvent>; next: StoredEvent }[] = [];
  const sources = EVENT_SOURCES.map((source) => eventsOf(database, source, bounds));
  try {
    for (const source of sources) {
      const first = await source.next();
      if (first.done !== true) heads.push({ source, next: first.value });
    }
    while (heads.length > 0) {
      const head = heads.reduce((one, other) => (other.next.at < one.next.at ? other : one));
      yield head.next;
      const next = await head.source.next();
      if (next.done === true) heads.splice(heads.indexOf(head), 1);
      else head.next = next.value;
    }
  } finally {
    for (const source of sources) await source.return(undefined);
  }
}

async function* eventsOf(database: Database, source: EventSource, bounds: Bounds): AsyncGenerator<StoredEvent> {
  let after: bigint | string = source.table === "AuditEvent" ? 0n : "";
  for (;;) {
    const to = await endOfPage(database, source, after, bounds);
    if (to === undefined) {
      return;
    }
    yield* await pageOf(database, source, { after, to, bounds });
    after = to;
  }
}

/** The last key of the next page; nothing where there is none. */
async function endOfPage(
  { raw }: Database,
  { table, key, only = "1 = 1" }: EventSource,
  after: bigint | string,
  { seq, id }: Bounds,
): Promise<bigint | string | undefined> {
  if (typeof after === "bigint") {
    const to = after + BigInt(PAGE);
    return after >= seq ? undefined : to < seq ? to : seq;
  }
  const rows = await raw.query(
    `SELECT MAX("id") AS "to" FROM (SELECT ${key} AS "id" FROM "${table}" ${key.replace(`."id"`, "")}
      WHERE ${key} > $1 AND ${key} <= $2 AND ${only} ORDER BY ${key} LIMIT ${PAGE}) AS page`,
    [after, id],
  );
  return z.array(z.object({ to: text })).parse(rows)[0]?.to ?? undefined;
}

interface Page {
  readonly after: bigint | string;
  readonly to: bigint | string;
  readonly bounds: Bounds;
}

async function pageOf(database: Database, source: EventSource, { after, to, bounds }: Page): Promise<StoredEvent[]> {
  const { kind, raw } = database;
  const page = source.select(`${source.key} > $1 AND ${source.key} <= $2${happenedBy(source, "$3", kind)}`, kind);
  const until = happensLater(source) ? [momentParameter(bounds.now)] : [];
  const rows = z.array(stored).parse(
    await raw.query(
      `SELECT e.*, b."number" AS "customerNumber", b."name" AS "customerName", b."customerType", o."personId" AS "keeperId",
          p."name" AS "actorName"
        FROM (${page}) AS e
        LEFT JOIN "Borrower" b ON b."id" = e."borrowerId"
        LEFT JOIN "Ownership" o ON o."borrowerId" = e."borrowerId" AND o."toAt" IS NULL
        LEFT JOIN "Person" p ON p."id" = e."actorId"
        ORDER BY e."at", LENGTH(e."key"), e."key", COALESCE(e."borrowerId", ''), COALESCE(e."number", '')`,
      [after, to, ...until],
    ),
  );
  const customers = [...new Set(rows.flatMap(({ borrowerId }) => borrowerId ?? []))];
  const loans = await loanFactsOf(raw, customers, listSql(database));
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    loans: (row.borrowerId === null ? undefined : loans.get(row.borrowerId)) ?? {},
  }));
}

/** As both databases compare it with what they store. */
export function momentParameter(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

/** The JSON list of a parameter, as what `IN` takes. */
export function listSql({ kind }: Pick<Database, "kind">): (place: string) => string {
  return (place) =>
    kind === "sqlite"
      ? `(SELECT value FROM json_each(${place}))`
      : `(SELECT jsonb_array_elements_text(${place}::jsonb))`;
}
