/** The stages that a person was told already, item by item: a stage is told once for each due date. */
import { type ReminderStage, stageRank } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { KEY_DATE_SUBJECT } from "../key-dates/index.ts";
import { MEASURE_SUBJECT } from "../measures/index.ts";
import { WATCHDOG_REMINDER } from "../watchdog/index.ts";
import { INSPECTION_SUBJECT, MORNING, OVERRIDE_SUBJECT, REPORT_SUBJECT, ZONE_SUBJECT } from "./ids.ts";
import { readToldAs } from "./told-as.ts";

export interface ToldBefore {
  /** Whether this says more than the person was told of the item with this due date. */
  isNews(personId: string, item: { readonly id: string; readonly dueOn: IsoDate }, stage: ReminderStage): boolean;
}

const TOLD_SUBJECTS = [
  INSPECTION_SUBJECT,
  REPORT_SUBJECT,
  MEASURE_SUBJECT,
  OVERRIDE_SUBJECT,
  ZONE_SUBJECT,
  KEY_DATE_SUBJECT,
];
/** A promise counts as told unless it was called off or could not be delivered: those are told anew. */
const TOLD = ["pending", "claimed", "uncertain", "sent"];

export async function loadToldBefore(
  ctx: Context,
  personIds: readonly string[],
  itemIds: readonly string[],
): Promise<ToldBefore> {
  const rows = await inTurns(itemIds, (some) =>
    ctx.db.outboxItem.findMany({
      where: {
        subjectKind: { in: TOLD_SUBJECTS },
        subjectId: { in: some },
        message: { kind: { in: [MORNING, WATCHDOG_REMINDER] }, personId: { in: [...personIds] }, state: { in: TOLD } },
      },
      select: { subjectId: true, stage: true, message: { select: { personId: true } } },
    }),
  );
  const highest = new Map<string, number>();
  for (const { subjectId, stage, message } of rows) {
    const told = readToldAs(stage);
    if (told?.stage !== undefined && told.dueOn !== undefined && message.personId !== null) {
      const key = keyOf(message.personId, subjectId, told.dueOn);
      highest.set(key, Math.max(highest.get(key) ?? Number.NEGATIVE_INFINITY, stageRank(told.stage)));
    }
  }
  return {
    isNews: (personId, { id, dueOn }, stage) =>
      stageRank(stage) > (highest.get(keyOf(personId, id, dueOn)) ?? Number.NEGATIVE_INFINITY),
  };
}

const keyOf = (personId: string, itemId: string, dueOn: string) => `${personId} ${itemId} ${dueOn}`;
