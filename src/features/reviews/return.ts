/** A report goes back to the officer with reasons, and its answers with it. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Judged, judgementProblem } from "../../domain/return-reasons.ts";
import type { ReturnReason } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { tellOfWork } from "../looks/index.ts";
import type { ReportCase } from "./case.ts";
import { correctBy } from "./correct-by.ts";
import { type Decided, decide } from "./decide.ts";
import { LONGEST_NOTE, LONGEST_REMARK, MOST_REMARKS, RETURNED_KIND } from "./ids.ts";
import { tellOfficers } from "./tell-officers.ts";

export interface ReturnInput {
  readonly reportId: string;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  /** Of both, at least one is not in order. */
  readonly judged: Judged;
  /** By the key of the answer that the remark stands beside. */
  readonly remarks: Readonly<Record<string, string>>;
}

export async function returnReport(ctx: Context, input: ReturnInput): Promise<Decided | Refusal> {
  const verdict = { ...input, decision: "returned", verb: "return_report", step: "return" } as const;
  return decide(ctx, verdict, {
    unless: async (tx) => incomplete(tx, input),
    alsoForCorrections: true,
    inspection: (tx, decided) => ({ returnedDueOn: correctBy(tx, decided, tx.now.toJSDate()) }),
    follow: async (tx, decided) => {
      await tellOfficers(tx, decided, { kind: RETURNED_KIND, stage: "returned", urgent: true });
      if (input.reasons.includes("copied_report")) await confirmCopy(tx, decided);
      return { returnedDueOn: correctBy(tx, decided, tx.now.toJSDate()) };
    },
  });
}

/** A person compared the two texts: the score alone says nothing about the officer (PRC-02). */
async function confirmCopy(tx: Context, { report, inspection }: ReportCase): Promise<void> {
  const asOf = localDate(tx.now, inspection.borrower.unit.timeZone);
  const { borrowerId } = inspection;
  await tellOfWork(tx, { borrowerId, key: "confirmed_copy", asOf, reportId: report.id, source: "review" });
}

/** What is missing, at the field where it is missing. */
function incomplete(ctx: Context, { reasons, note, judged, remarks }: ReturnInput): Refusal | undefined {
  const { return_reasons } = ctx.policy.policy.review;
  if (reasons.length === 0 || reasons.some((reason) => !return_reasons.includes(reason))) {
    return refuse("review.reason_needed", {}, "reasons");
  }
  if (note.trim() === "" && reasons.includes("other")) {
    return refuse("review.note_needed", {}, "note");
  }
  if (note.length > LONGEST_NOTE) {
    return refuse("review.note_too_long", { most: LONGEST_NOTE }, "note");
  }
  const texts = Object.values(remarks);
  if (texts.length > MOST_REMARKS || texts.some((text) => text.trim() === "" || text.length > LONGEST_REMARK)) {
    return refuse("review.remark_unclear", { most: MOST_REMARKS, longest: LONGEST_REMARK }, "remarks");
  }
  return judgementProblem(judged, reasons);
}
