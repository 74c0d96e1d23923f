/** What the officers concluded, for whoever approves several at once: it is read, not taken for granted. */
import { HEAD_ANSWERS, keyParts } from "../../../domain/check/answer-key.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";

const { subject, itemKey } = keyParts(HEAD_ANSWERS.conclusion);

/** By report; one without is missing. */
export async function conclusionsOf(ctx: Context, reportIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await inTurns(reportIds, (some) =>
    ctx.db.answer.findMany({
      where: { reportId: { in: some }, subject, itemKey, groupIndex: 0 },
      select: { reportId: true, value: true },
    }),
  );
  return new Map(rows.map(({ reportId, value }) => [reportId, value]));
}
