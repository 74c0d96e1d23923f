/**
 * What the three decisions share: rights and four eyes, one decision per report whoever is faster, the review with the
 * persons of that moment, the audit, the messages. Each decision's own file says what follows from it.
 */
import { afterStep, type InspectionStep, REPORT_AFTER, WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Judged } from "../../domain/return-reasons.ts";
import type { Verb } from "../../domain/rights.ts";
import {
  INSPECTION_STATES,
  type InspectionState,
  type ReturnReason,
  type ReviewDecision,
} from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isWaiting, loadCase, type ReportCase } from "./case.ts";
import { OVERTAKEN, untilNotOvertaken } from "./overtaken.ts";
import { tellAgain } from "./tell-again.ts";
import { whatHappened } from "./what-happened.ts";

export interface Decided {
  readonly reportId: string;
  readonly number: string;
  readonly decision: ReviewDecision;
}

export interface Verdict {
  readonly reportId: string;
  readonly decision: ReviewDecision;
  readonly verb: Verb;
  readonly step: InspectionStep;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly judged: Judged;
  /** A remark by the field it is about. */
  readonly remarks: Readonly<Record<string, string>>;
}

/** What a decision changes besides the report; `facts` go into the audit. Messages are promised here too. */
export type Follow = (tx: Context, decided: ReportCase) => Promise<Readonly<Record<string, unknown>>>;

export interface Consequences {
  /** What must be there first, besides rights and a report that waits. */
  readonly unless?: (tx: Context, decided: ReportCase) => Promise<Refusal | undefined>;
  /** The inspection of a correction stays approved; only what this says changes in it. */
  readonly alsoForCorrections?: boolean;
  /** What the inspection gets besides its new state; a correction leaves the inspection as it is. */
  inspection(tx: Context, decided: ReportCase): { closedAt?: Date; returnedDueOn?: string };
  readonly follow: Follow;
}

export function decide(ctx: Context, verdict: Verdict, then: Consequences): Promise<Decided | Refusal> {
  return untilNotOvertaken(ctx, (tx) => decideOnce(tx, verdict, then));
}

async function decideOnce(
  tx: Context,
  verdict: Verdict,
  then: Consequences,
): Promise<Decided | Refusal | typeof OVERTAKEN> {
  const found = await loadCase(tx, verdict.reportId);
  if (found === undefined) {
    return refuse("not_found", { number: "" });
  }
  const refused = authorize(tx, verdict.verb, found.subject);
  if (refused !== undefined) {
    return refused;
  }
  if (!isWaiting(found)) {
    return isRepeated(tx, found, verdict) ? decidedOf(found, verdict) : whatHappened(tx, found);
  }
  const missing = await then.unless?.(tx, found);
  if (missing !== undefined) {
    return missing;
  }
  const before = oneOf(INSPECTION_STATES, found.inspection.state);
  const next = found.corrects ? before : afterStep(before, verdict.step);
  if (isRefusal(next)) {
    return next;
  }
  if (!(await takeInspection(tx, found, next, then))) {
    return OVERTAKEN;
  }
  await saveReview(tx, found, verdict);
  const facts = await then.follow(tx, found);
  await tellAgain(tx, found.report);
  await note(tx, found, verdict, { state: next, ...facts });
  return decidedOf(found, verdict);
}

/** The same person pressed the same button twice, or the process died before it could answer. */
function isRepeated(tx: Context, { report }: ReportCase, { decision }: Verdict): boolean {
  return report.review?.reviewerId === tx.actor.personId && report.review.decision === decision;
}

function decidedOf({ report, number }: ReportCase, { decision }: Verdict): Decided {
  return { reportId: report.id, number, decision };
}

/** Of two reviewers at once, only one finds the inspection as it was read. */
async function takeInspection(tx: Context, found: ReportCase, next: InspectionState, then: Consequences) {
  const { inspection } = found;
  const changed = found.corrects && then.alsoForCorrections !== true ? {} : then.inspection(tx, found);
  const taken = await tx.db.inspection.updateMany({
    where: { id: inspection.id, version: inspection.version, state: inspection.state },
    data: { state: next, version: { increment: 1 }, ...changed },
  });
  return taken.count === 1;
}

/** The review comes first: the database approves no report without one. */
async function saveReview(tx: Context, { report, inspection, parties }: ReportCase, verdict: Verdict): Promise<void> {
  const decidedAt = tx.now.toJSDate();
  const decidedOn = localDate(tx.now, inspection.borrower.unit.timeZone);
  await tx.db.review.create({
    data: {
      id: newId(),
      reportId: report.id,
      decision: verdict.decision,
      reasons: JSON.stringify(verdict.reasons),
      note: verdict.note,
      recordJudgement: verdict.judged.record,
      conclusionJudgement: verdict.judged.conclusion,
      reviewerId: tx.actor.personId,
      decidedAt,
      submitterId: parties.submitterId,
      ownerId: parties.ownerId,
      standInIds: JSON.stringify(parties.standInIds),
      notes: { create: Object.entries(verdict.remarks).map(([answerKey, text]) => ({ answerKey, note: text })) },
    },
  });
  const decided = await tx.db.report.updateMany({
    where: { id: report.id, state: { in: [...WAITING_REPORT_STATES] } },
    data: { state: REPORT_AFTER[verdict.decision], decidedAt, decidedOn },
  });
  if (decided.count === 0) {
    throw new Error(`report ${report.id} changed while its inspection was held`);
  }
}

async function note(tx: Context, { report, inspection }: ReportCase, verdict: Verdict, after: object): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `report.${verdict.decision}`,
    subject: { kind: "inspection", id: inspection.id },
    before: { state: inspection.state, reportId: report.id, reportState: report.state },
    after: {
      ...after,
      revision: report.revision,
      contentHash: report.contentHash,
      reasons: verdict.reasons,
      judged: verdict.judged,
      note: verdict.note,
      remarks: verdict.remarks,
    },
    policyVersionId: tx.policy.versionId,
  });
}
