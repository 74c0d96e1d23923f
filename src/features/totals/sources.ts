/**
 * Where totals come from, as SQL over one row: the triggers that write deltas (prisma/totals-sql.ts), the first fold of a book that
 * stands and the recount are all made of these lines. What they mean stands in domain/totals/keys.ts.
 */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import {
  CORRECTION_DUE,
  CUSTOMER_STANDING,
  INSPECTION_DONE,
  INSPECTION_DUE,
  LOAN_INTEREST,
  LOAN_RATED,
  LOAN_STANDING,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  REPORT_DECIDED,
  REPORT_WAITING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKind,
  ZONE_MOVED,
} from "../../domain/totals/index.ts";
import { ENDED_SIGNAL_STATES, PURSUED_LOAN_STATES } from "../../domain/vocabulary.ts";
import type { DatabaseKind } from "../../platform/storage/index.ts";

/** A row's name in SQL: `NEW`, `OLD`, or an alias. */
export type RowName = string;
/** A column of the row that another hangs on, as SQL. */
type AboveColumn = (column: string) => string;

export interface TotalSource {
  readonly table: string;
  readonly kind: TotalKind;
  /** A write of any of these may move the row to another total. */
  readonly columns: readonly string[];
  /** The row that it hangs on: a write of these columns there moves all that hang on it. */
  readonly above?: { readonly table: string; readonly by: string; readonly columns: readonly string[] };
  /** The columns of `TOTAL_COLUMNS`, in their order, but for the amounts. */
  key(row: RowName, database: DatabaseKind, above: AboveColumn): readonly string[];
  /** Whether the row is counted. */
  counted(row: RowName, above: AboveColumn): string;
  /** Minor units; nothing where it is not there. */
  money?(row: RowName): string;
}

/** Asked of the record, where the row itself was written. */
export function aboveAsked({ above }: TotalSource, row: RowName): AboveColumn {
  return (column) => `(SELECT a."${column}" FROM "${above?.table}" a WHERE a."id" = ${row}."${above?.by}")`;
}

export const moneyOf = (source: TotalSource, row: RowName): string => source.money?.(row) ?? "0";

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

/** What is written off is a loss, whatever its tier says. */
const tierHeld = (row: RowName) => `CASE ${row}."state" WHEN 'written_off' THEN 'loss' ELSE ${row}."tier" END`;

/** As `yearlyInterest` of domain/loan-rate.ts rounds it, in two parts: the product of a large loan and its rate would not fit. */
const interestOf = (row: RowName) => {
  const [drawn, rate] = [`${row}."drawnMinor"`, `${row}."yearlyRatePpm"`];
  return `(${drawn} / 1000000 * ${rate} + ${drawn} % 1000000 * ${rate} / 1000000)`;
};

/** Pursued loans whose yearly rate was told. */
function ratedLoans(kind: TotalKind, money: (row: RowName) => string): TotalSource {
  return {
    table: "Loan",
    kind,
    columns: ["borrowerId", "product", "state", "tier", "currency", "drawnMinor", "yearlyRatePpm"],
    above: { table: "Borrower", by: "borrowerId", columns: ["unitId", "zone"] },
    key: (row, _database, above) => [
      ...[above("unitId"), `''`, `${row}."product"`, `'${kind}'`],
      ...[`${tierHeld(row)} || ':' || ${row}."currency"`, `''`],
    ],
    counted: (row, above) => `${row}."yearlyRatePpm" IS NOT NULL AND ${isPursued(row, above)}`,
    money,
  };
}

const isPursued = (row: RowName, above: AboveColumn) =>
  `${row}."state" IN (${quoted(PURSUED_LOAN_STATES)}) AND ${above("zone")} IS NOT NULL`;

/** By a date of theirs. A restricted one is counted nowhere. */
function signals(
  kind: TotalKind,
  date: string,
  columns: readonly string[],
  state: (row: RowName) => string,
): TotalSource {
  return {
    table: "Signal",
    kind,
    columns: ["unitId", "ownerId", "isRestricted", date, ...columns],
    key: (row) => [
      ...[`${row}."unitId"`, `COALESCE(${row}."ownerId", '')`, `''`, `'${kind}'`],
      ...[state(row), `${row}."${date}"`],
    ],
    counted: (row) => `NOT ${row}."isRestricted" AND ${row}."${date}" IS NOT NULL`,
  };
}

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
    counted: (row) => `${row}."state" IN ('open', 'reported')`,
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
  {
    table: "FactChange",
    kind: TIER_MOVED,
    columns: [],
    key: (row) => [
      ...[`${row}."unitId"`, `''`, `COALESCE(${row}."product", '')`, `'${TIER_MOVED}'`],
      ...[`${row}."before" || ':' || ${row}."after"`, `${row}."movedOn"`],
    ],
    counted: (row) => `${row}."field" = 'tier' AND ${row}."movedOn" IS NOT NULL`,
  },
  signals(SIGNAL_RAISED, "raisedOn", ["detectDays"], (row) => `COALESCE(CAST(${row}."detectDays" AS TEXT), 'unknown')`),
  signals(
    SIGNAL_ENDED,
    "endedOn",
    ["state", "endDays"],
    (row) => `${row}."state" || ':' || COALESCE(CAST(${row}."endDays" AS TEXT), 'unknown')`,
  ),
  {
    table: "Borrower",
    kind: CUSTOMER_STANDING,
    columns: ["unitId", "zone"],
    key: (row) => [`${row}."unitId"`, `''`, `''`, `'${CUSTOMER_STANDING}'`, `${row}."zone"`, `''`],
    counted: (row) => `${row}."zone" IS NOT NULL`,
  },
  {
    table: "Loan",
    kind: LOAN_STANDING,
    columns: ["borrowerId", "product", "state", "tier", "currency", "drawnMinor"],
    above: { table: "Borrower", by: "borrowerId", columns: ["unitId", "zone"] },
    key: (row, _database, above) => [
      ...[above("unitId"), `''`, `${row}."product"`, `'${LOAN_STANDING}'`],
      `${above("zone")} || ':' || ${tierHeld(row)} || ':' || ${row}."currency"`,
      `''`,
    ],
    counted: isPursued,
    money: (row) => `${row}."drawnMinor"`,
  },
  ratedLoans(LOAN_RATED, (row) => `${row}."drawnMinor"`),
  ratedLoans(LOAN_INTEREST, interestOf),
  {
    table: "ZoneMove",
    kind: ZONE_MOVED,
    columns: [],
    key: (row) => [
      ...[`${row}."unitId"`, `''`, `''`, `'${ZONE_MOVED}'`],
      ...[`${row}."fromZone" || ':' || ${row}."toZone"`, `${row}."movedOn"`],
    ],
    counted: () => "1 = 1",
    money: (row) => `${row}."drawnMinor"`,
  },
];

/** Every total by plain SQL over the record as it stands, one row a key: `key columns, amount, money`. */
export function recountSql(database: DatabaseKind): string {
  const each = TOTAL_SOURCES.map((source) => countedRowsSql(source, database));
  return `SELECT ${KEY_COLUMNS}, ${COUNTED_AMOUNTS} FROM (${each.join(" UNION ALL ")}) AS counted GROUP BY ${KEY_COLUMNS}`;
}

/** How many rows, and their money. */
export const COUNTED_AMOUNTS = `COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor"`;

/** The key of each row that one source counts, and its money. */
export function countedRowsSql(source: TotalSource, database: DatabaseKind): string {
  const above = aboveAsked(source, "r");
  const named = source.key("r", database, above).map((sql, at) => `${sql} AS "${TOTAL_COLUMNS[at]}"`);
  return `SELECT ${named.join(", ")}, ${moneyOf(source, "r")} AS "moneyMinor" FROM "${source.table}" r
    WHERE ${source.counted("r", above)}`;
}
