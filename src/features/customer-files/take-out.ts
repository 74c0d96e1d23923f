/** What was filed by mistake is taken out of the file, with the reason; the entry stays in the record. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { DOCUMENT_SUBJECT, LONGEST_REASON } from "./ids.ts";
import { mayNotFile } from "./kept.ts";

export interface TakingOut {
  readonly id: string;
  readonly why: string;
}

export async function takeOut(ctx: Context, { id, why }: TakingOut): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.filedDocument.findUnique({
      where: { id },
      include: { borrower: { select: { number: true } } },
    });
    if (row === null) return refuse("not_found", { number: "" });
    const refused = await mayNotFile(tx, row.borrowerId);
    if (refused !== undefined) return refused;
    const reason = why.trim();
    if (reason === "" || reason.length > LONGEST_REASON) {
      return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
    }
    const { number } = row.borrower;
    // Two clicks take out one: the second finds it gone.
    if (row.takenOutAt !== null) return { number };
    const taken = { takenOutById: tx.actor.personId, takenOutAt: tx.now.toJSDate(), takenOutWhy: reason };
    await tx.db.filedDocument.update({ where: { id, takenOutAt: null }, data: taken });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "document.taken_out",
      subject: { kind: DOCUMENT_SUBJECT, id },
      before: { document: row.document, reference: row.reference, datedOn: row.datedOn, place: row.place },
      after: { borrower: number, reason },
      policyVersionId: tx.policy.versionId,
    });
    return { number };
  });
}
