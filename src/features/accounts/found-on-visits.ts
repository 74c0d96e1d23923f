/** What officers found and the record does not hold yet: of the customer's last approved report that asked for it. */

import { type FoundMatter, notOnRecord } from "../../domain/check/not-on-record.ts";
import { RECHECK } from "../../domain/inspection.ts";
import type { Context } from "../../platform/context.ts";
import { answersOfReport, storedCircumstances } from "../inspections/index.ts";

/** A light check, a batch or a note does not ask; further back than this nobody looks. */
const REPORTS_LOOKED_AT = 12;
const ASKING_KINDS = ["first", "routine", "special"];

export interface FoundOnVisits {
  /** The inspection in which it was found. */
  readonly number: string;
  /** YYYY-MM-DD */
  readonly visitedOn: string;
  readonly matters: readonly FoundMatter[];
}

/** Undefined where nothing is waiting for the record. */
export async function foundOnVisits(ctx: Context, borrowerId: string): Promise<FoundOnVisits | undefined> {
  const reports = await ctx.db.report.findMany({
    where: {
      state: "approved",
      // The account's owner is told nothing of a re-check (R81).
      inspection: { borrowerId, kind: { in: ASKING_KINDS }, NOT: { occasion: RECHECK } },
    },
    orderBy: { submittedAt: "desc" },
    take: REPORTS_LOOKED_AT,
    select: { id: true, visitedOn: true, circumstances: true, inspection: { select: { number: true } } },
  });
  const last = reports.find(asked);
  if (last === undefined) return undefined;
  const answers = await ctx.db.answer.findMany({
    where: { reportId: last.id, subject: "borrower", itemKey: { startsWith: "found_" } },
  });
  const matters = notOnRecord(answersOfReport(answers), await namesOnRecord(ctx, borrowerId));
  return matters.length === 0 ? undefined : { number: last.inspection.number, visitedOn: last.visitedOn, matters };
}

function asked(report: { readonly circumstances: string | null }): boolean {
  const circumstances = storedCircumstances(report);
  return circumstances?.light !== true && circumstances?.batch !== true;
}

async function namesOnRecord(ctx: Context, borrowerId: string): Promise<string[]> {
  const loan = { borrowerId };
  const pieces = await ctx.db.collateral.findMany({ where: { loan }, select: { description: true, number: true } });
  const guarantors = await ctx.db.guarantor.findMany({ where: { loan }, select: { name: true } });
  return [...pieces.flatMap(({ description, number }) => [description, number]), ...guarantors.map(({ name }) => name)];
}
