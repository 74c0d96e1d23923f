/**
 * A measure goes to a colleague: its first responsible person asks them, and stays responsible until they accept; the unit's
 * manager gives it.
 */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { answerBy } from "../handovers/index.ts";
import { namesById } from "../people/index.ts";
import { becomeOwner, endOffer, tellGiven, tellOutcome, whyNotTaker } from "./change-owner.ts";
import { LONGEST_REASON, MEASURE_SUBJECT, OFFERED_KIND } from "./ids.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";

export interface HandOver {
  readonly measureId: string;
  readonly toId: string;
  readonly note: string;
}

export type HandedOver = { readonly number: string; readonly name: string };

/** Refusals stand at `to` or `note`. */
export async function offerMeasure(ctx: Context, to: HandOver): Promise<HandedOver | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "offer_measure", to.measureId);
    const refused = isRefusal(found) ? found : await whyNot(tx, found, to);
    if (isRefusal(found) || refused !== undefined) {
      return refused ?? refuse("not_found", { number: "" });
    }
    await offer(tx, found, { toId: to.toId, note: to.note.trim() });
    return handedOver(tx, found, to.toId);
  });
}

/** By the unit's manager: it is theirs at once. Refusals stand at `to` or `note`. */
export async function giveMeasure(ctx: Context, to: HandOver): Promise<HandedOver | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "give_measure", to.measureId);
    const refused = isRefusal(found) ? found : await whyNot(tx, found, to);
    if (isRefusal(found) || refused !== undefined) {
      return refused ?? refuse("not_found", { number: "" });
    }
    await give(tx, found, { toId: to.toId, note: to.note.trim() });
    return handedOver(tx, found, to.toId);
  });
}

async function whyNot(tx: Context, found: MeasureCase, { toId, note }: HandOver): Promise<Refusal | undefined> {
  return (await whyNotTaker(tx, found, toId)) ?? tooLong(note);
}

async function handedOver(tx: Context, { number }: MeasureCase, toId: string): Promise<HandedOver> {
  return { number, name: (await namesById(tx.db, [toId])).get(toId) ?? "" };
}

function tooLong(note: string): Refusal | undefined {
  return note.length > LONGEST_REASON ? refuse("reason.needed", { most: LONGEST_REASON }, "note") : undefined;
}

interface To {
  readonly toId: string;
  readonly note: string;
}

async function offer(tx: Context, { row }: MeasureCase, { toId, note }: To): Promise<void> {
  const offerUntil = await answerBy(tx, toId);
  const offered = { offeredToId: toId, offeredById: tx.actor.personId, offeredAt: tx.now.toJSDate(), offerUntil };
  await tx.db.case.update({
    where: { id: row.id, version: row.version },
    data: { ...offered, offerNote: note === "" ? null : note, version: { increment: 1 } },
  });
  await promise(tx, {
    key: `${OFFERED_KIND}:${row.id}:${row.version}:${toId}`,
    kind: OFFERED_KIND,
    personId: toId,
    urgent: true,
    refs: { measureId: row.id },
    items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: "offered" }],
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "measure.offered",
    subject: { kind: MEASURE_SUBJECT, id: row.id },
    before: { offeredTo: row.offeredToId ?? "" },
    after: { offeredTo: toId, until: offerUntil.toISOString(), note },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: MEASURE_SUBJECT, id: row.id });
}

async function give(tx: Context, found: MeasureCase, { toId, note }: To): Promise<void> {
  await becomeOwner(tx, found, { toId, verb: "measure.given", note });
  await tellGiven(tx, found, toId);
  await tellOutcome(
    tx,
    found,
    "given",
    [found.row.ownerId, found.row.offeredToId].filter((id) => id !== toId),
  );
}

/** Who offered it wants to keep it after all. */
export async function takeBackOffer(ctx: Context, measureId: string): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "offer_measure", measureId);
    if (isRefusal(found)) {
      return found;
    }
    if (found.row.offeredToId !== null) {
      await endOffer(tx, found, "measure.taken_back");
    }
    return { number: found.number };
  });
}
