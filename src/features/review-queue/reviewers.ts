/** Who is asked to review: whoever was named, else the post-loan officers of the unit, or of the nearest unit above that has an eligible one. */
import type { Moment } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { holdersByUnit, type NearestHolders, unitPath } from "../people/index.ts";
import { fallsTo, namedReviewers } from "./named.ts";
import { notByPersons, type PartyReport } from "./parties.ts";

/** `fromAbove`: the report's own unit has nobody who may decide. */
export type Reviewers = NearestHolders;

export async function eligibleReviewers(
  db: Tx,
  report: PartyReport & { readonly inspection: { readonly unitId: string } },
  now: Moment,
): Promise<Reviewers | undefined> {
  const path = await unitPath(db, report.inspection.unitId);
  const holders = await holdersByUnit(db, "post_loan_officer", path, now);
  const named = (await namedReviewers(db, [report.id])).get(report.id);
  return fallsTo(path, holders, await notByPersons(db, report, now), named);
}
