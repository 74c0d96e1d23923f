/** The triggers that write down what every change means for the totals, and the first count of a book that stands already. */
import {
  CUSTOMER_STANDING,
  LOAN_INTEREST,
  LOAN_RATED,
  LOAN_STANDING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  ZONE_MOVED,
} from "../src/domain/totals/index.ts";
import {
  aboveAsked,
  COUNTED_AMOUNTS,
  countedRowsSql,
  KEY_COLUMNS,
  moneyOf,
  TOTAL_SOURCES,
  type TotalSource,
} from "../src/features/totals/sources.ts";
import type { DatabaseKind } from "./schema.ts";

/** With a kind behind it: set once all that stood of it was counted; every change after that is a delta. */
const COUNTED_SETTING = "totals.counted";
/** Kinds that came later: what the setting without a kind says of the first ones is not said of them. */
const LATER_KINDS: readonly string[] = [
  SIGNAL_STANDING,
  TIER_MOVED,
  SIGNAL_RAISED,
  SIGNAL_ENDED,
  CUSTOMER_STANDING,
  LOAN_STANDING,
  LOAN_RATED,
  LOAN_INTEREST,
  ZONE_MOVED,
];
/** Set when a unit moved in the tree; the fold then makes the totals of units again. */
export const TREE_CHANGED = "totals.tree_changed";
const TREE_TRIGGER = "totals_of_units_moved";

const WRITES = ["insert", "update"] as const;
type Write = (typeof WRITES)[number];

const ofTable = (table: string) => TOTAL_SOURCES.filter((source) => source.table === table);
const hangingOn = (table: string) => TOTAL_SOURCES.filter(({ above }) => above?.table === table);

/** What an update of the table must write for something to be counted elsewhere; of records that never change, nothing. */
function watchedColumns(table: string): string[] {
  const own = ofTable(table).flatMap(({ columns }) => columns);
  return [...new Set([...own, ...hangingOn(table).flatMap(({ above }) => above?.columns ?? [])])];
}

const TABLES = [...new Set(TOTAL_SOURCES.map(({ table }) => table))];
const TRIGGERS = TABLES.flatMap((table) =>
  WRITES.filter((write) => write === "insert" || watchedColumns(table).length > 0).map((write) => ({ table, write })),
);
const triggerName = (table: string, write: Write) =>
  `totals_of_${table.replaceAll(/(?<=.)([A-Z])/g, "_$1").toLowerCase()}_on_${write}`;

export function totalTriggerNames(): string[] {
  return [...TRIGGERS.map(({ table, write }) => triggerName(table, write)), TREE_TRIGGER];
}

/** After the guards, in their transaction: on PostgreSQL making a trigger keeps writers out until it ends, so that none is missed. */
export function totalsSql(kind: DatabaseKind): string {
  const triggers = TRIGGERS.map(({ table, write }) => trigger(kind, table, write));
  return [...triggers, treeTrigger(kind), firstCount(kind)].join("\n");
}

function trigger(kind: DatabaseKind, table: string, write: Write): string {
  const sources = ofTable(table);
  const columns = watchedColumns(table)
    .map((name) => `"${name}"`)
    .join(", ");
  const event = write === "insert" ? "INSERT" : `UPDATE OF ${columns}`;
  const moved = write === "insert" ? [] : hangingOn(table).flatMap((source) => deltasBelow(kind, source));
  const body = [...locks(kind, sources), ...sources.flatMap((source) => deltas(kind, source, write)), ...moved].join(
    "\n",
  );
  return made(kind, triggerName(table, write), `AFTER ${event} ON "${table}"`, table, body);
}

/** Minus one where the row was counted, plus one where it is counted now; nothing where it stays where it was. */
function deltas(kind: DatabaseKind, source: TotalSource, write: Write): string[] {
  const one = (row: "OLD" | "NEW", sign: 1 | -1, unless: string) => {
    const above = aboveAsked(source, row);
    return `  INSERT INTO "TotalDelta" (${KEY_COLUMNS}, "amount", "moneyMinor")
  SELECT ${source.key(row, kind, above).join(", ")}, ${sign}, ${sign} * ${moneyOf(source, row)} WHERE (${source.counted(row, above)})${unless};`;
  };
  if (write === "insert") return [one("NEW", 1, "")];
  if (source.columns.length === 0) return [];
  const changed = source.columns.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  const unless = ` AND (${changed})`;
  return [one("OLD", -1, unless), one("NEW", 1, unless)];
}

/** What hangs on a row is counted elsewhere once that row is: minus one for each as it was, plus one as it is. */
function deltasBelow(kind: DatabaseKind, source: TotalSource): string[] {
  const { by = "", columns = [] } = source.above ?? {};
  const changed = columns.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return (["OLD", "NEW"] as const).map((side) => {
    const above = (column: string) => `${side}."${column}"`;
    const sign = side === "OLD" ? -1 : 1;
    return `  INSERT INTO "TotalDelta" (${KEY_COLUMNS}, "amount", "moneyMinor")
  SELECT ${source.key("r", kind, above).join(", ")}, ${sign}, ${sign} * ${moneyOf(source, "r")} FROM "${source.table}" r
  WHERE r."${by}" = NEW."id" AND (${source.counted("r", above)}) AND (${changed});`;
  });
}

/** Whoever writes what hangs on a row waits for whoever writes that row: each then sees what the other wrote. SQLite has one writer anyway. */
function locks(kind: DatabaseKind, sources: readonly TotalSource[]): string[] {
  if (kind === "sqlite") return [];
  return sources.flatMap(({ above }) =>
    above === undefined ? [] : [`  PERFORM 1 FROM "${above.table}" WHERE "id" = NEW."${above.by}" FOR NO KEY UPDATE;`],
  );
}

function treeTrigger(kind: DatabaseKind): string {
  const body = `  INSERT INTO "Setting" ("key", "value") SELECT '${TREE_CHANGED}', NEW."id"
  WHERE OLD."parentId" IS DISTINCT FROM NEW."parentId"
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";`;
  return made(kind, TREE_TRIGGER, `AFTER UPDATE OF "parentId" ON "OrgUnit"`, "OrgUnit", body);
}

function made(kind: DatabaseKind, name: string, event: string, table: string, body: string): string {
  if (kind === "sqlite") {
    return `DROP TRIGGER IF EXISTS "${name}";\nCREATE TRIGGER "${name}" ${event}\nBEGIN\n${body}\nEND;\n`;
  }
  return `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
${body}
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "${name}" ON "${table}";
CREATE TRIGGER "${name}" ${event} FOR EACH ROW EXECUTE FUNCTION "${name}"();
`;
}

function firstCount(kind: DatabaseKind): string {
  const settingOf = (counted: string) => `${COUNTED_SETTING}.${counted}`;
  const counts = TOTAL_SOURCES.map((source) => {
    const known = [settingOf(source.kind), ...(LATER_KINDS.includes(source.kind) ? [] : [COUNTED_SETTING])];
    return `INSERT INTO "TotalDelta" (${KEY_COLUMNS}, "amount", "moneyMinor")
SELECT ${KEY_COLUMNS}, ${COUNTED_AMOUNTS} FROM (${countedRowsSql(source, kind)}) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN (${known.map((key) => `'${key}'`).join(", ")}))
GROUP BY ${KEY_COLUMNS};
`;
  });
  const kinds = [...new Set(TOTAL_SOURCES.map((source) => source.kind))];
  const marks = kinds.map(
    (one) =>
      `INSERT INTO "Setting" ("key", "value") VALUES ('${settingOf(one)}', 'yes') ON CONFLICT ("key") DO NOTHING;\n`,
  );
  return [...counts, ...marks].join("");
}
