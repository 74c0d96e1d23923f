/** A visit that was tried and could not be made: why, and when it is tried again. The due date stays. */

import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { refuseAttempt } from "../../domain/reminders/index.ts";
import type { AttemptReason, IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { attachAttemptFile, type GivenFiles } from "../evidence/index.ts";
import { INSPECTION_SUBJECT, LONGEST_REASON } from "./ids.ts";
import { openItem } from "./item-case.ts";

export interface Attempt {
  readonly inspectionId: string;
  readonly attemptedOn: IsoDate;
  readonly reason: AttemptReason | undefined;
  readonly note: string;
  readonly nextOn: IsoDate;
  /** A photo or a paper. */
  readonly files?: GivenFiles;
}

const NO_FILE: GivenFiles = { slackFileIds: [] };

export async function recordAttempt(ctx: Context, attempt: Attempt): Promise<{ nextOn: IsoDate } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "record_attempt", attempt.inspectionId);
    if (isRefusal(item)) {
      return item;
    }
    const { again_within_working_days } = tx.policy.policy.reminders.could_not_visit;
    const refused =
      incomplete(attempt) ?? refuseAttempt(item.calendar, { ...attempt, today: item.today }, again_within_working_days);
    if (refused !== undefined || attempt.reason === undefined) {
      return refused ?? refuse("attempt.reason", {}, "reason");
    }
    const { inspectionId, attemptedOn, reason, nextOn } = attempt;
    const note = attempt.note.trim();
    const evidence = await attachAttemptFile(tx, item.subject, inspectionId, attempt.files ?? NO_FILE);
    if (isRefusal(evidence)) {
      return evidence;
    }
    await tx.db.visitAttempt.create({
      data: {
        inspectionId,
        personId: tx.actor.personId,
        attemptedOn,
        reason,
        note,
        nextAttemptOn: nextOn,
        evidenceId: evidence ?? null,
        recordedAt: tx.now.toJSDate(),
      },
    });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "visit.attempted",
      subject: { kind: INSPECTION_SUBJECT, id: inspectionId },
      after: { attemptedOn, reason, note, nextOn, evidenceId: evidence ?? null },
    });
    await markStale(tx, { kind: INSPECTION_SUBJECT, id: inspectionId });
    return { nextOn };
  });
}

function incomplete({ reason, note }: Attempt): Refusal | undefined {
  if (reason === undefined) {
    return refuse("attempt.reason", {}, "reason");
  }
  if (note.length > LONGEST_REASON || (reason === "other" && note.trim() === "")) {
    return refuse("reason.needed", { most: LONGEST_REASON }, "note");
  }
  return undefined;
}
