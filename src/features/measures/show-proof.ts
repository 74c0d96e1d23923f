/** Lets a reader of a measure look at the evidence of its result: our own copy, sent to them alone. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { type Keeper, shareCopy } from "../evidence/index.ts";
import { measureFor } from "./measure-case.ts";

export async function showProof(
  ctx: Context,
  shelf: Keeper,
  evidenceId: string,
  slackUserId: string,
): Promise<{ name: string } | Refusal> {
  const file = await ctx.db.evidence.findUnique({ where: { id: evidenceId } });
  const measureId = /^measure:(?<id>.+)$/u.exec(file?.answerKey ?? "")?.groups?.id;
  if (file?.sha256 == null || measureId === undefined) {
    return refuse("file.not_here");
  }
  const found = await measureFor(ctx, "see_measure", measureId);
  if (isRefusal(found)) {
    return found;
  }
  return shareCopy(ctx, shelf, { ...file, sha256: file.sha256 }, { slackUserId, number: found.number });
}
