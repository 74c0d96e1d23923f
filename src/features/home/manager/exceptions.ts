/** What went wrong with others and is the reader's now: red signals that nobody answers, and late work, with what may be done about each. */
import { type Context, couldEver } from "../../../platform/context.ts";
import { heading, type Piece } from "../../../platform/view.ts";
import {
  countStages,
  type Desk,
  deskPage,
  openLine,
  SHOW_ALL,
  type StagedItem,
  wordingOf,
} from "../../morning/index.ts";
import { unansweredReds } from "../../signals/index.ts";
import { listTitle, restPieces } from "../all-of.ts";
import { isOwn } from "../officer/in-view.ts";

const REDS = 5;
/** Of late work, so much of each kind: one kind alone never fills the tab. */
const OF_A_KIND = 4;

/** Red signals of others, which their holder has not answered. */
export async function redPieces(ctx: Context): Promise<Piece[]> {
  const { count, pieces } = await unansweredReds(ctx, REDS);
  return count === 0
    ? []
    : [heading(listTitle(ctx, "red_signals", count)), ...pieces, ...restPieces(ctx, "red_signals", count, REDS)];
}

/** Late work of others. `desk`: the reader's own; what climbed to them stands in it. */
export function latePieces(ctx: Context, { items: all, soonDays, counts: ofDesk }: Desk): Piece[] {
  const { t } = ctx;
  const items = all.filter((item) => !isOwn(item) && !isElsewhere(ctx, item));
  const shown = firstOfEach(items);
  const read = countStages(all.map(({ stage }) => stage));
  const counts = { ...countStages(items.map(({ stage }) => stage)) };
  // Of more than a list shows, the desk knows only how many.
  for (const stage of new Set(items.map((item) => item.stage))) counts[stage] += ofDesk[stage] - read[stage];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const wording = wordingOf(ctx);
  const { pieces } = deskPage(
    wording,
    { items: shown, soonDays },
    {
      page: 0,
      size: shown.length,
      lineOf: (item, stage) => openLine(wording, item, stage),
      counts,
    },
  );
  const showAll = { text: t("words.show_all", { count: total }), action: SHOW_ALL, value: "all" };
  return [...pieces, ...(total > shown.length ? [{ kind: "buttons" as const, buttons: [showAll] }] : [])];
}

function firstOfEach(items: readonly StagedItem[]): StagedItem[] {
  const seen = new Map<string, number>();
  return items.filter(({ stage }) => {
    const before = seen.get(stage) ?? 0;
    seen.set(stage, before + 1);
    return before < OF_A_KIND;
  });
}

/** Stands among the decisions already, or in the reader's own queue, whether it is late or not. */
function isElsewhere(ctx: Context, { stage, review }: StagedItem): boolean {
  const isDecision = stage === "override_waits" || stage === "zone_waits" || stage === "measure_waits";
  return isDecision || (review?.mayOpen === true && couldEver(ctx, "see_queue"));
}
