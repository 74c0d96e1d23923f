/** What is late with somebody else and has climbed to the reader, as their desk shows it. */
import type { Context } from "../../platform/context.ts";
import { type ClimbedItem, climbedTo, lateReviewsTo } from "../ladder/index.ts";
import { namesById } from "../people/index.ts";
import { type DeskItem, findByIds, toDeskItem } from "./desk-items.ts";
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
  const climbed = await climbedTo(ctx, own, COUNTED);
  return { items: await toClimbedItems(ctx, climbed.slice(0, most), keeper), count: climbed.length };
}

/** The same of reports that wait too long. */
export async function findLateReviews(
  ctx: Context,
  keeper: Keeper,
  most: number,
): Promise<{ readonly items: readonly DeskItem[]; readonly count: number }> {
  const late = await lateReviewsTo(ctx, assigneesOf(keeper), COUNTED);
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
  return climbed.flatMap(({ id, stage }): DeskItem[] => {
    const row = rows.get(id);
    const officer = names.get(row?.assigneeId ?? "");
    return row === undefined ? [] : [{ ...toDeskItem(ctx, row, keeper), climbed: { stage, officer } }];
  });
}
