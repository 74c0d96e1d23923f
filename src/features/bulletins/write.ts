/** A manager writes a bulletin: everybody who keeps a customer of the industry is told, and it stands in their checks. */
import { type BulletinTyped, readBulletin } from "../../domain/bulletin.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { unitPath } from "../people/index.ts";
import { BULLETIN_SUBJECT, BULLETIN_TOLD } from "./ids.ts";
import { customersReached } from "./reached.ts";

export interface BulletinSent {
  readonly customers: number;
  readonly keepers: number;
}

/** Refused with the field it stands at. */
export async function writeBulletin(ctx: Context, typed: BulletinTyped): Promise<BulletinSent | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const unitId = await unitToWriteFor(tx);
    if (isRefusal(unitId)) return unitId;
    const written = readBulletin(typed, localDate(tx.now, tx.actor.timeZone));
    if (isRefusal(written)) return written;
    const reached = await customersReached(tx, { unitId, industry: written.industry });
    const keepers = [...new Set(reached.flatMap(({ keeperId }) => keeperId ?? []))];
    if (keepers.length === 0) return refuse("bulletin.nobody", { industry: written.industry }, "industry");
    const id = newId();
    const data = { ...written, unitId, writtenById: tx.actor.personId };
    await tx.db.industryBulletin.create({ data: { id, ...data, writtenAt: tx.now.toJSDate() } });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "bulletin.written",
      subject: { kind: BULLETIN_SUBJECT, id },
      after: { ...data, customers: reached.length },
    });
    for (const personId of keepers) {
      await promise(tx, {
        key: `${BULLETIN_TOLD}:${id}:${personId}`,
        kind: BULLETIN_TOLD,
        personId,
        refs: { bulletinId: id },
        items: [{ kind: BULLETIN_SUBJECT, id, stage: "told" }],
      });
    }
    return { customers: reached.length, keepers: keepers.length };
  });
}

/** The unit that the writer leads; the first of several. */
export async function unitToWriteFor(tx: Context): Promise<string | Refusal> {
  for (const { unitId } of tx.actor.grants) {
    if (authorize(tx, "write_bulletin", { unitPath: await unitPath(tx.db, unitId) }) === undefined) return unitId;
  }
  return authorize(tx, "write_bulletin", { unitPath: [] }) ?? refuse("may.scope");
}
