/** What another policy would plan for today's book, beside what is planned now. Writes nothing. */

import { compareDates } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { loansWithoutLine } from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { dutiesOf } from "./duties.ts";
import { loadRecords } from "./load-records.ts";
import { reconcile } from "./reconcile.ts";

const READ_AT_ONCE = 200;
const EXAMPLES = 10;

export interface WouldMove {
  readonly borrowers: number;
  readonly created: number;
  readonly earlier: number;
  readonly later: number;
  readonly cancelled: number;
  /** The same day, on site where it was off site or the other way round, or by another rule. */
  readonly amended: number;
  readonly kept: number;
  /** Loans for which it has no rule. */
  readonly withoutRule: number;
  readonly examples: readonly {
    readonly number: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly line: string;
  }[];
}

/** The days of grace are counted in: nobody becomes late overnight. */
export async function wouldMove(
  ctx: Context,
  policy: Policy,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<WouldMove | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) return refused;
  const ids = (await ctx.db.borrower.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);
  const sum = { created: 0, earlier: 0, later: 0, cancelled: 0, amended: 0, kept: 0, withoutRule: 0 };
  const examples: WouldMove["examples"][number][] = [];
  for (let done = 0; done < ids.length; done += READ_AT_ONCE) {
    for (const record of await loadRecords(ctx, ids.slice(done, done + READ_AT_ONCE))) {
      const changes = reconcile(policy, record, dutiesOf(policy, record), { visited: false });
      const earlier = changes.move.filter(({ known, plan }) => compareDates(plan.dueOn, known.dueOn) < 0);
      sum.created += changes.create.length;
      sum.earlier += earlier.length;
      sum.later += changes.move.length - earlier.length;
      sum.cancelled += changes.cancel.length;
      sum.amended += changes.amend.length;
      sum.kept += changes.keep.length - changes.amend.length;
      sum.withoutRule += loansWithoutLine(policy, record.facts).length;
      for (const { known, plan } of changes.move.slice(0, EXAMPLES - examples.length)) {
        examples.push({ number: known.number, from: known.dueOn, to: plan.dueOn, line: plan.policyLine });
      }
    }
    progress(Math.min(done + READ_AT_ONCE, ids.length), ids.length);
  }
  return { borrowers: ids.length, ...sum, examples };
}
