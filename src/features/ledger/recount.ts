/** The same register counted by plain SQL in one question: what the file must add up to. */
import { z } from "zod";
import { addDays } from "../../domain/dates.ts";
import { LEDGER_EVENTS } from "../../domain/ledger/events.ts";
import { RISK_TIERS } from "../../domain/vocabulary.ts";
import { momentAt } from "../../platform/clock.ts";
import type { Database, RawValue } from "../../platform/storage/index.ts";
import type { Asked } from "./entries.ts";
import { allEventsSql } from "./event-sources.ts";
import { loanFactsSql } from "./loan-facts.ts";
import { listSql, momentParameter } from "./read-events.ts";

/** Events of one kind in one unit, and what their customers have drawn now, in one currency (empty: none, or several). */
export interface LedgerCount {
  readonly event: string;
  readonly unitId: string;
  readonly currency: string;
  readonly rows: number;
  readonly drawn: bigint;
}

const counted = z.object({
  event: z.string(),
  unitId: z.string(),
  currency: z.string(),
  rows: z.coerce.number(),
  drawn: z.coerce.bigint(),
});

export async function recountLedger(database: Database, asked: Asked): Promise<LedgerCount[]> {
  const { bounds, units } = asked;
  const question = new Question(database, [bounds.seq, bounds.id, momentParameter(bounds.now)]);
  const root = question.bind(units.root.id);
  const where = [...scopeSql(question, asked), ...filterSql(question, asked)];
  const sql = `SELECT e."event", u."id" AS "unitId", COALESCE(f."currency", '') AS "currency", COUNT(*) AS "rows",
      CAST(SUM(CASE WHEN COALESCE(f."currency", '') = '' THEN 0 ELSE f."drawn" END) AS TEXT) AS "drawn"
    FROM (${allEventsSql(database.kind)}) AS e
    JOIN "OrgUnit" u ON u."id" = COALESCE(e."unitId", ${root})
    LEFT JOIN "Borrower" b ON b."id" = e."borrowerId"
    LEFT JOIN "Ownership" o ON o."borrowerId" = e."borrowerId" AND o."toAt" IS NULL
    LEFT JOIN (${loanFactsSql("1 = 1")}) AS f ON f."borrowerId" = e."borrowerId"
    WHERE ${where.join("\n AND ")}
    GROUP BY e."event", u."id", COALESCE(f."currency", '')`;
  return z.array(counted).parse(await database.raw.query(sql, question.values));
}

/** Parameters in the order in which they are named. */
class Question {
  readonly values: RawValue[];
  readonly list: (place: string) => string;

  constructor(database: Database, first: readonly RawValue[]) {
    this.values = [...first];
    this.list = listSql(database);
  }

  bind(value: RawValue): string {
    return `$${this.values.push(value)}`;
  }

  bindList(values: readonly string[]): string {
    return this.list(this.bind(JSON.stringify(values)));
  }
}

/** Rows of the reader's units, and their own wherever they are. */
function scopeSql(question: Question, { reader }: Asked): string[] {
  const inUnits = question.bindList(reader.units.map(({ id }) => id));
  const own = question.bindList(reader.own);
  const ownAgain = question.bindList(reader.own);
  return [
    `(u."id" IN ${inUnits} OR o."personId" IN ${own} OR e."assigneeId" IN ${ownAgain})`,
    `(e."signalId" IS NULL OR e."signalId" NOT IN ${question.bindList([...reader.hidden])})`,
  ];
}

function filterSql(question: Question, { filters, units }: Asked): string[] {
  const { category, unitId, product, tier, customerType } = filters;
  const list = (values: readonly string[]) => question.bindList(values);
  return [
    ...(category === undefined ? [] : [`e."event" IN ${list(LEDGER_EVENTS[category])}`]),
    ...(unitId === undefined ? [] : [`u."id" IN ${list(units.below([unitId]).map(({ id }) => id))}`]),
    ...(product === undefined ? [] : [`COALESCE(e."product", NULLIF(f."product", '')) = ${question.bind(product)}`]),
    ...(tier === undefined ? [] : [`f."tier" = ${RISK_TIERS.indexOf(tier)}`]),
    ...(customerType === undefined ? [] : [`b."customerType" = ${question.bind(customerType)}`]),
    ...periodSql(question, filters, units),
  ];
}

/** By the date that stands beside the event, or where only its moment does, by the unit's clock. */
function periodSql(question: Question, { from, to }: Asked["filters"], units: Asked["units"]): string[] {
  if (from === undefined && to === undefined) {
    return [];
  }
  const [first, last] = [from ?? "0000-01-01", to ?? "9999-12-31"];
  const zones = [...new Set(units.all().map(({ timeZone }) => timeZone))];
  const byClock = zones.map((zone) => {
    const begins = from === undefined ? "" : textOf(momentAt(from, "00:00", zone).toJSDate());
    const ends = to === undefined ? "9999" : textOf(momentAt(addDays(to, 1), "00:00", zone).toJSDate());
    return `(u."timeZone" = ${question.bind(zone)} AND e."at" >= ${question.bind(begins)} AND e."at" < ${question.bind(ends)})`;
  });
  return [
    `((e."onDate" >= ${question.bind(first)} AND e."onDate" <= ${question.bind(last)}) OR (e."onDate" IS NULL AND (${byClock.join(" OR ")})))`,
  ];
}

/** Without its zone: what both databases write begins so. */
const textOf = (moment: Date) => moment.toISOString().replace("Z", "");
