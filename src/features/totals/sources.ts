/**
 * Where totals come from, as SQL over one row: the triggers that write deltas (prisma/totals-sql.ts), the first fold of a book that
 * stands and the recount are all made of these lines. What they mean stands in domain/totals/keys.ts.
 */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import {
  CORRECTION_DUE,
  INSPECTION_DONE,
  INSPECTION_DUE,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  REPORT_DECIDED,
  REPORT_WAITING,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKind,
} from "../../domain/totals/index.ts";
import { ENDED_SIGNAL_STATES } from "../../domain/vocabulary.ts";
import type { DatabaseKind } from "../../platform/storage/index.ts";

/** A row's name in SQL: `NEW`, `OLD`, or an alias. */
export type RowName = string;

export interface TotalSource {
  readonly table: string;
  readonly kind: TotalKind;
  /** A write of any of these may move the row to another total. */
  readonly columns: readonly string[];
  /** The columns of `TOTAL_COLUMNS`, in their order, but for the amount. */
  key(row: RowName, database: DatabaseKind): readonly string[];
  /** Whether the row is counted. */
  counted(row: RowName): string;
}

export const TOTAL_COLUMNS = ["unitId", "personId", "product", "kind", "state", "fallsOn"] as const;

/** As they are listed in an INSERT or a SELECT. */
export const KEY_COLUMNS = TOTAL_COLUMNS.map((column) => `"${column}"`).join(", ");

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
const WAITING = quoted(WAITING_REPORT_STATES);

/** A date that was stored with its moment; where only the moment was, UTC's date of it. */
function dateOf(row: RowName, date: string, moment: string, database: DatabaseKind): string {
  return `COALESCE(${row}."${date}", ${momentDate(row, moment, database)})`;
}

/** UTC's date of a moment. */
function momentDate(row: RowName, moment: string, database: DatabaseKind): string {
  return database === "sqlite" ? `substr(${row}."${moment}", 1, 10)` : `to_char(${row}."${moment}", 'YYYY-MM-DD')`;
}

const ofInspection = (row: RowName, column: string) =>
  `(SELECT i."${column}" FROM "Inspection" i WHERE i."id" = ${row}."inspectionId")`;

type Rest = Pick<TotalSource, "counted"> & {
  readonly kind: TotalKind;
  readonly columns: readonly string[];
  readonly state: (row: RowName, database: DatabaseKind) => string;
  readonly fallsOn: (row: RowName, database: DatabaseKind) => string;
};

function inspections({ kind, columns, counted, state, fallsOn }: Rest): TotalSource {
  return {
    table: "Inspection",
    kind,
    columns: ["unitId", "assigneeId", "product", ...columns],
    key: (row, database) => [
      `${row}."unitId"`,
      `COALESCE(${row}."assigneeId", '')`,
      `COALESCE(${row}."product", '')`,
      `'${kind}'`,
      state(row, database),
      fallsOn(row, database),
    ],
    counted,
  };
}

/** What hangs on an inspection stays with its unit and product, which are fixed once it is begun. */
function hanging(table: string, person: string, { kind, columns, counted, state, fallsOn }: Rest): TotalSource {
  const unit = (row: RowName) =>
    table === "Case" ? `${row}."unitId"` : `COALESCE(${ofInspection(row, "unitId")}, '')`;
  return {
    table,
    kind,
    columns: [person, ...columns],
    key: (row, database) => [
      unit(row),
      `COALESCE(${row}."${person}", '')`,
      `COALESCE(${ofInspection(row, "product")}, '')`,
      `'${kind}'`,
      state(row, database),
      fallsOn(row, database),
    ],
    counted,
  };
}

const column = (name: string) => (row: RowName) => `${row}."${name}"`;
const doneOn = (row: RowName, database: DatabaseKind) => dateOf(row, "submittedOn", "submittedAt", database);

export const TOTAL_SOURCES: readonly TotalSource[] = [
  inspections({
    kind: INSPECTION_DUE,
    columns: ["state", "dueOn"],
    counted: (row) => `${row}."state" <> 'cancelled'`,
    state: column("state"),
    fallsOn: column("dueOn"),
  }),
  inspections({
    kind: INSPECTION_DONE,
    columns: ["state", "dueOn", "submittedAt", "submittedOn"],
    counted: (row) => `${row}."state" NOT IN ('planned', 'started', 'cancelled') AND ${row}."submittedAt" IS NOT NULL`,
    state: (row, database) => `CASE WHEN ${doneOn(row, database)} <= ${row}."dueOn" THEN 'in_time' ELSE 'late' END`,
    fallsOn: doneOn,
  }),
  inspections({
    kind: CORRECTION_DUE,
    columns: ["state", "returnedDueOn"],
    counted: (row) => `${row}."state" <> 'cancelled' AND ${row}."returnedDueOn" IS NOT NULL`,
    state: column("state"),
    fallsOn: column("returnedDueOn"),
  }),
  hanging("Report", "submittedById", {
    kind: REPORT_WAITING,
    columns: ["state"],
    counted: (row) => `${row}."state" IN (${WAITING})`,
    state: column("state"),
    fallsOn: doneOn,
  }),
  hanging("Report", "submittedById", {
    kind: REPORT_DECIDED,
    columns: ["state", "decidedAt", "decidedOn"],
    counted: (row) => `${row}."state" NOT IN (${WAITING}, 'withdrawn') AND ${row}."decidedAt" IS NOT NULL`,
    state: (row) => `CASE ${row}."state" WHEN 'superseded' THEN 'approved' ELSE ${row}."state" END`,
    fallsOn: (row, database) => dateOf(row, "decidedOn", "decidedAt", database),
  }),
  hanging("Case", "ownerId", {
    kind: MEASURE_DUE,
    columns: ["state", "dueOn"],
    counted: (row) => `${row}."kind" = 'measure' AND ${row}."state" IN ('open', 'reported')`,
    state: column("state"),
    fallsOn: column("dueOn"),
  }),
  hanging("GateOverride", "askedById", {
    kind: OVERRIDE_ASKED,
    columns: ["state"],
    counted: () => "1 = 1",
    state: column("state"),
    fallsOn: (row, database) => dateOf(row, "askedOn", "askedAt", database),
  }),
  {
    table: "Signal",
    kind: SIGNAL_STANDING,
    columns: ["unitId", "ownerId", "level", "state", "isRestricted", "levelSince"],
    key: (row, database) => [
      ...[`${row}."unitId"`, `COALESCE(${row}."ownerId", '')`, `''`, `'${SIGNAL_STANDING}'`, `${row}."level"`],
      momentDate(row, "levelSince", database),
    ],
    counted: (row) => `NOT ${row}."isRestricted" AND ${row}."state" NOT IN (${quoted(ENDED_SIGNAL_STATES)})`,
  },
  {
    table: "TierProposal",
    kind: TIER_MOVED,
    columns: ["unitId", "product", "fromTier", "tier", "state", "approvedOn"],
    key: (row) => [
      ...[`${row}."unitId"`, `''`, `COALESCE(${row}."product", '')`, `'${TIER_MOVED}'`],
      ...[`${row}."fromTier" || ':' || ${row}."tier"`, `${row}."approvedOn"`],
    ],
    counted: (row) =>
      `${row}."state" = 'approved' AND ${row}."fromTier" <> ${row}."tier" AND ${row}."approvedOn" IS NOT NULL`,
  },
];

/** Every total by plain SQL over the record as it stands, one row a key: `key columns, amount`. */
export function recountSql(database: DatabaseKind): string {
  const each = TOTAL_SOURCES.map((source) => countedRowsSql(source, database));
  return `SELECT ${KEY_COLUMNS}, COUNT(*) AS "amount" FROM (${each.join(" UNION ALL ")}) AS counted GROUP BY ${KEY_COLUMNS}`;
}

/** The key of each row that one source counts. */
export function countedRowsSql(source: TotalSource, database: DatabaseKind): string {
  const named = source.key("r", database).map((sql, at) => `${sql} AS "${TOTAL_COLUMNS[at]}"`);
  return `SELECT ${named.join(", ")} FROM "${source.table}" r WHERE ${source.counted("r")}`;
}
