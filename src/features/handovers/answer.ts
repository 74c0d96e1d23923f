/** A request is accepted or declined, whole or item by item, taken back, or decided by the manager; whoever is faster. */
import type { SubjectFacts } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { HandoverState } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { isAtWork, unitPath } from "../people/index.ts";
import { type BatchRow, isMoot, isWaiting, loadBatch, unitOf } from "./batch.ts";
import { moveTo } from "./move.ts";
import { drawAgain, tellBatch } from "./tell.ts";

export interface AnsweredHandover {
  readonly batchId: string;
  readonly state: HandoverState;
  readonly count: number;
}

/** A whole request, or one item of its list. */
export interface Which {
  readonly batchId: string;
  readonly one?: string | undefined;
}

interface Answer {
  readonly verb: Verb;
  readonly state: "accepted" | "declined" | "withdrawn";
  /** Which of the waiting ones it answers. */
  readonly waits: readonly string[];
  readonly note: string;
  /** As `may` reads it: what makes the item the actor's to answer. */
  subject(tx: Context, row: BatchRow): Promise<SubjectFacts>;
}

/** Only the person who was asked accepts: nobody takes work on for another. */
const askedSubject = ({ actor }: Context, { toPersonId }: BatchRow): SubjectFacts => ({
  unitPath: [],
  assigneeId: toPersonId === actor.personId ? toPersonId : null,
});
const asked = async (tx: Context, row: BatchRow): Promise<SubjectFacts> => askedSubject(tx, row);

/** Whether it is the actor who was asked. */
export function answerable(ctx: Context, row: BatchRow): Refusal | undefined {
  return authorize(ctx, "answer_handover", askedSubject(ctx, row));
}

const ofUnit = async (tx: Context, row: BatchRow): Promise<SubjectFacts> => ({
  unitPath: await unitPath(tx.db, unitOf(row)),
});
const offered = async (tx: Context, row: BatchRow): Promise<SubjectFacts> => ({
  unitPath: await unitPath(tx.db, unitOf(row)),
  assigneeId: row.fromPersonId,
  ownerId: row.askedById,
});
const WAITING = ["asked", "escalated"];

export function acceptHandover(ctx: Context, which: Which): Promise<AnsweredHandover | Refusal> {
  return answer(ctx, which, { verb: "answer_handover", state: "accepted", waits: WAITING, note: "", subject: asked });
}

export function declineHandover(ctx: Context, which: Which, note: string): Promise<AnsweredHandover | Refusal> {
  return answer(ctx, which, { verb: "answer_handover", state: "declined", waits: WAITING, note, subject: asked });
}

/** Whoever asked, has the work, or leads the unit may take the request back. */
export function takeBackHandover(ctx: Context, batchId: string): Promise<AnsweredHandover | Refusal> {
  return answer(
    ctx,
    { batchId },
    { verb: "ask_handover", state: "withdrawn", waits: WAITING, note: "", subject: offered },
  );
}

/** The manager decides what nobody answered in time: the other takes it over, or it stays where it is. */
export function decideHandover(
  ctx: Context,
  batchId: string,
  decision: "give" | "leave",
): Promise<AnsweredHandover | Refusal> {
  const state = decision === "give" ? "accepted" : "declined";
  return answer(ctx, { batchId }, { verb: "decide_handover", state, waits: ["escalated"], note: "", subject: ofUnit });
}

async function answer(ctx: Context, { batchId, one }: Which, given: Answer): Promise<AnsweredHandover | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const all = await loadBatch(tx, batchId);
    const rows = all.filter(({ id }) => one === undefined || id === one);
    const refused = await refusedOf(tx, rows, given);
    if (refused !== undefined) {
      return refused;
    }
    const settled: BatchRow[] = [];
    for (const row of rows.filter(({ state }) => given.waits.includes(state))) {
      if (await settle(tx, row, given)) settled.push(row);
    }
    const someWait = all.some((row) => isWaiting(row) && !rows.includes(row));
    await tellAll(tx, batchId, all, someWait ? "answered_partly" : "answered");
    await note(tx, batchId, settled, given);
    return { batchId, state: given.state, count: settled.length };
  });
}

/** The first reason why not: no such request, not the actor's to answer, or nothing of it waits any more. */
async function refusedOf(tx: Context, rows: readonly BatchRow[], given: Answer): Promise<Refusal | undefined> {
  const [first] = rows;
  if (first === undefined) {
    return refuse("not_found", { number: "" });
  }
  for (const row of rows) {
    const refused = authorize(tx, given.verb, await given.subject(tx, row));
    if (refused !== undefined) return refused;
  }
  if (!rows.some(({ state }) => given.waits.includes(state))) {
    return whatBecame(tx, first);
  }
  return given.state === "accepted" ? takerGone(tx, first.toPersonId) : undefined;
}

/** Nobody is given work who has left since they were asked. */
async function takerGone(tx: Context, takerId: string): Promise<Refusal | undefined> {
  const taker = await tx.db.person.findUniqueOrThrow({ where: { id: takerId }, include: { unit: true } });
  return isAtWork(taker, tx.now) ? undefined : refuse("handover.taker_gone", { name: taker.name });
}

/** Whether the answer took effect. Somebody may have been faster; what was done or given away meanwhile is called off. */
async function settle(tx: Context, row: BatchRow, given: Answer): Promise<boolean> {
  const moot = isMoot(row);
  const { count } = await tx.db.handover.updateMany({
    where: { id: row.id, version: row.version, state: row.state },
    data: {
      state: moot ? "withdrawn" : given.state,
      answeredById: tx.actor.personId,
      answeredAt: tx.now.toJSDate(),
      note: given.note === "" ? null : given.note,
      version: { increment: 1 },
    },
  });
  if (count === 0 || moot) {
    return false;
  }
  const isGone = given.state === "accepted" && !(await moveTo(tx, row));
  if (isGone) {
    await tx.db.handover.update({ where: { id: row.id }, data: { state: "withdrawn" } });
  }
  return !isGone;
}

/** The first answer to a part of a list is news, and so is the last; between, the message that tells of it changes. */
async function tellAll(
  tx: Context,
  batchId: string,
  rows: readonly BatchRow[],
  news: "answered" | "answered_partly",
): Promise<void> {
  const concerned = rows.flatMap(({ fromPersonId, toPersonId, askedById }) => [
    askedById,
    toPersonId,
    ...(fromPersonId === null ? [] : [fromPersonId]),
  ]);
  await tellBatch(tx, batchId, rows, news, concerned);
  await drawAgain(tx, batchId, rows);
}

/** The same button again, or one that came too late. */
function whatBecame(tx: Context, row: BatchRow): Refusal {
  return isWaiting(row)
    ? refuse("handover.not_yet_decided")
    : refuse(`handover.already_${row.state}`, { name: tx.actor.name });
}

async function note(tx: Context, batchId: string, settled: readonly BatchRow[], given: Answer): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `handover.${given.verb === "decide_handover" ? "decided" : given.state}`,
    subject: { kind: "handover_batch", id: batchId },
    after: {
      state: given.state,
      note: given.note,
      items: settled.map(({ inspection, borrower, fromPersonId, toPersonId }) => ({
        number: inspection?.number ?? borrower.number,
        from: fromPersonId,
        to: toPersonId,
      })),
    },
    policyVersionId: tx.policy.versionId,
  });
}
