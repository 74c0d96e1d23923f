/** An absence ends early: by whoever is away, their stand-in, or whoever leads the unit. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { redrawQueuesOf } from "../review-queue/index.ts";
import { type AbsenceRow, findAbsence, subjectOf } from "./store.ts";
import { tellAbsence } from "./tell.ts";

export async function endAbsence(ctx: Context, id: string): Promise<AbsenceRow | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const absence = await findAbsence(tx, id);
    if (absence === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "end_absence", await subjectOf(tx, absence));
    if (refused !== undefined) {
      return refused;
    }
    const endedAt = tx.now.toJSDate();
    const { count } = await tx.db.delegation.updateMany({ where: { id, endedAt: null }, data: { endedAt } });
    if (count === 0) {
      return refuse("absence.ended_already", { name: absence.person.name });
    }
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "absence.ended",
      subject: { kind: "person", id: absence.personId },
      before: { id, toOn: absence.toOn, endedAt: null },
      after: { id, endedAt: endedAt.toISOString() },
    });
    await tellAbsence(tx, absence, "ended");
    await redrawQueuesOf(tx, [absence.personId, absence.standInId]);
    return { ...absence, endedAt };
  });
}

/** Whether the reader is shown the button. */
export async function mayEnd(ctx: Context, absence: AbsenceRow): Promise<boolean> {
  return absence.endedAt === null && authorize(ctx, "end_absence", await subjectOf(ctx, absence)) === undefined;
}
