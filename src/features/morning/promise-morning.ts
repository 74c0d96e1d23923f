/** The promise of one morning, in one transaction with what it replaces. */
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStaleWhere, promise } from "../../platform/outbox/promise.ts";
import { isUniqueConflict } from "../../platform/storage/index.ts";
import { KEY_DATE_SUBJECT } from "../key-dates/index.ts";
import { MEASURE_SUBJECT } from "../measures/index.ts";
import type { BundledItem } from "./bundle.ts";
import {
  GAINED,
  INSPECTION_SUBJECT,
  MORNING,
  morningKey,
  OVERRIDE_SUBJECT,
  REPORT_SUBJECT,
  ZONE_SUBJECT,
} from "./ids.ts";
import type { Keeper } from "./keepers.ts";
import { messageLinesOf } from "./rules.ts";
import { firstLines, isOfKeyDates, isOfMeasures, type ToldStage } from "./stages.ts";
import { writeToldAs } from "./told-as.ts";
import { writeLines } from "./told-list.ts";

/** Whether this process was the one to promise it: another may have been faster. */
export async function promiseMorning(ctx: Context, keeper: Keeper, items: readonly BundledItem[]): Promise<boolean> {
  try {
    return await promiseOnce(ctx, keeper, items);
  } catch (error) {
    if (isUniqueConflict(error)) {
      return false;
    }
    throw error;
  }
}

function promiseOnce(ctx: Context, keeper: Keeper, items: readonly BundledItem[]): Promise<boolean> {
  const shown = firstLines(
    items.filter(({ again }) => !again),
    messageLinesOf(ctx),
  );
  return inTransaction(ctx, async (tx) => {
    const isNew = await promise(tx, {
      key: morningKey(keeper.personId, keeper.today),
      kind: MORNING,
      personId: keeper.personId,
      slotOn: keeper.today,
      refs: { lines: writeLines(shown) },
      items: items.map(({ id, dueOn, stage, reminder, again }) => ({
        kind: subjectOf(stage),
        id,
        stage: writeToldAs({
          section: stage,
          dueOn,
          again,
          ...(reminder === undefined ? {} : { stage: reminder }),
        }),
      })),
    });
    if (isNew) {
      await retireEarlier(tx, keeper);
    }
    return isNew;
  });
}

function subjectOf(stage: ToldStage): string {
  if (isOfMeasures(stage)) {
    return MEASURE_SUBJECT;
  }
  if (isOfKeyDates(stage)) {
    return KEY_DATE_SUBJECT;
  }
  if (stage === "override_waits") {
    return OVERRIDE_SUBJECT;
  }
  if (stage === "zone_waits") {
    return ZONE_SUBJECT;
  }
  return stage === "review_late" ? REPORT_SUBJECT : INSPECTION_SUBJECT;
}

/** Yesterday's lists lose their buttons and point to the new one; older ones did so when theirs was followed. */
async function retireEarlier(tx: Context, keeper: Keeper): Promise<void> {
  const earlier = { personId: keeper.personId };
  const last = await tx.db.outboxMessage.findFirst({
    where: { ...earlier, state: { in: ["claimed", "uncertain", "sent"] }, kind: MORNING, slotOn: { lt: keeper.today } },
    orderBy: { createdAt: "desc" },
    select: { slotOn: true },
  });
  const slotOn = { gte: last?.slotOn ?? "", lt: keeper.today };
  await markStaleWhere(tx, { ...earlier, kind: { in: [MORNING, GAINED] }, slotOn });
}
