/** A page of a desk's items, in their groups: in the modal of all of them, and on the Home tab. Pure. */
import type { Piece } from "../../platform/view.ts";
import { batchLine, batchOf, foldBatches, reviewBatchLine } from "./batch-line.ts";
import type { Desk, StagedItem } from "./desk.ts";
import { groupHeading } from "./desk-view.ts";
import type { Wording } from "./item-lines.ts";
import { DESK_STAGES, type DeskStage, type StageCounts } from "./stages.ts";

export interface PageWanted {
  /** From 0; one past the end is the last, since work done meanwhile makes the list shorter. */
  readonly page: number;
  readonly size: number;
  readonly lineOf: (item: StagedItem, stage: DeskStage) => Piece;
  /** Of everything, where the items are only the first of it. */
  readonly counts?: StageCounts;
  /** Off-site checks that can be done as one stand as one line, before the first page. */
  readonly asBatch?: boolean;
}

export interface DeskPage {
  readonly pieces: readonly Piece[];
  readonly page: number;
  readonly pages: number;
}

export function deskPage(wording: Wording, desk: Pick<Desk, "items" | "soonDays">, wanted: PageWanted): DeskPage {
  const { size, lineOf, counts, asBatch = false } = wanted;
  const batch = batchOf(asBatch ? wording : { ...wording, givesOn: true }, desk.items, (item) => ({
    item,
    stage: item.stage,
  }));
  const singly = desk.items.filter((item) => !batch.has(item));
  const folded = foldBatches(singly, (item) => item);
  const pages = Math.max(1, Math.ceil(folded.lines.length / Math.max(1, size)));
  const page = Math.min(Math.max(wanted.page, 0), pages - 1);
  const shown = folded.lines.slice(page * size, (page + 1) * size);
  const groups = DESK_STAGES.flatMap((stage) => {
    const here = shown.filter((item) => item.stage === stage);
    const count = counts?.[stage] ?? singly.filter((item) => item.stage === stage).length;
    return here.length === 0
      ? []
      : [
          groupHeading(wording, stage, count, desk.soonDays),
          ...here.map((item) => reviewBatchLine(wording, folded.together(item), lineOf(item, stage))),
        ];
  });
  const together =
    page === 0
      ? batchLine(
          wording,
          [...batch].map((item) => ({ item, stage: item.stage })),
        )
      : [];
  return { pieces: [...together, ...groups], page, pages };
}
