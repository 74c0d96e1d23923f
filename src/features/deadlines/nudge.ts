/** Somebody up the line asks the officer about a late inspection: once a day for each item, and it is recorded. */
import { compareDates } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { namesById } from "../people/index.ts";
import { INSPECTION_SUBJECT, NUDGED } from "./ids.ts";
import { openItem } from "./item-case.ts";
import { nextWorkingMoment } from "./working-moment.ts";

export interface Nudged {
  readonly number: string;
  /** Who is told. */
  readonly officer: string;
}

export async function nudgeOfficer(ctx: Context, inspectionId: string): Promise<Nudged | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "nudge_officer", inspectionId);
    if (isRefusal(item)) {
      return item;
    }
    const { row, today, dueOn } = item;
    const officerId = row.assigneeId;
    if (officerId === null) {
      return refuse("item.nobody", { number: row.number });
    }
    if (officerId === tx.actor.personId) {
      return refuse("nudge.yourself");
    }
    if (compareDates(dueOn, today) >= 0) {
      return refuse("nudge.not_late", { number: row.number });
    }
    const officer = (await namesById(tx.db, [officerId])).get(officerId) ?? "";
    const isNew = await promise(tx, {
      key: `nudge:${inspectionId}:${today}`,
      kind: NUDGED,
      personId: officerId,
      slotOn: today,
      refs: { byId: tx.actor.personId },
      items: [{ kind: INSPECTION_SUBJECT, id: inspectionId, stage: "nudged" }],
      notBefore: await nextWorkingMoment(tx, officerId),
    });
    if (!isNew) {
      return refuse("nudge.today", { name: officer });
    }
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "officer.nudged",
      subject: { kind: INSPECTION_SUBJECT, id: inspectionId },
      after: { officerId, dueOn },
    });
    return { number: row.number, officer };
  });
}
