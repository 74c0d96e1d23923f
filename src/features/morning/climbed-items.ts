/** What is late with somebody else and has climbed to the reader, as their desk shows it. */
import { authorize, type Context } from "../../platform/context.ts";
import { mayReassign } from "../handovers/index.ts";
import { type ClimbedItem, climbedTo, INSPECTIONS, WAITING_REPORTS, waitsTo } from "../ladder/index.ts";
import { namesById, unitPath } from "../people/index.ts";
import { type DeskItem, findByIds, type ItemRow, toDeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { toReviewItems } from "./late-review-items.ts";

/** Counted up to here; nobody reads further. */
const COUNTED = 1_000;

/** Now, the longest late first: `most` of them as items, and how many there are. */
export async function findClimbed(
  ctx: Context,
  keeper: Keeper,
  most: number,
): Promise<{ readonly items: readonly DeskItem[]; readonly count: number }> {
  const own = assigneesOf(keeper);
  const climbed = await climbedTo(ctx, INSPECTIONS, own, COUNTED);
  return { items: await toClimbedItems(ctx, climbed.slice(0, most), keeper), count: climbed.length };
}

/** The same of reports that wait too long. */
export async function findLateReviews(
  ctx: Context,
  keeper: Keeper,
  most: number,
): Promise<{ readonly items: readonly DeskItem[]; readonly count: number }> {
  const late = await waitsTo(ctx, WAITING_REPORTS, assigneesOf(keeper), COUNTED);
  return { items: await toReviewItems(ctx, late.slice(0, most)), count: late.length };
}

/** In the order of `climbed`. */
export async function toClimbedItems(
  ctx: Context,
  climbed: readonly Pick<ClimbedItem, "id" | "stage">[],
  keeper: Keeper,
): Promise<DeskItem[]> {
  const rows = new Map(
    (
      await findByIds(
        ctx,
        climbed.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const names = await namesById(
    ctx.db,
    [...rows.values()].flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const items: DeskItem[] = [];
  for (const { id, stage } of climbed) {
    const row = rows.get(id);
    if (row !== undefined) {
      const officer = names.get(row.assigneeId ?? "");
      const item = toDeskItem(ctx, row, keeper);
      items.push({ ...item, climbed: { stage, officer }, putOff: { ...item.putOff, may: await mayOf(ctx, row) } });
    }
  }
  return items;
}

/** What the reader may do about somebody else's late work; about what nobody keeps, nothing here helps. */
async function mayOf(ctx: Context, { unitId, assigneeId, state, extensions }: ItemRow) {
  const path = await unitPath(ctx.db, unitId);
  const notByPersons = assigneeId === null ? [] : [assigneeId];
  const may = (verb: "nudge_officer" | "decide_extension" | "snooze_item") =>
    authorize(ctx, verb, { unitPath: path, assigneeId, notByPersons }) === undefined;
  const isOpen = state === "planned" || state === "started";
  return {
    more: may("snooze_item"),
    nudge: assigneeId !== null && may("nudge_officer"),
    reassign: mayReassign(ctx, { unitPath: path, assigneeId }),
    extend: assigneeId !== null && isOpen && extensions.length === 0 && may("decide_extension"),
  };
}
