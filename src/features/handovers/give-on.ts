/** Accounts that a leaver left behind have a keeper again, because a file of the lender's names one: what is open goes along. */
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { passSignalsOn } from "../passed-signals/index.ts";
import type { AwaitingKeeper } from "./awaiting-keeper.ts";
import { BATCH_SUBJECT } from "./ids.ts";
import { type MovedInspection, moveOpenWork } from "./move-open-work.ts";
import { movePlans } from "./move-plans.ts";

export interface GivenOn {
  readonly account: AwaitingKeeper;
  readonly toPersonId: string;
}

export interface GainedInspection extends MovedInspection {
  readonly toPersonId: string;
}

/** Call it in the transaction that changes the keepers. `source` names the file, for the audit. */
export async function giveOnWithAccounts(
  tx: Context,
  given: readonly GivenOn[],
  source: string,
): Promise<GainedInspection[]> {
  const gained: GainedInspection[] = [];
  for (const { from, to, borrowerIds } of betweenTwo(given)) {
    const moved = await moveOpenWork(tx, borrowerIds, from, to);
    await passSignalsOn(tx, { borrowerIds, from, to });
    await movePlans(tx, { borrowerIds, from, to });
    gained.push(...moved.map((inspection) => ({ ...inspection, toPersonId: to })));
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "handover.given_on",
      subject: { kind: "person", id: to },
      after: { from, to, source, accounts: borrowerIds, inspections: moved.map(({ number }) => number) },
      policyVersionId: tx.policy.versionId,
    });
  }
  for (const batchId of new Set(given.flatMap(({ account }) => account.batchId ?? []))) {
    await markStale(tx, { kind: BATCH_SUBJECT, id: batchId });
  }
  return gained;
}

interface BetweenTwo {
  readonly from: string;
  readonly to: string;
  readonly borrowerIds: string[];
}

function betweenTwo(given: readonly GivenOn[]): Iterable<BetweenTwo> {
  const groups = new Map<string, BetweenTwo>();
  for (const { account, toPersonId: to } of given) {
    const { keeperId: from, borrowerId } = account;
    const group = groups.get(`${from} ${to}`) ?? { from, to, borrowerIds: [] };
    group.borrowerIds.push(borrowerId);
    groups.set(`${from} ${to}`, group);
  }
  return groups.values();
}
