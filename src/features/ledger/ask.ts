/** Somebody asks for the register as a file. One is made for a person at a time, outside the click. */
import type { LedgerFilters, LedgerFormat } from "../../domain/ledger/filters.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { canonicalText } from "../../platform/audit/canonical.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { unitPath } from "../people/index.ts";
import { LEDGER_SUBJECT, LEDGER_TOLD } from "./ids.ts";
import { ownRegister } from "./reader.ts";

/** Answers the export's id. Its message says how far it is. */
export async function askLedger(
  ctx: Context,
  filters: LedgerFilters,
  format: LedgerFormat,
): Promise<{ readonly id: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const { personId } = tx.actor;
    const refused = await mayAsk(tx, filters);
    if (refused !== undefined) {
      return refused;
    }
    if ((await tx.db.ledgerExport.findUnique({ where: { slot: personId } })) !== null) {
      return refuse("ledger.one_at_a_time");
    }
    const id = newId();
    const asked = { filters: canonicalText(filters), format };
    const askedAt = tx.now.toJSDate();
    await tx.db.ledgerExport.create({ data: { id, personId, slot: personId, ...asked, state: "waiting", askedAt } });
    await promise(tx, {
      key: `${LEDGER_TOLD}:${id}`,
      kind: LEDGER_TOLD,
      personId,
      urgent: true,
      refs: { exportId: id },
      items: [{ kind: LEDGER_SUBJECT, id, stage: "asked" }],
    });
    await record(tx.db, {
      at: tx.now,
      actorId: personId,
      verb: "ledger.asked",
      subject: { kind: LEDGER_SUBJECT, id },
      after: { filters, format },
      policyVersionId: tx.policy.versionId,
    });
    return { id };
  });
}

/** In any unit there may be something of one's own; whoever sees units only asks for one of them. */
async function mayAsk(ctx: Context, { unitId }: LedgerFilters): Promise<Refusal | undefined> {
  const path = unitId === undefined ? undefined : await unitPath(ctx.db, unitId);
  const register = ownRegister(ctx);
  return authorize(ctx, "see_ledger", path === undefined ? register : { ...register, unitPath: path });
}
