/** How many of the actor's reports a reviewer approved as they first came (R86): of those first decided since a day. */
import type { IsoDate } from "../../domain/vocabulary.ts";
import { momentAt } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";

export interface FirstPass {
  readonly approved: number;
  readonly decided: number;
}

/** Nobody files more in a quarter. */
const MOST = 2_000;

/** `since` is a date of the actor's own. */
export async function firstPass({ db, actor }: Context, since: IsoDate): Promise<FirstPass> {
  const rows = await db.review.findMany({
    where: {
      submitterId: actor.personId,
      decidedAt: { gte: momentAt(since, "00:00", actor.timeZone).toJSDate() },
      report: { revision: 1 },
    },
    take: MOST,
    select: { decision: true },
  });
  return { approved: rows.filter(({ decision }) => decision === "approved").length, decided: rows.length };
}
