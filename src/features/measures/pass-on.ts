/**
 * Nobody answers for nothing: the measures of somebody who has left by the people file are the unit manager's at once, and an
 * offer that nobody answered in time is the manager's to decide. Run it as often as you like.
 */
import { addTo } from "../../domain/lists-by-key.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { leadersOf } from "../handovers/index.ts";
import { isAtWork, type Seat } from "../people/index.ts";
import { becomeOwner } from "./change-owner.ts";
import { FALLEN_KIND, MEASURE_SUBJECT, OFFER_WAITS_KIND } from "./ids.ts";
import { loadMeasure, type MeasureCase } from "./measure-case.ts";

const AT_ONCE = 200;

export async function passMeasuresOn(ctx: Context): Promise<{ fallen: number; escalated: number } | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  let fallen = 0;
  for (const [leaverId, ids] of await measuresOfLeavers(ctx)) {
    fallen += await inTransaction(ctx, (tx) => fall(tx, leaverId, ids));
  }
  return { fallen, escalated: await inTransaction(ctx, escalate) };
}

/** What was reported waits for the second person; sent back, it falls then. */
async function measuresOfLeavers(ctx: Context): Promise<Map<string, string[]>> {
  const left = await ctx.db.person.findMany({
    where: { leftOn: { not: null } },
    include: { unit: { select: { timeZone: true } } },
  });
  const gone = left.filter((person) => !isAtWork(person, ctx.now)).map(({ id }) => id);
  const rows = await inTurns(gone, (some) =>
    ctx.db.case.findMany({ where: { ownerId: { in: some }, state: "open" }, select: { id: true, ownerId: true } }),
  );
  const byLeaver = new Map<string, string[]>();
  for (const { id, ownerId } of rows) {
    addTo(byLeaver, ownerId, id);
  }
  return byLeaver;
}

async function fall(tx: Context, leaverId: string, ids: readonly string[]): Promise<number> {
  const fallen = new Map<string, { readonly leader: Seat; readonly ids: string[] }>();
  for (const id of ids) {
    const found = await loadMeasure(tx, id);
    const [leader] = found === undefined ? [] : await leadersOf(tx, found.row.unitId, [leaverId]);
    if (found?.state === "open" && leader !== undefined) {
      await becomeOwner(tx, found, { toId: leader.holderId, verb: "measure.fallen", note: "left" });
      fallen.set(leader.holderId, { leader, ids: [...(fallen.get(leader.holderId)?.ids ?? []), id] });
    }
  }
  for (const { leader, ids: theirs } of fallen.values()) {
    await promise(tx, {
      key: `${FALLEN_KIND}:${leaverId}:${theirs[0]}`,
      kind: FALLEN_KIND,
      personId: leader.personId,
      urgent: true,
      refs: { leaverId },
      items: theirs.map((id) => ({ kind: MEASURE_SUBJECT, id, stage: "fallen" })),
    });
  }
  return [...fallen.values()].reduce((sum, { ids: theirs }) => sum + theirs.length, 0);
}

/** How many managers were told of an offer that waits too long; each once for each offer. */
async function escalate(tx: Context): Promise<number> {
  const due = await tx.db.case.findMany({
    where: { offerUntil: { lte: tx.now.toJSDate() }, state: "open" },
    orderBy: { offerUntil: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let told = 0;
  for (const { id } of due) {
    const found = await loadMeasure(tx, id);
    told += found === undefined ? 0 : await tellLeaders(tx, found);
  }
  return told;
}

async function tellLeaders(tx: Context, { row }: MeasureCase): Promise<number> {
  const told: string[] = [];
  for (const { personId } of await leadersOf(tx, row.unitId)) {
    const isNew = await promise(tx, {
      key: `${OFFER_WAITS_KIND}:${row.id}:${row.offeredAt?.getTime() ?? 0}:${personId}`,
      kind: OFFER_WAITS_KIND,
      personId,
      urgent: true,
      refs: { measureId: row.id },
      items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: "offer_waits" }],
    });
    told.push(...(isNew ? [personId] : []));
  }
  if (told.length > 0) {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "measure.escalated",
      subject: { kind: MEASURE_SUBJECT, id: row.id },
      after: { to: told, offeredTo: row.offeredToId ?? "" },
      policyVersionId: tx.policy.versionId,
    });
  }
  return told.length;
}
