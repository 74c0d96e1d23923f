/** Who is asked to review a report now, by name: what the submitter is told. */
import type { Context } from "../../platform/context.ts";
import { eligibleReviewers } from "./reviewers.ts";
import { loadAnnounced } from "./store.ts";

/** Empty where nobody on the whole path may decide it. */
export async function reviewersOf(ctx: Context, reportId: string): Promise<{ id: string; name: string }[]> {
  const reviewers = await eligibleReviewers(ctx.db, await loadAnnounced(ctx.db, reportId), ctx.now);
  return ctx.db.person.findMany({
    where: { id: { in: [...(reviewers?.personIds ?? [])] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
