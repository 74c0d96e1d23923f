/** What asking, giving and deciding a later date share. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { holdersOf } from "../people/index.ts";
import type { ItemCase } from "./item-case.ts";

/** The unit's manager or the nearest above; the head office where there is none. Never who asks or does the work. */
export async function decidersOf(
  ctx: Context,
  { row }: ItemCase,
  except: readonly string[],
): Promise<readonly string[]> {
  const notBy = [...except, ...(row.assigneeId === null ? [] : [row.assigneeId])];
  const managers = await holdersOf(ctx.db, "unit_manager", row.unitId, ctx.now, notBy);
  return managers.personIds.length > 0
    ? managers.personIds
    : (await holdersOf(ctx.db, "head_office_manager", row.unitId, ctx.now, notBy)).personIds;
}

/** Refused where somebody changed the inspection meanwhile. */
export async function moveDueDate(tx: Context, { row }: ItemCase, toDueOn: IsoDate): Promise<Refusal | undefined> {
  const { count } = await tx.db.inspection.updateMany({
    where: { id: row.id, version: row.version, state: { in: ["planned", "started"] } },
    data: { dueOn: toDueOn, version: { increment: 1 } },
  });
  return count === 1 ? undefined : refuse("extension.overtaken", {});
}
