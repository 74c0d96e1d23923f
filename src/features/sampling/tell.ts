/** Who hears of a draw: whoever looks again, one message each, and the unit's manager. Not the officers whose reports were drawn. */
import { addTo } from "../../domain/lists-by-key.ts";
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { holdersOf } from "../people/index.ts";
import { INSPECTION_SUBJECT } from "../review-queue/index.ts";
import type { DrawnItem, DrawnSample } from "./draw.ts";
import { DRAWN_KIND, RECHECKS_KIND } from "./ids.ts";

export async function tellDrawn(tx: Context, { id, unitId, items }: DrawnSample): Promise<void> {
  const byPerson = new Map<string, DrawnItem[]>();
  for (const item of items) {
    if (item.assigneeId !== undefined) {
      addTo(byPerson, item.assigneeId, item);
    }
  }
  for (const [personId, theirs] of byPerson) {
    await promise(tx, {
      key: `${RECHECKS_KIND}:${id}:${personId}`,
      kind: RECHECKS_KIND,
      personId,
      refs: { drawId: id },
      items: theirs.map(({ recheckId }) => ({ kind: INSPECTION_SUBJECT, id: recheckId, stage: "recheck" })),
    });
  }
  for (const personId of await managers(tx, unitId)) {
    await promise(tx, {
      key: `${DRAWN_KIND}:${id}:${personId}`,
      kind: DRAWN_KIND,
      personId,
      refs: { drawId: id },
      items: items.map(({ recheckId }) => ({ kind: INSPECTION_SUBJECT, id: recheckId, stage: "drawn" })),
    });
  }
}

/** The unit's manager or the nearest above; the head office where there is none. */
async function managers(tx: Context, unitId: string): Promise<readonly string[]> {
  const nearest = await holdersOf(tx.db, "unit_manager", unitId, tx.now);
  return nearest.personIds.length > 0
    ? nearest.personIds
    : (await holdersOf(tx.db, "head_office_manager", unitId, tx.now)).personIds;
}
