/**
 * Whoever has left by the people file keeps nothing: their accounts and open inspections are the unit manager's at once, with
 * drafts and files, so that nothing expires unseen. A Slack account that was switched off alone is no leaving: it is reported.
 */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { OPEN_INSPECTION_STATES, WAITING_HANDOVER_STATES } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { passSignalsOn } from "../passed-signals/index.ts";
import { isAtWork, type Seat } from "../people/index.ts";
import { FALLEN, LEFT } from "./ids.ts";
import { leadersOf } from "./leaders.ts";
import { moveOpenWork } from "./move-open-work.ts";
import { movePlans } from "./move-plans.ts";
import { coveredBy, drawAgain, tellBatch } from "./tell.ts";

const OPEN = {
  OR: [{ state: { in: [...OPEN_INSPECTION_STATES] } }, { state: "approved", returnedDueOn: { not: null } }],
};

/** How many accounts and single inspections fell to somebody. Run it as often as you like. */
export async function letBooksFall(ctx: Context): Promise<number | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  let fallen = 0;
  for (const leaver of await leaversWithWork(ctx)) {
    fallen += await inTransaction(ctx, (tx) => fall(tx, leaver));
  }
  return fallen;
}

async function leaversWithWork(ctx: Context): Promise<string[]> {
  const left = await ctx.db.person.findMany({
    where: { leftOn: { not: null } },
    include: { unit: { select: { timeZone: true } } },
  });
  const ids = left.filter((person) => !isAtWork(person, ctx.now)).map(({ id }) => id);
  const keeping = await inTurns(ids, (some) =>
    ctx.db.ownership.findMany({
      where: { personId: { in: some }, toAt: null },
      distinct: ["personId"],
      select: { personId: true },
    }),
  );
  const doing = await inTurns(ids, (some) =>
    ctx.db.inspection.groupBy({ by: ["assigneeId"], where: { assigneeId: { in: some }, ...OPEN } }),
  );
  return [
    ...new Set([...keeping.map(({ personId }) => personId), ...doing.flatMap(({ assigneeId }) => assigneeId ?? [])]),
  ];
}

interface Piece {
  readonly borrowerId: string;
  /** Missing where it is the account. */
  readonly inspectionId: string | null;
  readonly unitId: string;
}

/** Where nobody leads the unit up to the top, the book stays as it is; accounts without a keeper are reported daily. */
async function fall(tx: Context, leaverId: string): Promise<number> {
  const pieces = await bookOf(tx, leaverId);
  let fallen = 0;
  for (const unitId of new Set(pieces.map((piece) => piece.unitId))) {
    const [leader] = await leadersOf(tx, unitId, [leaverId]);
    const some = pieces.filter((piece) => piece.unitId === unitId);
    if (leader !== undefined) {
      await fallTo(tx, leaverId, leader, some);
      fallen += some.length;
    }
  }
  await callOffOffers(tx, leaverId);
  return fallen;
}

/** Their accounts, and the inspections they had of others' accounts. */
async function bookOf(tx: Context, leaverId: string): Promise<Piece[]> {
  const kept = await tx.db.ownership.findMany({
    where: { personId: leaverId, toAt: null },
    select: { borrowerId: true, borrower: { select: { unitId: true } } },
  });
  const accounts = new Set(kept.map(({ borrowerId }) => borrowerId));
  const open = await tx.db.inspection.findMany({
    where: { assigneeId: leaverId, ...OPEN },
    select: { id: true, borrowerId: true, unitId: true },
  });
  return [
    ...kept.map(({ borrowerId, borrower }) => ({ borrowerId, inspectionId: null, unitId: borrower.unitId })),
    ...open
      .filter(({ borrowerId }) => !accounts.has(borrowerId))
      .map(({ id, borrowerId, unitId }) => ({ borrowerId, inspectionId: id, unitId })),
  ];
}

async function fallTo(tx: Context, leaverId: string, leader: Seat, pieces: readonly Piece[]): Promise<void> {
  const batchId = newId();
  const now = tx.now.toJSDate();
  const given = { fromPersonId: leaverId, toPersonId: leader.holderId, askedById: tx.actor.personId, askedAt: now };
  const answered = { state: "accepted", answeredById: tx.actor.personId, answeredAt: now, answerBy: now };
  const rows = pieces.map(({ borrowerId, inspectionId }) => ({
    id: newId(),
    borrowerId,
    inspectionId,
    ...given,
    ...answered,
    reason: LEFT,
    batchId,
  }));
  await moveAccounts(tx, leaverId, leader.holderId, pieces);
  await tx.db.handover.createMany({ data: rows });
  await promise(tx, {
    key: `${FALLEN}:${batchId}`,
    kind: FALLEN,
    personId: leader.personId,
    urgent: true,
    refs: { batchId },
    items: coveredBy(batchId, rows, "fallen"),
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "handover.fallen",
    subject: { kind: "person", id: leaverId },
    after: { batchId, to: leader.holderId, accounts: rows.map(({ borrowerId }) => borrowerId) },
    policyVersionId: tx.policy.versionId,
  });
}

async function moveAccounts(tx: Context, from: string, to: string, pieces: readonly Piece[]): Promise<void> {
  const now = tx.now.toJSDate();
  const borrowerIds = pieces.map(({ borrowerId }) => borrowerId);
  const accounts = pieces.filter(({ inspectionId }) => inspectionId === null).map(({ borrowerId }) => borrowerId);
  await inTurns(accounts, async (some) => {
    await tx.db.ownership.updateMany({
      where: { borrowerId: { in: some }, personId: from, toAt: null },
      data: { toAt: now },
    });
    await tx.db.ownership.createMany({
      data: some.map((borrowerId) => ({ id: newId(), borrowerId, personId: to, fromAt: now })),
    });
    return [];
  });
  await passSignalsOn(tx, { borrowerIds: accounts, from, to });
  await movePlans(tx, { borrowerIds: accounts, from, to });
  await moveOpenWork(tx, borrowerIds, from, to);
}

/** What was offered to them stays where it is, and whoever asked is told. */
async function callOffOffers(tx: Context, leaverId: string): Promise<void> {
  const rows = await tx.db.handover.findMany({
    where: { toPersonId: leaverId, state: { in: [...WAITING_HANDOVER_STATES] } },
  });
  for (const row of rows) {
    await tx.db.handover.update({
      where: { id: row.id },
      data: {
        state: "declined",
        answeredById: tx.actor.personId,
        answeredAt: tx.now.toJSDate(),
        version: { increment: 1 },
      },
    });
    const had = row.fromPersonId === null ? [] : [row.fromPersonId];
    await tellBatch(tx, row.batchId ?? row.id, [row], "answered", [row.askedById, ...had]);
    await drawAgain(tx, row.batchId ?? row.id, [row]);
  }
}
