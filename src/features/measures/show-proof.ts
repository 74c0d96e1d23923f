/** Lets a reader of a measure look at the evidence of its result: our own copy, for them alone. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { View } from "../../platform/view.ts";
import { type Keeper, readCopy, type StoredFile, shareCopy } from "../evidence/index.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";

const PROOF_COPY = "measure_file";

export function registerProofCopies(keeper: Keeper): void {
  keeper.documents.onDownload(PROOF_COPY, {
    verb: "see_measure",
    about: async (ctx, { evidence = "" }) => {
      const proof = await proofFor(ctx, evidence);
      return isRefusal(proof) ? proof : { subject: proof.found.subject, title: proof.found.number };
    },
    fetch: async (ctx, { evidence = "" }) => {
      const proof = await proofFor(ctx, evidence);
      return isRefusal(proof) ? proof : readCopy(ctx, keeper, proof.file);
    },
  });
}

export async function showProof(
  ctx: Context,
  keeper: Keeper,
  evidenceId: string,
  slackUserId: string,
): Promise<View | Refusal> {
  const proof = await proofFor(ctx, evidenceId);
  if (isRefusal(proof)) {
    return proof;
  }
  const to = { slackUserId, number: proof.found.number, kind: PROOF_COPY };
  return shareCopy(ctx, keeper, proof.file, to);
}

async function proofFor(ctx: Context, evidenceId: string): Promise<{ file: StoredFile; found: MeasureCase } | Refusal> {
  const file = await ctx.db.evidence.findUnique({ where: { id: evidenceId } });
  const measureId = /^measure:(?<id>.+)$/u.exec(file?.answerKey ?? "")?.groups?.id;
  if (file?.sha256 == null || measureId === undefined) {
    return refuse("file.not_here");
  }
  const found = await measureFor(ctx, "see_measure", measureId);
  return isRefusal(found) ? found : { file: { ...file, sha256: file.sha256 }, found };
}
