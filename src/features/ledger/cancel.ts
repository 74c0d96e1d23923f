/** Whoever asked for a register does not want it any more. What writes it sees that within seconds, and leaves nothing. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { LEDGER_SUBJECT } from "./ids.ts";
import { ownRegister } from "./reader.ts";
import { changeExport, findExport } from "./store.ts";

export async function cancelLedger(ctx: Context, id: string): Promise<Refusal | undefined> {
  const row = await findExport(ctx.db, id);
  const { personId } = ctx.actor;
  if (row === undefined || row.personId !== personId) {
    return refuse("not_found", { number: "" });
  }
  const refused = authorize(ctx, "see_ledger", ownRegister(ctx));
  if (refused !== undefined) {
    return refused;
  }
  const ended = { state: "cancelled", slot: null, endedAt: ctx.now.toJSDate() };
  for (const state of ["waiting", "running"] as const) {
    const done = await changeExport(ctx, { id, state }, ended, (tx) =>
      record(tx.db, {
        at: tx.now,
        actorId: personId,
        verb: "ledger.cancelled",
        subject: { kind: LEDGER_SUBJECT, id },
        policyVersionId: tx.policy.versionId,
      }),
    );
    if (done) return undefined;
  }
  return refuse("ledger.over");
}
