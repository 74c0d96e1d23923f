/** The record of one reading of a file. A run without an end died half way; the next one begins again. */
import { record } from "../../platform/audit/record.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import type { ImportCounts, ImportLedger, RowRefusal } from "./ledger.ts";

export interface ImportReport {
  /** Nothing was written. */
  readonly dryRun: boolean;
  readonly source: string;
  readonly counts: ImportCounts;
  readonly refused: ReturnType<ImportLedger["byReason"]>;
  /** In the record, but not in the file; at most a hundred of them by name. */
  readonly missing: { readonly count: number; readonly some: readonly string[] };
}

/** A writer's turn: small enough that a click never waits long for it. */
const ROWS_PER_TURN = 100;

export interface RunStart {
  readonly kind: "units" | "people" | "portfolio" | "facts";
  readonly source: string;
  readonly asOf: string;
  readonly takeOnOn?: string;
}

export async function beginRun(ctx: Context, start: RunStart): Promise<string> {
  const run = await ctx.parts.database.db.importRun.create({
    data: { ...start, startedAt: ctx.parts.clocks.now().toJSDate() },
  });
  return run.id;
}

/** What a turn adds to the run, in the turn's own transaction. */
export async function recordTurn(
  tx: Tx,
  runId: string,
  counts: ImportCounts,
  refusals: readonly RowRefusal[],
): Promise<void> {
  if (refusals.length > 0) {
    const places = oncePerPlace(refusals).map(({ known: _known, ...place }) => ({ runId, ...place }));
    await tx.importRefusal.createMany({ data: places });
  }
  await tx.importRun.update({ where: { id: runId }, data: { ...counts } });
}

/** People or units as they were and as the file has them, as one event of the run. */
export async function recordChanges(
  tx: Context,
  runId: string,
  { before, after }: { readonly before: readonly unknown[]; readonly after: readonly unknown[] },
): Promise<void> {
  if (after.length === 0) return;
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "import_people",
    subject: { kind: "import_run", id: runId },
    before,
    after,
  });
}

export async function endRun(
  ctx: Context,
  runId: string,
  counts: ImportCounts,
  missing: number,
  digest?: string,
): Promise<void> {
  await ctx.parts.database.db.importRun.update({
    where: { id: runId },
    data: { ...counts, missing, digest: digest ?? null, finishedAt: ctx.parts.clocks.now().toJSDate() },
  });
}

/** A place in the file is refused once, whatever else is wrong there. */
function oncePerPlace(refusals: readonly RowRefusal[]): RowRefusal[] {
  return [...new Map(refusals.map((refusal) => [`${refusal.line}\n${refusal.column}`, refusal])).values()];
}

export function turns<T>(rows: readonly T[], size = ROWS_PER_TURN): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, turn) => rows.slice(turn * size, (turn + 1) * size));
}
