/** A customer that crossed between departments is offered to somebody of the other one; its keeper stays responsible until then (R114). */
import { type Role, type UnitLine, WAITING_HANDOVER_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { holdersOf, type NamedPerson, standingAt } from "../people/index.ts";
import { CROSSED, NOBODY_ACROSS } from "./ids.ts";
import { leadersOf } from "./leaders.ts";
import { tellBatch } from "./tell.ts";
import { writeOffer } from "./write-offer.ts";

const DOES_THE_WORK: Readonly<Record<UnitLine, Role>> = {
  business: "account_manager",
  control: "post_loan_officer",
  asset_ops: "asset_operations",
};

export interface CrossedCustomer {
  readonly borrowerId: string;
  readonly from: UnitLine;
  readonly to: UnitLine;
}

export interface OfferedAcross {
  /** Nobody where the department has nobody: whoever leads the unit is told. */
  readonly taker: NamedPerson | undefined;
}

/**
 * Call it in the transaction of the fact. Nothing is offered where the keeper belongs to the other department already, or where
 * somebody of it has been asked and not answered yet; what else was offered of the account before is called off.
 */
export async function offerAcross(tx: Context, crossed: CrossedCustomer): Promise<OfferedAcross | undefined> {
  const { borrowerId, to } = crossed;
  const borrower = await tx.db.borrower.findUniqueOrThrow({
    where: { id: borrowerId },
    select: {
      unitId: true,
      number: true,
      ownerships: { orderBy: { fromAt: "desc" }, select: { personId: true, toAt: true } },
    },
  });
  const keeperId = borrower.ownerships.find(({ toAt }) => toAt === null)?.personId ?? null;
  if (keeperId !== null && (await isOf(tx, keeperId, DOES_THE_WORK[to]))) return undefined;
  if (await isAsked(tx, borrowerId, DOES_THE_WORK[to])) return undefined;
  const earlier = borrower.ownerships.flatMap(({ personId, toAt }) => (toAt === null ? [] : [personId]));
  const taker = await takerOf(tx, { role: DOES_THE_WORK[to], unitId: borrower.unitId, keeperId, earlier });
  await callOff(tx, borrowerId);
  if (taker === undefined) await tellLeaders(tx, borrower.unitId, crossed);
  else {
    await writeOffer(tx, {
      takerId: taker.id,
      reason: CROSSED[to],
      items: [{ borrowerId, inspectionId: null, fromPersonId: keeperId, number: borrower.number }],
      noted: { from_department: crossed.from, to_department: to },
    });
  }
  return { taker };
}

async function isAsked(tx: Context, borrowerId: string, role: Role): Promise<boolean> {
  const waiting = await waitingOffer(tx, borrowerId);
  return waiting !== null && (await isOf(tx, waiting.toPersonId, role));
}

function waitingOffer({ db }: Context, borrowerId: string) {
  return db.handover.findFirst({
    where: { borrowerId, inspectionId: null, state: { in: [...WAITING_HANDOVER_STATES] } },
  });
}

async function isOf(tx: Context, personId: string, role: Role): Promise<boolean> {
  return (await tx.db.roleGrant.findFirst({ where: { personId, role, ...standingAt(tx.now) } })) !== null;
}

interface Wanted {
  readonly role: Role;
  readonly unitId: string;
  readonly keeperId: string | null;
  /** Who kept it before, the last one first: a customer that comes back goes to them. */
  readonly earlier: readonly string[];
}

/** Of the unit, or the nearest above that has somebody: who kept it before, else who keeps the fewest customers. */
async function takerOf(tx: Context, { role, unitId, keeperId, earlier }: Wanted): Promise<NamedPerson | undefined> {
  const except = keeperId === null ? [] : [keeperId];
  const { personIds } = await holdersOf(tx.db, role, unitId, tx.now, except);
  const counts = await tx.db.ownership.groupBy({
    by: ["personId"],
    where: { personId: { in: [...personIds] }, toAt: null },
    _count: { _all: true },
  });
  const keeps = new Map(counts.map(({ personId, _count }) => [personId, _count._all]));
  const fewest = personIds.toSorted((a, b) => (keeps.get(a) ?? 0) - (keeps.get(b) ?? 0) || (a < b ? -1 : 1));
  const id = earlier.find((one) => personIds.includes(one)) ?? fewest[0];
  return id === undefined
    ? undefined
    : tx.db.person.findUniqueOrThrow({ where: { id }, select: { id: true, name: true } });
}

/** It was offered as the account of a department that leads it no longer. */
async function callOff(tx: Context, borrowerId: string): Promise<void> {
  const waiting = await waitingOffer(tx, borrowerId);
  if (waiting === null) return;
  await tx.db.handover.update({
    where: { id: waiting.id, version: waiting.version },
    data: {
      state: "withdrawn",
      answeredById: tx.actor.personId,
      answeredAt: tx.now.toJSDate(),
      version: { increment: 1 },
    },
  });
  const from = waiting.fromPersonId === null ? [] : [waiting.fromPersonId];
  const concerned = [waiting.askedById, waiting.toPersonId, ...from];
  await tellBatch(tx, waiting.batchId ?? "", [waiting], "answered", concerned);
}

/** Once a day and customer. */
async function tellLeaders(tx: Context, unitId: string, { borrowerId, to }: CrossedCustomer): Promise<void> {
  for (const { holderId } of await leadersOf(tx, unitId)) {
    await promise(tx, {
      key: `${NOBODY_ACROSS}:${borrowerId}:${to}:${tx.now.toISODate()}:${holderId}`,
      kind: NOBODY_ACROSS,
      personId: holderId,
      refs: { borrowerId, to },
    });
  }
}
