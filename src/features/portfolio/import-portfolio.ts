/**
 * Reads an extract into the record: streamed, every row accounted for, in batches small enough that a click never waits.
 * A run that died half way is simply run again: what is already there is unchanged.
 */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/record.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { BatchSize, momentText } from "../../platform/storage/index.ts";
import { accountsAwaitingKeeper } from "../handovers/index.ts";
import { lookAgain } from "../looks/index.ts";
import {
  beginRun,
  type Extract,
  type ExtractRow,
  endRun,
  forgetUnits,
  ImportLedger,
  type ImportReport,
  openExtract,
  type RowRefusal,
  recordTurn,
  rowRefusal,
} from "../people/index.ts";
import { borrowersOfRun } from "./bulk/known.ts";
import { learnSizes, readingSql, writeRows } from "./bulk/write-batch.ts";
import type { RowFacts } from "./facts.ts";
import { giveOn } from "./give-on.ts";
import type { ImportDesk } from "./import-desk.ts";
import { type RowReader, rowReader } from "./mapping/read-row.ts";
import type { Mapping } from "./mapping/schema.ts";
import { type MissingLoans, missingLoans } from "./missing-loans.ts";
import { type MovedCustomers, MovedLoans, movedByDeadRuns } from "./moved-loans.ts";
import { openOfficerBook } from "./officer-book.ts";
import { PackedTexts } from "./packed-texts.ts";
import { type BatchPlan, planBatch } from "./plan-batch.ts";
import { takeOnDate } from "./take-on.ts";
import { openUnitBook } from "./unit-book.ts";
import { untoldBy } from "./untold.ts";

export interface PortfolioWishes {
  readonly file: string;
  readonly mapping: Mapping;
  /** The day whose evening the extract describes. */
  readonly asOf: IsoDate;
  /** Duties before it are not created. */
  readonly takeOnOn?: IsoDate;
  /** The extract claims to hold every open loan: those it lacks are listed. */
  readonly full?: boolean;
  readonly dryRun?: boolean;
  /** Plans what is due, once all rows are in: the borrowers whose loans are new or changed; all, where an earlier run died. */
  readonly plan?: (borrowerIds: readonly string[]) => Promise<void>;
  /** What follows where tiers moved, once everything is planned: by customer, the loans that moved as they stood before. */
  readonly follow?: (moved: MovedCustomers) => Promise<void>;
  /** Bytes read, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

export interface PortfolioReport extends ImportReport {
  readonly asOf: IsoDate;
  readonly takeOnOn: IsoDate;
  readonly seconds: number;
  /** How many facts of each kind changed. */
  readonly changedFields: ReadonlyMap<string, number>;
  /** The longest that one write of rows or of planning kept others from writing, in milliseconds. */
  readonly longestWriteMs: number;
}

interface Run {
  readonly ctx: Context;
  readonly wishes: PortfolioWishes;
  readonly desk: ImportDesk;
  readonly extract: Extract;
  readonly read: RowReader;
  readonly source: string;
  readonly planAll: boolean;
  readonly ledger: ImportLedger;
  readonly changedFields: Map<string, number>;
  readonly digest: ReturnType<typeof createHash>;
  readonly size: BatchSize;
  /** Every loan number of the file, marked where its row was good. */
  readonly seen: PackedTexts;
  readonly startedAt: number;
  readonly moved: MovedLoans;
}

export async function importPortfolio(ctx: Context, wishes: PortfolioWishes): Promise<PortfolioReport | Refusal> {
  const run = authorize(ctx, "import_portfolio", nothingInParticular) ?? (await beginImport(ctx, wishes));
  if (isRefusal(run)) {
    return run;
  }
  const { missing, seconds } = await ctx.parts.database.inBackground(() => importRows(run));
  const { source, ledger, changedFields, desk } = run;
  return {
    dryRun: wishes.dryRun ?? false,
    source,
    asOf: desk.asOf,
    takeOnOn: desk.takeOnOn,
    counts: ledger.counts(),
    refused: ledger.byReason(),
    missing,
    changedFields,
    longestWriteMs: Math.round(ctx.parts.database.longestBackgroundWrite()),
    seconds,
  };
}

async function beginImport(ctx: Context, wishes: PortfolioWishes): Promise<Run | Refusal> {
  const { mapping, asOf, file } = wishes;
  const extract = await openExtract(file, mapping.file);
  if (isRefusal(extract)) {
    return extract;
  }
  const reader = rowReader(withDatesOf(extract, mapping), extract?.header ?? [], asOf);
  if (extract === undefined || "missingColumns" in reader) {
    const columns = "missingColumns" in reader ? reader.missingColumns.join(", ") : "";
    return refuse("import.columns_missing", { columns });
  }
  const takeOnOn = await takeOnDate(ctx, wishes);
  if (isRefusal(takeOnOn)) {
    return takeOnOn;
  }
  const units = await openUnitBook(ctx, mapping);
  if (isRefusal(units)) {
    return units;
  }
  const source = basename(file);
  const planAll = await lastRunDied(ctx);
  const moved = new MovedLoans();
  if (planAll) moved.add(await movedByDeadRuns(ctx));
  const runId = wishes.dryRun ? "" : await beginRun(ctx, { kind: "portfolio", source, asOf, takeOnOn });
  const recordedAt = momentText(ctx.now.toJSDate());
  const telling = { asOf, recordedAt, source: `${mapping.mapping}: ${source}`, runId };
  const standsFrom = momentText(earlier(momentAt(asOf, "00:00", "UTC").toJSDate(), ctx.now.toJSDate()));
  const officers = await openOfficerBook(ctx, mapping, standsFrom);
  const desk = {
    sql: readingSql(ctx),
    units,
    officers,
    awaiting: new Map((await accountsAwaitingKeeper(ctx)).map((account) => [account.borrowerNumber, account])),
    untold: untoldBy(mapping),
    telling,
    asOf,
    today: localDate(ctx.now, ctx.policy.policy.calendar.time_zone),
    takeOnOn,
    standsFrom,
  };
  return { ctx, wishes, desk, extract, source, planAll, moved, read: reader.read, ...freshTally() };
}

/** A workbook's own dates are read whatever the mapping says about dates that are written as text. */
function withDatesOf(extract: Extract | undefined, mapping: Mapping): Mapping {
  const { file } = mapping;
  const own = extract?.dateFormat;
  return own === undefined ? mapping : { ...mapping, file: { ...file, dates: [...file.dates, own] } };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function freshTally() {
  return {
    ledger: new ImportLedger(),
    changedFields: new Map<string, number>(),
    digest: createHash("sha256"),
    size: new BatchSize(),
    seen: new PackedTexts(),
    startedAt: performance.now(),
  };
}

interface Ending {
  readonly missing: MissingLoans;
  /** Until the last row was in; planning comes after. */
  readonly seconds: number;
}

async function importRows(run: Run): Promise<Ending> {
  let good: RowFacts[] = [];
  let refused: (readonly RowRefusal[])[] = [];
  for await (const row of run.extract.rows) {
    const read = readOnce(run, row);
    if ("facts" in read) good.push(read.facts);
    else refused.push(read.refusals);
    if (good.length + refused.length >= run.size.rows) {
      await takeBatch(run, good, refused);
      good = [];
      refused = [];
    }
  }
  await takeBatch(run, good, refused);
  return finish(run);
}

/** A loan number stands in a file once; the second row is refused, unless the first one was. */
function readOnce({ read, seen }: Run, row: ExtractRow): { facts: RowFacts } | { refusals: readonly RowRefusal[] } {
  const { number, facts, refusals } = read(row);
  const again = number !== "" && seen.isMarked(number);
  if (number !== "") {
    seen.add(number, facts !== undefined);
  }
  if (facts === undefined) {
    return { refusals };
  }
  return again ? { refusals: [rowRefusal(row.line, "", number, "twice")] } : { facts };
}

async function takeBatch(
  run: Run,
  good: readonly RowFacts[],
  refused: readonly (readonly RowRefusal[])[],
): Promise<void> {
  const plan = await planBatch(run.desk, good);
  const refusals = [...refused, ...plan.refusals];
  for (const row of refusals) run.ledger.refuse(row);
  run.ledger.count("imported", plan.imported);
  run.ledger.count("updated", plan.updated);
  run.ledger.count("unchanged", plan.unchanged);
  for (const change of plan.rows.changes) {
    const field = `${change.subjectKind}.${change.field}`;
    run.changedFields.set(field, (run.changedFields.get(field) ?? 0) + 1);
  }
  if (!run.wishes.dryRun && (refusals.length > 0 || plan.touched.length > 0)) {
    await run.size.measure(good.length + refused.length, (begun) => saveBatch(run, plan, refusals.flat(), begun));
  }
  run.wishes.progress?.(Math.min(run.extract.bytesRead(), run.extract.sizeBytes), run.extract.sizeBytes);
  await new Promise((resume) => setImmediate(resume));
}

async function saveBatch(run: Run, plan: BatchPlan, refusals: readonly RowRefusal[], begun: () => void): Promise<void> {
  const { ctx, desk, ledger } = run;
  const { runId } = desk.telling;
  plan.rows.refusals.push(...refusals.map((refusal) => ({ runId, ...refusal, line: String(refusal.line) })));
  await inTransaction(ctx, async (tx) => {
    begun();
    await writeRows(tx, plan.rows);
    await giveOn(tx, plan.givenOn, desk.telling.source);
    await lookAgain(tx, plan.retold);
    await recordTurn(tx.db, runId, ledger.counts(), []);
    if (plan.touched.length > 0) {
      const { imported, updated, digest } = plan;
      const after = { source: desk.telling.source, asOf: desk.asOf, imported, updated, digest };
      const subject = { kind: "import_run", id: runId };
      await record(tx.db, { at: tx.now, actorId: tx.actor.personId, verb: "import_portfolio", subject, after });
    }
  });
  run.moved.add(plan.moved);
  if (plan.rows.units.length > 0) forgetUnits();
  if (plan.touched.length > 0) run.digest.update(`${plan.digest}\n`);
}

/** The run ends when its planning is done: until then, the next run plans for the whole book. */
async function finish(run: Run): Promise<Ending> {
  const { ctx, wishes, desk, ledger, seen } = run;
  const missing = wishes.full ? await missingLoans(ctx, seen) : { count: 0, some: [] };
  const ending = { missing, seconds: (performance.now() - run.startedAt) / 1000 };
  if (wishes.dryRun) {
    return ending;
  }
  if (ledger.counts().imported > 0) {
    await learnSizes(ctx);
  }
  await wishes.plan?.(run.planAll ? await allBorrowers(ctx) : await borrowersOfRun(desk.sql, desk.telling.runId));
  await wishes.follow?.(await run.moved.ofKnownCustomers(ctx, desk.telling.recordedAt));
  await endRun(ctx, desk.telling.runId, ledger.counts(), missing.count, run.digest.digest("hex"));
  return ending;
}

async function lastRunDied(ctx: Context): Promise<boolean> {
  const last = await ctx.db.importRun.findFirst({ where: { kind: "portfolio" }, orderBy: { id: "desc" } });
  return last !== null && last.finishedAt === null;
}

async function allBorrowers(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.borrower.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}
