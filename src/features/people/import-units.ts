/** The units file: the bank's tree, parents and children in any order. Nothing is deleted by leaving it out. */
import { basename } from "node:path";
import { IANAZone } from "luxon";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { LANGUAGES, UNIT_KINDS, UNIT_LINES } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { beginRun, endRun, type ImportReport, recordChanges, recordTurn, turns } from "./import-run.ts";
import { ImportLedger } from "./ledger.ts";
import { type NamedCells, readNamedCells } from "./named-cells.ts";
import { forgetUnits } from "./unit-tree.ts";

const UNIT_COLUMNS = ["code", "name", "parent_code", "kind", "line", "time_zone", "calendar", "language"] as const;

interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
  readonly kind: string;
  readonly line: string;
  readonly timeZone: string;
  readonly calendarId: string;
  readonly language: string;
}

interface ReadUnit {
  readonly cells: NamedCells;
  readonly facts: UnitFacts;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
}

export async function importUnits(
  ctx: Context,
  path: string,
  options: ImportOptions = {},
): Promise<ImportReport | Refusal> {
  const rows = authorize(ctx, "import_people", nothingInParticular) ?? (await readNamedCells(path, UNIT_COLUMNS));
  if (isRefusal(rows)) {
    return rows;
  }
  const known = await unitsByCode(ctx.db);
  const units = rows.map((cells) => readUnit(ctx, cells));
  refuseDoubles(units);
  refuseOrphans(units, known);
  const ledger = new ImportLedger();
  for (const { cells } of units) ledger.refuse(cells.refusals);
  const good = parentsFirst(
    units.filter(({ cells }) => cells.refusals.length === 0).map(({ facts }) => facts),
    known,
  );
  const source = basename(path);
  await saveUnits(
    ctx,
    { good, known, ledger, source, refusals: units.flatMap(({ cells }) => cells.refusals) },
    options,
  );
  const missing = [...known.keys()].filter((code) => units.every(({ facts }) => facts.code !== code));
  return report(ledger, source, missing, options);
}

function report(
  ledger: ImportLedger,
  source: string,
  missing: readonly string[],
  { dryRun = false }: ImportOptions,
): ImportReport {
  const some = missing.slice(0, 100);
  return {
    dryRun,
    source,
    counts: ledger.counts(),
    refused: ledger.byReason(),
    missing: { count: missing.length, some },
  };
}

function readUnit(ctx: Context, cells: NamedCells): ReadUnit {
  const facts = {
    code: cells.required("code"),
    name: cells.required("name"),
    parentCode: cells.text("parent_code"),
    kind: cells.oneOf("kind", UNIT_KINDS) ?? "",
    line: cells.oneOf("line", UNIT_LINES) ?? "",
    timeZone: cells.required("time_zone"),
    calendarId: cells.required("calendar"),
    language: cells.oneOf("language", LANGUAGES) ?? "",
  };
  if (facts.timeZone !== "" && !IANAZone.isValidZone(facts.timeZone)) cells.refuse("time_zone", "time_zone_unknown");
  if (facts.calendarId !== "" && !ctx.parts.calendars.has(facts.calendarId))
    cells.refuse("calendar", "calendar_unknown");
  return { cells, facts };
}

function refuseDoubles(units: readonly ReadUnit[]): void {
  const seen = new Set<string>();
  for (const { cells, facts } of units) {
    if (seen.has(facts.code)) cells.refuse("code", "twice");
    seen.add(facts.code);
  }
}

/** A unit hangs under one that is known or good itself, and never under itself. */
function refuseOrphans(units: readonly ReadUnit[], known: ReadonlyMap<string, KnownUnit>): void {
  for (let found = true; found; ) {
    found = false;
    const good = units.filter(({ cells }) => cells.refusals.length === 0);
    const parentOf = new Map([...known].map(([code, unit]) => [code, unit.parentCode]));
    for (const { facts } of good) parentOf.set(facts.code, facts.parentCode);
    for (const { cells, facts } of good) {
      const reason = orphaned(facts, parentOf);
      if (reason !== undefined) {
        cells.refuse("parent_code", reason);
        found = true;
      }
    }
  }
}

function orphaned(
  facts: UnitFacts,
  parentOf: ReadonlyMap<string, string>,
): "parent_unknown" | "parent_loop" | undefined {
  if (facts.parentCode !== "" && !parentOf.has(facts.parentCode)) {
    return "parent_unknown";
  }
  const above = new Set<string>();
  for (let at = facts.parentCode; at !== ""; at = parentOf.get(at) ?? "") {
    if (at === facts.code) return "parent_loop";
    if (above.has(at)) return undefined;
    above.add(at);
  }
  return undefined;
}

function parentsFirst(units: readonly UnitFacts[], known: ReadonlyMap<string, KnownUnit>): UnitFacts[] {
  const placed = new Set(known.keys());
  const sorted: UnitFacts[] = [];
  let waiting = [...units];
  while (waiting.length > 0) {
    const next = waiting.filter(({ parentCode }) => parentCode === "" || placed.has(parentCode));
    if (next.length === 0) break;
    for (const unit of next) placed.add(unit.code);
    sorted.push(...next);
    waiting = waiting.filter((unit) => !next.includes(unit));
  }
  return sorted;
}

interface KnownUnit extends UnitFacts {
  readonly id: string;
}

async function unitsByCode(db: Tx): Promise<Map<string, KnownUnit>> {
  const units = await db.orgUnit.findMany({ include: { parent: { select: { code: true } } } });
  return new Map(units.map(({ parent, ...unit }) => [unit.code, { ...unit, parentCode: parent?.code ?? "" }]));
}

interface Saving {
  readonly good: readonly UnitFacts[];
  readonly known: ReadonlyMap<string, KnownUnit>;
  readonly ledger: ImportLedger;
  readonly source: string;
  readonly refusals: NamedCells["refusals"];
}

async function saveUnits(ctx: Context, saving: Saving, { dryRun = false }: ImportOptions): Promise<void> {
  const ids = new Map([...saving.known].map(([code, { id }]) => [code, id]));
  if (dryRun) {
    for (const facts of saving.good) saving.ledger.count(outcomeOf(facts, saving.known.get(facts.code)));
    return;
  }
  const asOf = localDate(ctx.now, ctx.actor.timeZone);
  const runId = await beginRun(ctx, { kind: "units", source: saving.source, asOf });
  await ctx.parts.database.inBackground(async () => {
    for (const turn of turns(saving.good)) await saveTurn(ctx, runId, turn, saving, ids);
    await inTransaction(ctx, (tx) => recordTurn(tx.db, runId, saving.ledger.counts(), saving.refusals));
  });
  forgetUnits();
  await endRun(ctx, runId, saving.ledger.counts(), 0);
}

async function saveTurn(
  ctx: Context,
  runId: string,
  turn: readonly UnitFacts[],
  { known, ledger }: Saving,
  ids: Map<string, string>,
): Promise<void> {
  const changed = turn.filter((facts) => outcomeOf(facts, known.get(facts.code)) !== "unchanged");
  const saved = await inTransaction(ctx, async (tx) => {
    const turnIds = new Map<string, string>();
    for (const facts of changed) {
      const parentId = turnIds.get(facts.parentCode) ?? ids.get(facts.parentCode) ?? null;
      turnIds.set(facts.code, await saveUnit(tx.db, facts, parentId));
    }
    const before = changed.map(({ code }) => known.get(code)).filter((unit) => unit !== undefined);
    await recordChanges(tx, runId, { before, after: changed });
    return turnIds;
  });
  for (const [code, id] of saved) ids.set(code, id);
  for (const facts of turn) ledger.count(outcomeOf(facts, known.get(facts.code)));
}

async function saveUnit(
  db: Tx,
  { parentCode: _parent, ...facts }: UnitFacts,
  parentId: string | null,
): Promise<string> {
  const columns = { ...facts, parentId };
  const saved = await db.orgUnit.upsert({ where: { code: facts.code }, create: columns, update: columns });
  return saved.id;
}

function outcomeOf(facts: UnitFacts, known: KnownUnit | undefined): "imported" | "updated" | "unchanged" {
  if (known === undefined) {
    return "imported";
  }
  const keys = ["name", "parentCode", "kind", "line", "timeZone", "calendarId", "language"] as const;
  return keys.every((key) => known[key] === facts[key]) ? "unchanged" : "updated";
}
