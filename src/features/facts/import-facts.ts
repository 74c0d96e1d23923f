/**
 * Reads a file of facts into the record: streamed, every row accounted for, in batches small enough that a click never waits.
 * A run that died half way is run again: what is already there is unchanged.
 */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { FactKindName } from "../../domain/facts/kinds.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/record.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { BatchSize } from "../../platform/storage/index.ts";
import {
  beginRun,
  type Extract,
  endRun,
  type ImportCounts,
  ImportLedger,
  type ImportReport,
  openExtract,
  type RowRefusal,
  recordTurn,
} from "../people/index.ts";
import { PackedTexts } from "../portfolio/index.ts";
import { type Measure, measureOf } from "./fact-problems.ts";
import { type GoodRow, planFacts, type RowOutcome } from "./keep.ts";
import { type FactMapping, ownMapping } from "./mapping.ts";
import { type FileRow, fileRowReader, type ReadFileRow } from "./read-file-row.ts";
import { type FactsFollowed, judgeRows, type Seen, takeRows } from "./take-rows.ts";

export interface FactFileWishes {
  readonly file: string;
  readonly kind: FactKindName;
  /** Our own layout where none is given. */
  readonly mapping?: FactMapping;
  /** Which system tells it; in place of the mapping's. */
  readonly source?: string;
  /** The day of rows that do not say theirs. */
  readonly asOf?: IsoDate;
  readonly dryRun?: boolean;
  /** Once all rows are in. */
  readonly follow: FactsFollowed;
  /** Bytes read, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

export interface FactFileReport extends ImportReport {
  readonly kind: FactKindName;
  /** Until the last row was in. */
  readonly seconds: number;
}

/** A file that does not say which system wrote it. */
const SOURCE = "file";

interface Run {
  readonly ctx: Context;
  readonly wishes: FactFileWishes;
  readonly extract: Extract;
  readonly read: ReadFileRow;
  readonly measure: Measure;
  readonly source: string;
  readonly runId: string;
  readonly ledger: ImportLedger;
  readonly seen: Seen;
  readonly size: BatchSize;
  readonly digest: ReturnType<typeof createHash>;
  readonly borrowerIds: Set<string>;
}

/** Refuses a file that cannot be read or lacks columns; of a row, everything that is wrong with it. */
export async function importFacts(ctx: Context, wishes: FactFileWishes): Promise<FactFileReport | Refusal> {
  const run = authorize(ctx, "import_facts", nothingInParticular) ?? (await begin(ctx, wishes));
  if (isRefusal(run)) return run;
  const startedAt = performance.now();
  await ctx.parts.database.inBackground(() => importRows(run));
  const seconds = (performance.now() - startedAt) / 1_000;
  const { ledger, runId, borrowerIds, digest } = run;
  if (!wishes.dryRun) {
    if (borrowerIds.size > 0) await wishes.follow(wishes.kind, [...borrowerIds]);
    await endRun(ctx, runId, ledger.counts(), 0, digest.digest("hex"));
  }
  return {
    kind: wishes.kind,
    dryRun: wishes.dryRun ?? false,
    source: basename(wishes.file),
    counts: ledger.counts(),
    refused: ledger.byReason(),
    missing: { count: 0, some: [] },
    seconds,
  };
}

async function begin(ctx: Context, wishes: FactFileWishes): Promise<Run | Refusal> {
  const { file, kind, asOf, dryRun } = wishes;
  const mapping = wishes.mapping ?? ownMapping(kind);
  const extract = await openExtract(file, mapping.file);
  if (isRefusal(extract)) return extract;
  const measure = measureOf(ctx);
  const header = extract?.header ?? [];
  const dates = [...mapping.file.dates, ...(extract?.dateFormat === undefined ? [] : [extract.dateFormat])];
  const reader = fileRowReader({
    ...{ kind, header, asOf, today: measure.today },
    mapping: { ...mapping, file: { ...mapping.file, dates } },
  });
  if (extract === undefined || "missing" in reader) {
    return refuse("import.columns_missing", { columns: "missing" in reader ? reader.missing.join(", ") : "" });
  }
  const source = `${kind}: ${basename(file)}`;
  return {
    ...{ ctx, wishes, extract, measure, read: reader.read },
    source: wishes.source ?? mapping.source ?? SOURCE,
    runId: dryRun ? "" : await beginRun(ctx, { kind: "facts", source, asOf: asOf ?? measure.today }),
    ledger: new ImportLedger(),
    seen: seenTexts(),
    size: new BatchSize(),
    digest: createHash("sha256"),
    borrowerIds: new Set(),
  };
}

function seenTexts(): Seen {
  const texts = new PackedTexts();
  return { has: (fact) => texts.has(fact), add: (fact) => texts.add(fact, true) };
}

async function importRows(run: Run): Promise<void> {
  let batch: FileRow[] = [];
  for await (const row of run.extract.rows) {
    batch.push(run.read(row));
    if (batch.length < run.size.rows) continue;
    await takeBatch(run, batch);
    batch = [];
  }
  await takeBatch(run, batch);
}

async function takeBatch(run: Run, batch: readonly FileRow[]): Promise<void> {
  if (batch.length === 0) return;
  const { good, refused } = await sorted(run, batch);
  for (const row of refused) run.ledger.refuse(row);
  if (run.wishes.dryRun) {
    count(run, (await planFacts(run.ctx, run.source, good)).outcomes);
  } else {
    await run.size.measure(batch.length, (begun) => save(run, good, refused.flat(), begun));
  }
  run.wishes.progress?.(Math.min(run.extract.bytesRead(), run.extract.sizeBytes), run.extract.sizeBytes);
  await new Promise((resume) => setImmediate(resume));
}

/** Rows that can be taken, and of the others what is wrong. */
async function sorted({ ctx, measure, seen }: Run, batch: readonly FileRow[]) {
  const readable = batch.filter((row) => "facts" in row);
  const judged = await judgeRows(
    ctx,
    readable.map(({ facts }) => facts),
    measure,
    seen,
  );
  const unreadable = batch.flatMap((row) => ("refused" in row ? [row.refused] : []));
  const wrong = judged.flatMap((one, at) => ("problems" in one ? [readable[at]?.refusals(one.problems) ?? []] : []));
  return {
    good: judged.flatMap((one) => ("good" in one ? [one.good] : [])),
    refused: [...unreadable, ...wrong],
  };
}

async function save(
  run: Run,
  good: readonly GoodRow[],
  refusals: readonly RowRefusal[],
  begun: () => void,
): Promise<void> {
  const { ctx, source, runId, ledger, wishes } = run;
  const { outcomes, borrowerIds, digest } = await inTransaction(ctx, async (tx) => {
    begun();
    const taken = await takeRows(tx, { source, kind: wishes.kind }, good);
    await recordTurn(tx.db, runId, countsWith(ledger.counts(), taken.outcomes), refusals);
    const after = { source, kind: wishes.kind, file: basename(wishes.file), rows: good.length };
    if (taken.borrowerIds.length === 0) return { ...taken, digest: "" };
    const changed = digestOf(good, taken.outcomes);
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "import_facts",
      subject: { kind: "import_run", id: runId },
      after: { ...after, digest: changed },
      policyVersionId: tx.policy.versionId,
    });
    return { ...taken, digest: changed };
  });
  count(run, outcomes);
  if (digest !== "") run.digest.update(`${digest}\n`);
  for (const id of borrowerIds) run.borrowerIds.add(id);
}

const COUNTED = { new: "imported", corrected: "updated", unchanged: "unchanged" } as const;

function count({ ledger }: Run, outcomes: readonly RowOutcome[]): void {
  for (const outcome of outcomes) ledger.count(COUNTED[outcome]);
}

/** As the ledger will count once they are stored. */
function countsWith(counts: ImportCounts, outcomes: readonly RowOutcome[]): ImportCounts {
  const more = (outcome: RowOutcome) => outcomes.filter((one) => one === outcome).length;
  return {
    ...counts,
    rows: counts.rows + outcomes.length,
    imported: counts.imported + more("new"),
    updated: counts.updated + more("corrected"),
    unchanged: counts.unchanged + more("unchanged"),
  };
}

/** SHA-256 over what is new or corrected. */
function digestOf(rows: readonly GoodRow[], outcomes: readonly RowOutcome[]): string {
  const changed = rows
    .filter((_, at) => outcomes[at] !== "unchanged")
    .map(({ subjectId, facts }) => [subjectId, facts]);
  return createHash("sha256").update(JSON.stringify(changed)).digest("hex");
}
