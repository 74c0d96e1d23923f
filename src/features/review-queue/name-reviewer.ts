/** Whoever leads the unit names who reviews a report that waits: somebody eligible, and nobody who has a part in it. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { holdersByUnit, namesById, unitPath } from "../people/index.ts";
import { redrawQueuesOf } from "./announce.ts";
import { NAMED_KIND, REPORT_SUBJECT, reportNumber } from "./ids.ts";
import { fittingSeats } from "./named.ts";
import { notByPersons, type PartyReport } from "./parties.ts";
import { eligibleReviewers } from "./reviewers.ts";
import { type AnnouncedReport, findAnnounced } from "./store.ts";

export interface Candidate {
  /** Who holds the post. */
  readonly holderId: string;
  /** Who fills it today: the holder or their stand-in. */
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
}

export interface NamingCase {
  readonly report: AnnouncedReport;
  readonly number: string;
  /** Who else may be named: not those it falls to alone now. */
  readonly candidates: readonly Candidate[];
}

/** The report that waits, and who may be named, for whoever may name. */
export async function loadNaming(ctx: Context, reportId: string): Promise<NamingCase | Refusal> {
  const report = await findAnnounced(ctx.db, reportId);
  if (report === null) {
    return refuse("not_found", { number: "" });
  }
  const number = reportNumber(report.inspection.number, report.revision);
  const refused = authorize(ctx, "name_reviewer", await namingSubject(ctx, report));
  if (refused !== undefined) {
    return refused;
  }
  return WAITING_REPORT_STATES.some((state) => state === report.state)
    ? { report, number, candidates: await candidatesOf(ctx, report) }
    : refuse("naming.decided", { number });
}

/** Whoever has a part in the report names nobody. */
async function namingSubject(
  ctx: Context,
  report: PartyReport & { readonly inspection: { readonly unitId: string } },
): Promise<SubjectFacts> {
  return {
    unitPath: await unitPath(ctx.db, report.inspection.unitId),
    notByPersons: await notByPersons(ctx.db, report, ctx.now),
  };
}

async function candidatesOf(ctx: Context, report: AnnouncedReport): Promise<Candidate[]> {
  const path = await unitPath(ctx.db, report.inspection.unitId);
  const holders = await holdersByUnit(ctx.db, "post_loan_officer", path, ctx.now);
  const alone = (await eligibleReviewers(ctx.db, report, ctx.now))?.personIds ?? [];
  const seats = fittingSeats(path, holders, await notByPersons(ctx.db, report, ctx.now)).filter(
    ({ personId }) => alone.length > 1 || !alone.includes(personId),
  );
  const names = await namesById(
    ctx.db,
    seats.map(({ personId }) => personId),
  );
  const units = await ctx.db.orgUnit.findMany({ where: { id: { in: [...path] } }, select: { id: true, name: true } });
  const firsts = new Map(seats.toReversed().map((seat) => [seat.holderId, seat]));
  return [...firsts.values()].toReversed().map(({ holderId, personId, unitId }) => ({
    holderId,
    personId,
    name: names.get(personId) ?? "",
    unitName: units.find(({ id }) => id === unitId)?.name ?? "",
  }));
}

export interface ReviewerWish {
  readonly reportId: string;
  /** Who holds the post. */
  readonly reviewerId: string;
  readonly reason: string;
}

/** From now on the report falls to this reviewer alone. They are told at once; the others' lists are drawn again. */
export async function nameReviewer(
  ctx: Context,
  { reportId, reviewerId, reason }: ReviewerWish,
): Promise<{ number: string; name: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const naming = await loadNaming(tx, reportId);
    if (isRefusal(naming)) {
      return naming;
    }
    const { report, number } = naming;
    const chosen = naming.candidates.find(({ holderId }) => holderId === reviewerId);
    if (chosen === undefined) {
      return refuse("naming.not_eligible", { number }, "reviewer");
    }
    const before = (await eligibleReviewers(tx.db, report, tx.now))?.personIds ?? [];
    const id = newId();
    const data = { reportId, reviewerId, reason, namedById: tx.actor.personId };
    await tx.db.reviewerNaming.create({ data: { id, ...data, namedAt: tx.now.toJSDate() } });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "review.reviewer_named",
      subject: { kind: "inspection", id: report.inspectionId },
      before: { reviewers: before },
      after: data,
      policyVersionId: tx.policy.versionId,
    });
    await promise(tx, {
      key: `${NAMED_KIND}:${id}:${chosen.personId}`,
      kind: NAMED_KIND,
      personId: chosen.personId,
      urgent: true,
      refs: { reportId, byId: tx.actor.personId, reason },
      items: [{ kind: REPORT_SUBJECT, id: reportId, stage: "named" }],
    });
    await markStale(tx, { kind: REPORT_SUBJECT, id: reportId });
    await redrawQueuesOf(tx, [...before, chosen.personId]);
    return { number, name: chosen.name };
  });
}
