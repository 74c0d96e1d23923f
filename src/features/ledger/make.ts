/** The clock's part: the next export that waits is written, its file goes to its person, and old files go. */
import { mkdir, rm } from "node:fs/promises";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { contextOfPerson } from "../people/index.ts";
import { fileOf, type LedgerDesk } from "./desk.ts";
import { LEDGER_SUBJECT } from "./ids.ts";
import { KEPT_HOURS } from "./message.ts";
import { maySeeLedger } from "./reader.ts";
import { changeExport, type ExportRow, findExport, inSeconds } from "./store.ts";
import { type LedgerFile, writeLedger } from "./write-file.ts";

/** Whoever writes one says so every few seconds; who says nothing for so long has stopped, and it is begun again. */
const BEAT_SECONDS = 4;
const LEASE_SECONDS = 30;
/** What stopped the desk three times is not tried a fourth. */
const MOST_BEGUN = 3;

/** Answers whether there was one. */
export async function makeNextLedger(system: Context, desk: LedgerDesk): Promise<boolean> {
  const row = await takeNext(system);
  if (row === undefined) {
    return false;
  }
  const ctx = await contextOfPerson(system.parts, row.personId);
  if (ctx === undefined || maySeeLedger(ctx) !== undefined || row.begun > MOST_BEGUN) {
    await rm(fileOf(desk, row), { force: true });
    await fail(system, row);
    return true;
  }
  const beat = new Beat(ctx, row);
  try {
    await mkdir(desk.folder, { recursive: true });
    const wanted = { filters: row.filters, format: row.format, path: fileOf(desk, row) };
    await finish(ctx, row, await writeLedger(ctx, wanted, beat.progress));
  } catch (failure) {
    await rm(fileOf(desk, row), { force: true });
    if (!(failure instanceof NotWanted)) {
      ctx.parts.log.error({ failure, exportId: row.id }, "a register could not be written");
      await fail(system, row);
    }
  } finally {
    await beat.stop();
  }
  return true;
}

async function takeNext(ctx: Context): Promise<ExportRow | undefined> {
  const next = await ctx.db.ledgerExport.findFirst({
    where: {
      OR: [{ state: "waiting" }, { state: "running", leaseUntil: { lt: ctx.parts.clocks.machineNow() } }],
    },
    orderBy: { askedAt: "asc" },
  });
  const row = next === null ? undefined : await findExport(ctx.db, next.id);
  if (row === undefined) {
    return undefined;
  }
  const taken = { state: "running", begun: row.begun + 1, leaseUntil: inSeconds(ctx.parts, LEASE_SECONDS) };
  const isOurs = await changeExport(ctx, row, { ...taken, rows: 0, total: null });
  return isOurs ? { ...row, state: "running", begun: row.begun + 1 } : undefined;
}

/** It was cancelled, or another process took it over. */
class NotWanted extends Error {}

/** Says every few seconds how far it is, in the record and so in the chat, and hears whether it is still wanted. */
class Beat {
  readonly #timer: NodeJS.Timeout;
  #saying: Promise<void> = Promise.resolve();
  #wanted = true;
  #rows = 0;
  #total: number | null = null;

  constructor(ctx: Context, row: ExportRow) {
    this.#timer = setInterval(() => {
      this.#saying = this.#say(ctx, row).catch((failure: unknown) =>
        ctx.parts.log.warn({ failure }, "a register could not say how far it is"),
      );
    }, BEAT_SECONDS * 1000);
  }

  readonly progress = (rows: number, total: number): void => {
    this.#rows = rows;
    this.#total = total;
    if (!this.#wanted) {
      throw new NotWanted();
    }
  };

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saying;
  }

  async #say(ctx: Context, row: ExportRow): Promise<void> {
    const leaseUntil = inSeconds(ctx.parts, LEASE_SECONDS);
    this.#wanted = await changeExport(ctx, row, { rows: this.#rows, total: this.#total, leaseUntil });
  }
}

/** Whose, what of it, how much and which file: the export is in the audit log before anybody has it. */
async function finish(ctx: Context, row: ExportRow, file: LedgerFile): Promise<void> {
  const { entries, differences, sha256, bytes } = file;
  const day = ctx.now.setZone(ctx.actor.timeZone).toISODate() ?? "";
  const done = {
    ...{ state: "done", slot: null, endedAt: ctx.parts.clocks.now().toJSDate(), policyVersionId: ctx.policy.versionId },
    ...{ rows: entries, total: entries, differences, sha256, sizeBytes: BigInt(bytes) },
    ...{ fileName: `${ctx.t("ledger.file", { date: day })}.${row.format}` },
    leaseUntil: inSeconds(ctx.parts, KEPT_HOURS * 3600),
  };
  const isOurs = await changeExport(ctx, row, done, (tx) =>
    record(tx.db, {
      at: tx.parts.clocks.now(),
      actorId: row.personId,
      verb: "ledger.exported",
      subject: { kind: LEDGER_SUBJECT, id: row.id },
      after: { filters: row.filters, format: row.format, rows: entries, sha256, differences },
      policyVersionId: tx.policy.versionId,
    }),
  );
  if (!isOurs) {
    throw new NotWanted();
  }
}

async function fail(ctx: Context, row: ExportRow): Promise<void> {
  await changeExport(ctx, row, { state: "failed", slot: null, endedAt: ctx.now.toJSDate() });
}

/** Files whose time is over, sent or not; and what a stopped desk left of one that was then cancelled or given up. */
export async function removeOldLedgers(system: Context, desk: LedgerDesk): Promise<number> {
  const old = await system.db.ledgerExport.findMany({
    where: {
      state: { in: ["done", "cancelled", "failed"] },
      removedAt: null,
      leaseUntil: { lt: system.parts.clocks.machineNow() },
    },
    select: { id: true },
    take: 50,
  });
  for (const { id } of old) {
    await removeFile(system, desk, id);
  }
  return old.length;
}

export async function removeFile(system: Context, desk: LedgerDesk, id: string): Promise<void> {
  const row = await findExport(system.db, id);
  if (row === undefined) return;
  await rm(fileOf(desk, row), { force: true });
  await inTransaction(system, async (tx) => {
    await tx.db.ledgerExport.update({ where: { id }, data: { removedAt: system.parts.clocks.machineNow() } });
    await markStale(tx, { kind: LEDGER_SUBJECT, id });
  });
}
