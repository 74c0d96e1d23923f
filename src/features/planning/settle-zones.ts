/** Keeps the management zone that is stored with a customer what the rules compute now (R102): totals are counted by it. */
import { exposure } from "../../domain/planning/index.ts";
import type { Zone } from "../../domain/vocabulary.ts";
import { worstTier, zoneInForce, zoneOf } from "../../domain/zones/index.ts";
import type { Context } from "../../platform/context.ts";
import type { BorrowerRecord } from "./borrower-facts.ts";
import { loadRecords } from "./load-records.ts";

/** In the caller's transaction, after something that may have moved the zone of one customer: a signal, say. */
export async function settleZone(tx: Context, borrowerId: string): Promise<void> {
  await settleZones(tx, await loadRecords(tx, [borrowerId]));
}

/** In the caller's transaction. A customer whose loans are no longer pursued stands in none; the first one is no move. */
export async function settleZones(tx: Context, records: readonly BorrowerRecord[]): Promise<void> {
  const stale = records
    .map((record) => ({ record, from: record.zone, to: zoneNow(tx, record) }))
    .filter(({ from, to }) => from !== to);
  const moves = stale.flatMap(({ record, from, to }) => (from === null || to === null ? [] : [{ record, from, to }]));
  const others = stale.filter(({ from, to }) => from === null || to === null);
  for (const to of new Set(others.map((one) => one.to))) {
    const ids = others.filter((one) => one.to === to).map(({ record }) => record.facts.id);
    await tx.db.borrower.updateMany({ where: { id: { in: ids } }, data: { zone: to } });
  }
  for (const one of moves) await move(tx, one);
}

/** Two at once may both have read the zone before: one of them moved it. */
async function move(
  tx: Context,
  { record, from, to }: { readonly record: BorrowerRecord; readonly from: Zone; readonly to: Zone },
): Promise<void> {
  const { id, loans } = record.facts;
  const { count } = await tx.db.borrower.updateMany({ where: { id, zone: from }, data: { zone: to } });
  if (count === 0) return;
  await tx.db.zoneMove.create({
    data: {
      borrowerId: id,
      unitId: record.unitId,
      fromZone: from,
      toZone: to,
      movedOn: record.today,
      movedAt: tx.now.toJSDate(),
      drawnMinor: exposure(tx.policy.policy, loans).amount.minor,
      policyVersionId: tx.policy.versionId,
    },
  });
}

function zoneNow({ policy: { policy } }: Context, { facts }: BorrowerRecord): Zone | null {
  const { loans, openSignalLevel, zoneOverride } = facts;
  if (loans.length === 0) return null;
  return zoneInForce(zoneOf(policy, { tier: worstTier(loans), openSignalLevel }).zone, zoneOverride);
}
