/** Off-site checks of current retail customers stand as one line, with the one button that does them together (R70, R138). Pure. */
import { compareDates } from "../../domain/dates.ts";
import { bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { DeskItem } from "./desk-items.ts";
import { OPEN_BATCH } from "./ids.ts";
import type { Wording } from "./item-lines.ts";
import type { DeskStage } from "./stages.ts";

const OWN: readonly DeskStage[] = ["late", "due_today", "due_soon"];

interface Staged {
  readonly item: DeskItem;
  readonly stage: DeskStage;
}

/** Those that stand in the line; none where there are fewer than the policy wants in a batch, or the reader does no checks. */
export function batchOf<T>(
  { batchFrom, givesOn }: Wording,
  items: readonly T[],
  stagedOf: (one: T) => Staged | undefined,
): ReadonlySet<T> {
  const some = items.filter((one) => {
    const staged = stagedOf(one);
    return staged !== undefined && OWN.includes(staged.stage) && staged.item.batchable === true;
  });
  const isOne = batchFrom !== undefined && givesOn !== true && some.length >= batchFrom;
  return new Set(isOne ? some : []);
}

export function batchLine({ t, language }: Wording, items: readonly Staged[]): Piece[] {
  const [earliest] = items.map(({ item }) => item.dueOn).toSorted(compareDates);
  if (earliest === undefined) return [];
  const late = items.filter(({ stage }) => stage === "late").length;
  return [
    {
      kind: "item",
      text: [bold(t("batch.line", { count: items.length, late }))],
      detail: [quiet(t("batch.line_detail", { date: dateText(language, earliest) }))],
      buttons: [{ text: t("batch.open"), action: OPEN_BATCH, value: "open" }],
    },
  ];
}

/** What was submitted together is one line too. */
export function batchDoneLine({ t }: Wording, count: number): Piece[] {
  if (count === 0) return [];
  return [{ kind: "line", text: [bold(t("batch.line_done", { count })), " · ", quiet(t("batch.line_became"))] }];
}
