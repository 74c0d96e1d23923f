/** A bulletin is taken back before its time: the messages say so, and checks show it no more. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { unitPath } from "../people/index.ts";
import { BULLETIN_SUBJECT } from "./ids.ts";

export async function withdrawBulletin(ctx: Context, id: string): Promise<{ title: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.industryBulletin.findUnique({ where: { id } });
    const refused = authorize(tx, "write_bulletin", {
      unitPath: row === null ? [] : await unitPath(tx.db, row.unitId),
    });
    if (row === null || refused !== undefined) return refused ?? refuse("not_found", { number: "" });
    const by = { withdrawnById: tx.actor.personId, withdrawnAt: tx.now.toJSDate() };
    const { count } = await tx.db.industryBulletin.updateMany({ where: { id, withdrawnAt: null }, data: by });
    if (count === 0) return refuse("bulletin.withdrawn_already");
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "bulletin.withdrawn",
      subject: { kind: BULLETIN_SUBJECT, id },
    });
    await markStale(tx, { kind: BULLETIN_SUBJECT, id });
    return { title: row.title };
  });
}
