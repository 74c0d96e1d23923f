/** Who hears of a tier: whoever has the next hand, and the proposer when it has ended. */
import type { Hand } from "../../domain/classification/index.ts";
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { TIER_ENDED, TIER_SUBJECT, TIER_WAITS } from "./ids.ts";

export async function tellNext(
  tx: Context,
  proposalId: string,
  hand: Hand,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of personIds) {
    await promise(tx, {
      key: `${TIER_WAITS}:${proposalId}:${hand}:${personId}`,
      kind: TIER_WAITS,
      personId,
      urgent: true,
      refs: { proposalId, hand },
      items: [{ kind: TIER_SUBJECT, id: proposalId, stage: hand }],
    });
  }
}

export async function tellProposer(tx: Context, proposalId: string, personId: string): Promise<void> {
  await promise(tx, {
    key: `${TIER_ENDED}:${proposalId}:${personId}`,
    kind: TIER_ENDED,
    personId,
    refs: { proposalId },
    items: [{ kind: TIER_SUBJECT, id: proposalId, stage: "ended" }],
  });
}
