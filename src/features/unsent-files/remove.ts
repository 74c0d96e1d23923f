/** Every night: files whose form was not sent within a day go from the documents' folder. Nothing ever names them again. */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { isWaitingKey, waitingSince } from "../evidence/index.ts";

/** A desk that stood still for so long leaves what is older. */
const LOOKS_BACK_DAYS = 60;
/** On the machine's clock: somebody may be handing in the same content just now. */
const AT_REST_MINUTES = 60;

/** The verb is that of the night's planning. `files`: how many were removed. */
export async function removeUnsent(ctx: Context, store: EvidenceStore): Promise<{ files: number } | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) return refused;
  const hashes = await unsentHashes(ctx);
  const used = new Set(await usedOf(ctx, hashes));
  const restedBefore = new Date(ctx.parts.clocks.machineNow().getTime() - AT_REST_MINUTES * 60_000);
  let files = 0;
  for (const sha256 of hashes.filter((hash) => !used.has(hash))) {
    if (await store.remove(sha256, restedBefore)) files += 1;
  }
  if (files > 0) await noted(ctx, files);
  return { files };
}

const notSent = (ctx: Context) => ({ lt: waitingSince(ctx) });

async function unsentHashes(ctx: Context): Promise<string[]> {
  const gte = ctx.now.minus({ days: LOOKS_BACK_DAYS }).toJSDate();
  const uploadedAt = { gte, ...notSent(ctx) };
  const select = { sha256: true } as const;
  const evidence = await ctx.db.evidence.findMany({ where: { answerKey: isWaitingKey, uploadedAt }, select });
  const copies = await ctx.db.filedCopy.findMany({ where: { documentId: null, uploadedAt }, select });
  return [...new Set([...evidence, ...copies].flatMap(({ sha256 }) => sha256 ?? []))];
}

/** One content is stored once, whatever it stands for: also what was taken off again counts, and what a form may still send. */
async function usedOf(ctx: Context, hashes: readonly string[]): Promise<string[]> {
  const rows = await inTurns(hashes, async (some) => {
    const sha256 = { in: some };
    const uploadedAt = notSent(ctx);
    const select = { sha256: true } as const;
    return [
      ...(await ctx.db.evidence.findMany({ where: { sha256, NOT: { answerKey: isWaitingKey, uploadedAt } }, select })),
      ...(await ctx.db.filedCopy.findMany({ where: { sha256, NOT: { documentId: null, uploadedAt } }, select })),
      ...(await ctx.db.borrowerConfirmation.findMany({ where: { sha256 }, select })),
    ];
  });
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
}

async function noted(ctx: Context, files: number): Promise<void> {
  await inTransaction(ctx, (tx) =>
    record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "document.unsent_removed",
      subject: { kind: "document", id: "all" },
      after: { files },
      policyVersionId: tx.policy.versionId,
    }),
  );
}
