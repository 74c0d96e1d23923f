/** A second person looks at the result: closes the measure, approves the plan, or sends it back with a reason (four eyes). */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { askAgain } from "./ask-for-plan.ts";
import { planKindOf } from "./case-words.ts";
import { LONGEST_REASON, MEASURE_SUBJECT, SETTLED_KIND } from "./ids.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";

export type Settled = { readonly number: string };

export async function closeMeasure(ctx: Context, measureId: string): Promise<Settled | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "close_measure", measureId);
    if (isRefusal(found)) {
      return found;
    }
    if (found.state === "closed" && found.row.closedById === tx.actor.personId) {
      return { number: found.number };
    }
    const refused = notReported(found);
    if (refused !== undefined) {
      return refused;
    }
    const ended = { closedById: tx.actor.personId, closedAt: tx.now.toJSDate() };
    const settled = await settle(tx, found, { verb: "measure.closed", data: { state: "closed", ...ended } });
    if (planKindOf(found.row.kind) !== undefined) await askAgain(tx, found.row);
    return settled;
  });
}

export async function sendBack(ctx: Context, measureId: string, reason: string): Promise<Settled | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "close_measure", measureId);
    const refused = isRefusal(found) ? found : (notReported(found) ?? withoutReason(reason));
    if (isRefusal(found) || refused !== undefined) {
      return refused ?? refuse("not_found", { number: "" });
    }
    return settle(tx, found, { verb: "measure.sent_back", data: { state: "open", note: reason.trim() } });
  });
}

function notReported({ state, number }: MeasureCase): Refusal | undefined {
  return state === "reported" ? undefined : refuse("measure.not_reported", { number, state });
}

function withoutReason(reason: string): Refusal | undefined {
  const isGiven = reason.trim() !== "" && reason.length <= LONGEST_REASON;
  return isGiven ? undefined : refuse("reason.needed", { most: LONGEST_REASON }, "reason");
}

interface Settling {
  readonly verb: string;
  readonly data: { state: string; closedById?: string; closedAt?: Date; note?: string };
}

async function settle(tx: Context, { row, number, state }: MeasureCase, { verb, data }: Settling): Promise<Settled> {
  await tx.db.case.update({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 } },
  });
  for (const personId of new Set([row.ownerId, row.reportedById ?? row.ownerId])) {
    await promise(tx, {
      key: `${SETTLED_KIND}:${row.id}:${row.version}:${personId}`,
      kind: SETTLED_KIND,
      personId,
      refs: { measureId: row.id, byId: tx.actor.personId, outcome: data.state },
      items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: data.state }],
    });
  }
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: MEASURE_SUBJECT, id: row.id },
    before: { state, result: row.result ?? "" },
    after: { state: data.state, ...(data.note === undefined ? {} : { note: data.note }) },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: MEASURE_SUBJECT, id: row.id });
  return { number };
}
