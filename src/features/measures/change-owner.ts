/** A measure gets another first responsible person, or its offer ends. Joins the transaction of the decision. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { colleaguesWho } from "../people/index.ts";
import { GIVEN_KIND, MEASURE_SUBJECT, OFFER_TOLD_KIND } from "./ids.ts";
import type { MeasureCase } from "./measure-case.ts";

/** What stands in a measure that is offered to nobody. */
export const NO_OFFER = { offeredToId: null, offeredById: null, offeredAt: null, offerUntil: null, offerNote: null };

/** Nothing where this person may become its first responsible person; the refusal stands at `to`. */
export async function whyNotTaker(
  tx: Context,
  { row, number, state }: MeasureCase,
  toId: string,
): Promise<Refusal | undefined> {
  if (state !== "open") {
    return refuse("measure.not_open", { number, state });
  }
  if (toId === row.ownerId) {
    return refuse("measure.theirs_already", { name: row.owner.name }, "to");
  }
  const isAmong = (await colleaguesWho(tx, "report_measure", row.unitId)).some(({ id }) => id === toId);
  return isAmong ? undefined : refuse("measure.not_for_them", {}, "to");
}

export interface NewOwner {
  readonly toId: string;
  readonly verb: "measure.accepted" | "measure.given" | "measure.fallen";
  readonly note: string;
}

/** Everything else of the measure stays: what is to be done, by when, and how it will be seen. */
export async function becomeOwner(tx: Context, { row }: MeasureCase, { toId, verb, note }: NewOwner): Promise<void> {
  await tx.db.case.update({
    where: { id: row.id, version: row.version },
    data: { ownerId: toId, ...NO_OFFER, version: { increment: 1 } },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: MEASURE_SUBJECT, id: row.id },
    before: { ownerId: row.ownerId },
    after: { ownerId: toId, note },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: MEASURE_SUBJECT, id: row.id });
}

/** It stays with whom it was. */
export async function endOffer(
  tx: Context,
  { row }: MeasureCase,
  verb: "measure.declined" | "measure.taken_back" | "measure.left",
): Promise<void> {
  await tx.db.case.update({
    where: { id: row.id, version: row.version },
    data: { ...NO_OFFER, version: { increment: 1 } },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: MEASURE_SUBJECT, id: row.id },
    before: { offeredTo: row.offeredToId ?? "" },
    after: { ownerId: row.ownerId },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: MEASURE_SUBJECT, id: row.id });
}

/** That it is theirs now, with who gave it. */
export async function tellGiven(tx: Context, { row }: MeasureCase, toId: string): Promise<void> {
  if (toId === tx.actor.personId) {
    return;
  }
  await promise(tx, {
    key: `${GIVEN_KIND}:${row.id}:${row.version}:${toId}`,
    kind: GIVEN_KIND,
    personId: toId,
    urgent: true,
    refs: { measureId: row.id, byId: tx.actor.personId },
    items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: "given" }],
  });
}

export const OUTCOMES = ["accepted", "declined", "given", "left"] as const;

/** What became of it, to each of these but whoever brought it about. */
export async function tellOutcome(
  tx: Context,
  { row }: MeasureCase,
  outcome: (typeof OUTCOMES)[number],
  personIds: readonly (string | null)[],
): Promise<void> {
  for (const personId of new Set(personIds)) {
    if (personId !== null && personId !== tx.actor.personId) {
      await promise(tx, {
        key: `${OFFER_TOLD_KIND}:${row.id}:${row.version}:${personId}`,
        kind: OFFER_TOLD_KIND,
        personId,
        refs: { measureId: row.id, byId: tx.actor.personId, outcome },
        items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: outcome }],
      });
    }
  }
}
