/** The triggers that write down what every change means for the totals, and the first count of a book that stands already. */
import { SIGNAL_STANDING, TIER_MOVED } from "../src/domain/totals/index.ts";
import { countedRowsSql, KEY_COLUMNS, TOTAL_SOURCES, type TotalSource } from "../src/features/totals/sources.ts";
import type { DatabaseKind } from "./schema.ts";

/** With a kind behind it: set once all that stood of it was counted; every change after that is a delta. */
const COUNTED_SETTING = "totals.counted";
/** Kinds that came later: what the setting without a kind says of the first ones is not said of them. */
const LATER_KINDS: readonly string[] = [SIGNAL_STANDING, TIER_MOVED];
/** Set when a unit moved in the tree; the fold then makes the totals of units again. */
export const TREE_CHANGED = "totals.tree_changed";
const TREE_TRIGGER = "totals_of_units_moved";

const WRITES = ["insert", "update"] as const;
type Write = (typeof WRITES)[number];

const TABLES = [...new Set(TOTAL_SOURCES.map(({ table }) => table))];
const triggerName = (table: string, write: Write) =>
  `totals_of_${table.replaceAll(/(?<=.)([A-Z])/g, "_$1").toLowerCase()}_on_${write}`;

export function totalTriggerNames(): string[] {
  return [...TABLES.flatMap((table) => WRITES.map((write) => triggerName(table, write))), TREE_TRIGGER];
}

/** After the guards, in their transaction: on PostgreSQL making a trigger keeps writers out until it ends, so that none is missed. */
export function totalsSql(kind: DatabaseKind): string {
  const triggers = TABLES.flatMap((table) => WRITES.map((write) => trigger(kind, table, write)));
  return [...triggers, treeTrigger(kind), firstCount(kind)].join("\n");
}

function trigger(kind: DatabaseKind, table: string, write: Write): string {
  const sources = TOTAL_SOURCES.filter((source) => source.table === table);
  const columns = [...new Set(sources.flatMap((source) => source.columns))].map((name) => `"${name}"`).join(", ");
  const event = write === "insert" ? "INSERT" : `UPDATE OF ${columns}`;
  const body = sources.flatMap((source) => deltas(kind, source, write)).join("\n");
  return made(kind, triggerName(table, write), `AFTER ${event} ON "${table}"`, table, body);
}

/** Minus one where the row was counted, plus one where it is counted now; nothing where it stays where it was. */
function deltas(kind: DatabaseKind, source: TotalSource, write: Write): string[] {
  const one = (row: "OLD" | "NEW", amount: number, unless: string) =>
    `  INSERT INTO "TotalDelta" (${KEY_COLUMNS}, "amount")
  SELECT ${source.key(row, kind).join(", ")}, ${amount} WHERE (${source.counted(row)})${unless};`;
  if (write === "insert") return [one("NEW", 1, "")];
  const changed = source.columns.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  const unless = ` AND (${changed})`;
  return [one("OLD", -1, unless), one("NEW", 1, unless)];
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
  return TOTAL_SOURCES.map((source) => {
    const setting = `${COUNTED_SETTING}.${source.kind}`;
    const known = [setting, ...(LATER_KINDS.includes(source.kind) ? [] : [COUNTED_SETTING])];
    return `INSERT INTO "TotalDelta" (${KEY_COLUMNS}, "amount")
SELECT ${KEY_COLUMNS}, COUNT(*) FROM (${countedRowsSql(source, kind)}) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN (${known.map((key) => `'${key}'`).join(", ")}))
GROUP BY ${KEY_COLUMNS};
INSERT INTO "Setting" ("key", "value") VALUES ('${setting}', 'yes') ON CONFLICT ("key") DO NOTHING;
`;
  }).join("");
}
