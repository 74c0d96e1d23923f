/** The manager lets a refusal pass, or declines. Two clicks make one decision. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { findInspection, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { OVERRIDE_SUBJECT } from "../morning/index.ts";
import { DECIDED_KIND, INSPECTION_SUBJECT } from "./ids.ts";

export async function decideOverride(
  ctx: Context,
  overrideId: string,
  granted: boolean,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.gateOverride.findUnique({ where: { id: overrideId } });
    const inspection = row === null ? null : await findInspection(tx.db, row.inspectionId);
    if (row === null || inspection === null) {
      return refuse("not_found", { number: "" });
    }
    const subject = { ...(await subjectOf(tx.db, inspection)), notByPersons: notBy(row.askedById, inspection) };
    const refused = authorize(tx, "decide_override", subject);
    return refused ?? settle(tx, row, inspection, granted ? "granted" : "declined");
  });
}

type OverrideRow = NonNullable<Awaited<ReturnType<Context["db"]["gateOverride"]["findUnique"]>>>;

async function settle(
  tx: Context,
  row: OverrideRow,
  inspection: InspectionRecord,
  state: "granted" | "declined",
): Promise<{ number: string } | Refusal> {
  if (row.state !== "asked") {
    const isRepeated = row.decidedById === tx.actor.personId && row.state === state;
    return isRepeated ? { number: inspection.number } : refuse("override.decided");
  }
  await tx.db.gateOverride.update({
    where: { id: row.id, version: row.version, state: "asked" },
    data: { state, decidedById: tx.actor.personId, decidedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  await promise(tx, {
    key: `${DECIDED_KIND}:${row.id}:${row.askedById}`,
    kind: DECIDED_KIND,
    personId: row.askedById,
    urgent: true,
    refs: { overrideId: row.id },
    items: [{ kind: INSPECTION_SUBJECT, id: inspection.id, stage: "override_decided" }],
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `override.${state}`,
    subject: { kind: INSPECTION_SUBJECT, id: inspection.id },
    before: { overrideId: row.id, state: row.state },
    after: { state, rule: row.rule, answerKey: row.answerKey },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: INSPECTION_SUBJECT, id: inspection.id });
  await markStale(tx, { kind: OVERRIDE_SUBJECT, id: row.id });
  return { number: inspection.number };
}

/** Who asked, does the check or keeps the account. */
export function notBy(askedById: string, { assigneeId, borrower }: InspectionRecord): string[] {
  return [askedById, assigneeId ?? "", borrower.ownerships[0]?.personId ?? ""].filter((id) => id !== "");
}
