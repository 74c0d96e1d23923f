/** What became of a signal between people, to those whom it touches and who did not bring it about. */
import type { Context } from "../../../platform/context.ts";
import { promise } from "../../../platform/outbox/promise.ts";
import { HANDS_KIND, SIGNAL_SUBJECT } from "../ids.ts";
import type { SignalCase } from "../signal-case.ts";

export const HAND_OUTCOMES = ["taken_over", "accepted", "declined", "lapsed", "answered"] as const;
export type HandOutcome = (typeof HAND_OUTCOMES)[number];

export interface ToTell {
  readonly outcome: HandOutcome;
  readonly to: readonly (string | null)[];
  readonly questionId?: string;
  /** Whose doing, or leaving undone, it is; the actor's where it is not said. */
  readonly byId?: string;
}

export async function tellHands(
  tx: Context,
  { row }: SignalCase,
  { outcome, to, questionId = "", byId = tx.actor.personId }: ToTell,
): Promise<void> {
  for (const personId of new Set(to)) {
    if (personId !== null && personId !== tx.actor.personId) {
      await promise(tx, {
        key: `${HANDS_KIND}:${row.id}:${row.version}:${personId}`,
        kind: HANDS_KIND,
        personId,
        refs: { signalId: row.id, byId, outcome, questionId },
        items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: outcome }],
      });
    }
  }
}
