/**
 * A later due date. Whoever does the work asks, and the unit's manager decides; or the manager gives it unasked. Either way
 * nobody moves their own date: the database refuses it too.
 */

import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type ExtensionCap, refuseExtension } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { namesOf } from "../people/index.ts";
import { decidersOf, moveDueDate } from "./extension-parts.ts";
import { EXTENSION_ASKED, EXTENSION_DECIDED, INSPECTION_SUBJECT, LONGEST_REASON } from "./ids.ts";
import { askedExtension, type ItemCase, openItem, timesExtended } from "./item-case.ts";
import { nextWorkingMoment } from "./working-moment.ts";

export interface LaterDate {
  readonly inspectionId: string;
  readonly toDueOn: IsoDate;
  readonly reason: string;
}

export interface Extended {
  readonly number: string;
  readonly toDueOn: IsoDate;
  /** Names of those who decide; empty where the date has moved already. */
  readonly asked: readonly string[];
}

/** Asked by the officer. */
export async function askExtension(ctx: Context, wanted: LaterDate): Promise<Extended | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "ask_extension", wanted.inspectionId);
    const refused = isRefusal(item) ? item : notNow(tx, item, wanted);
    if (isRefusal(item) || refused !== undefined) {
      return refused ?? refuse("not_found", { number: "" });
    }
    const deciders = await decidersOf(tx, item, [tx.actor.personId]);
    if (deciders.length === 0) {
      return refuse("extension.no_manager", {});
    }
    const id = await store(tx, item, wanted, { askedById: tx.actor.personId, state: "asked" });
    for (const personId of deciders) {
      await promise(tx, {
        key: `extension:${id}:${personId}`,
        kind: EXTENSION_ASKED,
        personId,
        refs: { extensionId: id },
        items: [{ kind: INSPECTION_SUBJECT, id: wanted.inspectionId, stage: "extension_asked" }],
        notBefore: await nextWorkingMoment(tx, personId),
      });
    }
    await noted(tx, item, wanted, "extension.asked");
    await markStale(tx, { kind: INSPECTION_SUBJECT, id: wanted.inspectionId });
    return { number: item.row.number, toDueOn: wanted.toDueOn, asked: await namesOf(tx.db, deciders) };
  });
}

/** Given by the manager for the officer, who had not asked: recorded as the officer's, decided by the manager. */
export async function grantExtension(ctx: Context, wanted: LaterDate): Promise<Extended | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const item = await openItem(tx, "decide_extension", wanted.inspectionId);
    if (isRefusal(item)) {
      return item;
    }
    const officerId = item.row.assigneeId;
    if (officerId === null) {
      return refuse("item.nobody", { number: item.row.number });
    }
    const refused =
      authorize(tx, "decide_extension", { ...item.subject, notByPersons: [officerId] }) ?? notNow(tx, item, wanted);
    if (refused !== undefined) {
      return refused;
    }
    const conflict = await moveDueDate(tx, item, wanted.toDueOn);
    if (conflict !== undefined) {
      return conflict;
    }
    const decided = { state: "approved", decidedById: tx.actor.personId, decidedAt: tx.now.toJSDate() };
    const id = await store(tx, item, wanted, { askedById: officerId, ...decided });
    await promise(tx, {
      key: `extension-decided:${id}:${officerId}`,
      kind: EXTENSION_DECIDED,
      personId: officerId,
      refs: { extensionId: id },
      items: [{ kind: INSPECTION_SUBJECT, id: wanted.inspectionId, stage: "extension_decided" }],
      notBefore: await nextWorkingMoment(tx, officerId),
    });
    await noted(tx, item, wanted, "extension.granted");
    await markStale(tx, { kind: INSPECTION_SUBJECT, id: wanted.inspectionId });
    return { number: item.row.number, toDueOn: wanted.toDueOn, asked: [] };
  });
}

export function extensionCap(ctx: Context): ExtensionCap {
  const { max_working_days, times } = ctx.policy.policy.reminders.extend;
  return { maxWorkingDays: max_working_days, times };
}

function notNow(ctx: Context, item: ItemCase, { toDueOn, reason }: LaterDate): Refusal | undefined {
  if (item.state === "returned") {
    return refuse("extension.returned", {});
  }
  const asked = askedExtension(item);
  if (asked !== undefined) {
    return refuse("extension.asked_already", { date: asked.toDueOn });
  }
  if (reason.trim() === "" || reason.length > LONGEST_REASON) {
    return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
  }
  const now = { dueOn: item.dueOn, today: item.today, times: timesExtended(item) };
  return refuseExtension(item.calendar, now, toDueOn, extensionCap(ctx));
}

async function store(
  tx: Context,
  item: ItemCase,
  { inspectionId, toDueOn, reason }: LaterDate,
  facts: { askedById: string; state: string; decidedById?: string; decidedAt?: Date },
): Promise<string> {
  const id = newId();
  await tx.db.extension.create({
    data: {
      id,
      inspectionId,
      fromDueOn: item.row.dueOn,
      toDueOn,
      reason: reason.trim(),
      askedAt: tx.now.toJSDate(),
      ...facts,
    },
  });
  return id;
}

async function noted(tx: Context, item: ItemCase, wanted: LaterDate, verb: string): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: INSPECTION_SUBJECT, id: item.row.id },
    before: { dueOn: item.row.dueOn },
    after: { toDueOn: wanted.toDueOn, reason: wanted.reason.trim() },
    policyVersionId: tx.policy.versionId,
  });
}
