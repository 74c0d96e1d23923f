/** The reviewer does not trust the visit: the report is rejected and a special inspection on site is opened. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { VISIT_NOT_TRUSTED } from "../../domain/return-reasons.ts";
import type { Context } from "../../platform/context.ts";
import { openSpecial, planAgain, undoPlanned } from "../planning/index.ts";
import type { ReportCase } from "./case.ts";
import { type Decided, decide } from "./decide.ts";
import { LONGEST_NOTE, RE_INSPECT_KIND } from "./ids.ts";
import { tellOfficers } from "./tell-officers.ts";

export interface ReInspectInput {
  readonly reportId: string;
  /** Why; the officer reads it. */
  readonly note: string;
}

export async function askReinspection(ctx: Context, { reportId, note }: ReInspectInput): Promise<Decided | Refusal> {
  if (note.trim() === "") {
    return refuse("review.note_needed", {}, "note");
  }
  if (note.length > LONGEST_NOTE) {
    return refuse("review.note_too_long", { most: LONGEST_NOTE }, "note");
  }
  const verdict = {
    reportId,
    decision: "re_inspect",
    verb: "ask_reinspection",
    step: "reject",
    reasons: [],
    note,
    judged: VISIT_NOT_TRUSTED,
    remarks: {},
  } as const;
  return decide(ctx, verdict, { inspection: (tx) => ({ closedAt: tx.now.toJSDate() }), follow: openAnother });
}

async function openAnother(tx: Context, decided: ReportCase) {
  const special = await openSpecial(tx, {
    borrowerId: decided.inspection.borrowerId,
    trigger: "re_inspect",
    mode: "on_site",
    dueInWorkingDays: tx.policy.policy.review.re_inspect_working_days,
  });
  if (decided.corrects) {
    // A rejected correction leaves the approved visit standing.
    await planAgain(tx, decided.inspection.borrowerId, "re_inspection");
  } else {
    // The visit does not count: what it had planned goes. Not before the new inspection is there, which takes the routine's place.
    await undoPlanned(tx, decided.inspection.id);
  }
  const refs = { specialId: special.id };
  await tellOfficers(tx, decided, { kind: RE_INSPECT_KIND, stage: "rejected", urgent: true, refs });
  return { specialId: special.id };
}
