/** The guards as SQL text, for either database; see ./guards.ts for what they are. */
import {
  type Check,
  FEW_ROWS_INDEXES,
  type Guard,
  guardsFor,
  PARTIAL_INDEXES,
  type PartialIndex,
  SEARCH_INDEXES,
  type SearchIndex,
  type WriteVerb,
} from "./guards.ts";
import type { DatabaseKind } from "./schema.ts";
import { totalsSql, totalTriggerNames } from "./totals-sql.ts";

const TITLE = "-- Made by prisma/write-guards.ts from prisma/guards.ts. Laid down again after every migration.\n";
/** The chain begins before its first event, so that there is a row to lock. */
const AUDIT_HEAD = `INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (1, 0, '') ON CONFLICT ("id") DO NOTHING;`;

export function guardsSql(kind: DatabaseKind, models: string): string {
  const triggers = guardsFor(models).map((guard) =>
    kind === "sqlite" ? sqliteTriggers(guard) : postgresTriggers(guard),
  );
  const searches = SEARCH_INDEXES.map((index) => searchSql(index, kind));
  return [
    TITLE,
    ...PARTIAL_INDEXES.map((index) => indexSql(index, "UNIQUE INDEX")),
    ...FEW_ROWS_INDEXES.map((index) => indexSql(index, "INDEX")),
    ...searches,
    ...triggers,
    totalsSql(kind),
    AUDIT_HEAD,
    "",
  ].join("\n");
}

/** The names that the catalogue of a guarded database must hold. */
export function guardNames(kind: DatabaseKind, models: string): { triggers: string[]; indexes: string[] } {
  const triggers = guardsFor(models).flatMap((guard) => {
    const names = guard.on.map((verb) => triggerName(guard, verb));
    return kind === "postgres" && guard.on.includes("delete") ? [...names, `${guard.name}_on_truncate`] : names;
  });
  const all = [...triggers, ...totalTriggerNames()].sort();
  return {
    triggers: all,
    indexes: [...PARTIAL_INDEXES, ...FEW_ROWS_INDEXES, ...SEARCH_INDEXES].map(({ name }) => name).sort(),
  };
}

function triggerName(guard: Guard, verb: WriteVerb): string {
  return `${guard.name}_on_${verb}`;
}

function indexSql({ name, table, columns, where }: PartialIndex, what: "INDEX" | "UNIQUE INDEX"): string {
  const over = columns.map((column) => `"${column}"`).join(", ");
  return `CREATE ${what} IF NOT EXISTS "${name}" ON "${table}" (${over}) WHERE ${where};\n`;
}

/** LIKE 'beginning%' uses it: SQLite's LIKE tells no case apart, PostgreSQL's compares characters whatever the collation. */
function searchSql({ name, table, within, column }: SearchIndex, kind: DatabaseKind): string {
  const over = kind === "sqlite" ? `"${column}" COLLATE NOCASE` : `"${column}" text_pattern_ops`;
  const columns = within === undefined ? over : `"${within}", ${over}`;
  return `CREATE INDEX IF NOT EXISTS "${name}" ON "${table}" (${columns});\n`;
}

function event(guard: Guard, verb: WriteVerb): string {
  const of = verb === "update" && guard.columns !== undefined ? ` OF ${quoted(guard.columns)}` : "";
  return `BEFORE ${verb.toUpperCase()}${of} ON "${guard.table}"`;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

function message(guard: Guard, check: Check): string {
  return `'guard ${guard.name}: ${check.says.replaceAll("'", "''")}'`;
}

function conditionOf(check: Check, kind: DatabaseKind): string {
  return typeof check.refusedWhen === "string" ? check.refusedWhen : check.refusedWhen[kind];
}

function sqliteTriggers(guard: Guard): string {
  const cases = guard.checks.map(
    (check) => `    WHEN ${conditionOf(check, "sqlite")}\n      THEN RAISE(ABORT, ${message(guard, check)})`,
  );
  const body = `  SELECT CASE\n${cases.join("\n")}\n  END;`;
  return guard.on
    .map((verb) => {
      const name = triggerName(guard, verb);
      return `DROP TRIGGER IF EXISTS "${name}";\nCREATE TRIGGER "${name}" ${event(guard, verb)}\nBEGIN\n${body}\nEND;\n`;
    })
    .join("\n");
}

function postgresTriggers(guard: Guard): string {
  const name = `guard_${guard.name}`;
  const branches = guard.checks.map(
    (check) =>
      `  IF (${conditionOf(check, "postgres")}) THEN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = ${message(guard, check)};\n  END IF;`,
  );
  const row = guard.on.includes("delete") ? "OLD" : "NEW";
  const triggers = guard.on.map((verb) =>
    postgresTrigger(guard.table, triggerName(guard, verb), event(guard, verb), "ROW", name),
  );
  if (guard.on.includes("delete")) triggers.push(refusedTruncate(guard));
  const turn = guard.oneByOne === true ? `  PERFORM pg_advisory_xact_lock(hashtext('${name}'));\n` : "";
  return `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
${turn}${branches.join("\n")}
  RETURN ${row};
END
$guard$;
${triggers.join("")}`;
}

function postgresTrigger(
  table: string,
  trigger: string,
  when: string,
  each: "ROW" | "STATEMENT",
  call: string,
): string {
  return `DROP TRIGGER IF EXISTS "${trigger}" ON "${table}";
CREATE TRIGGER "${trigger}" ${when} FOR EACH ${each} EXECUTE FUNCTION "${call}"();
`;
}

/** Emptying a table asks no row; PostgreSQL has its own event for it. */
function refusedTruncate(guard: Guard): string {
  const trigger = `${guard.name}_on_truncate`;
  return `CREATE OR REPLACE FUNCTION "guard_${trigger}"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard ${guard.name}: the table is not emptied';
END
$guard$;
${postgresTrigger(guard.table, trigger, `BEFORE TRUNCATE ON "${guard.table}"`, "STATEMENT", `guard_${trigger}`)}`;
}
