/** What became of a line of a list since it was told. Pure. */
import { compareDates } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { dateText } from "../../texts/dates.ts";
import { stateText } from "../measures/index.ts";
import type { DeskItem } from "./desk-items.ts";
import type { Wording } from "./item-lines.ts";

/** What became of an item that was told earlier; nothing where it still is as it was told. */
export function whatBecame(wording: Wording, item: DeskItem, told: Told): string | undefined {
  const { t } = wording;
  const { measure } = item;
  if (measure !== undefined && isDone(measure, told)) {
    return `✓ ${stateText(t, measure.kind, measure.state)}`;
  }
  if (item.keyDate?.isMet === true) {
    return t(item.keyDate.kind === "repayment" ? "key_date.met.repayment" : "key_date.met");
  }
  const waiting = item.override ?? item.zone ?? item.review;
  if (waiting !== undefined) {
    return waiting.waits ? undefined : decidedWords(wording, item);
  }
  if (told.assignees !== undefined && !told.assignees.includes(item.assigneeId ?? "")) {
    return t("desk.done.handed_over");
  }
  return becameOf(wording, item, told);
}

function decidedWords({ t }: Wording, { review }: DeskItem): string {
  return t(review === undefined ? "desk.done.override" : "desk.done.reviewed");
}

function becameOf({ t, language }: Wording, item: DeskItem, told: Told): string | undefined {
  switch (item.state) {
    case "submitted":
    case "in_review":
      return t("desk.done.submitted");
    case "approved":
    case "rejected":
    case "cancelled":
      return t(`desk.done.${item.state}`);
    case "returned":
      // It is the keeper's work again; whoever was told that it is late with somebody else has nothing to do until then.
      return told.assignees === undefined && isLater(item, told)
        ? t("desk.done.returned", { date: dateText(language, item.dueOn) })
        : undefined;
    default:
      return isLater(item, told) ? t("desk.moved", { date: dateText(language, item.dueOn) }) : undefined;
  }
}

function isLater({ dueOn }: DeskItem, told: Told): boolean {
  return told.dueOn !== undefined && compareDates(dueOn, told.dueOn) > 0;
}

/** Its own person has done their part by reporting; whom it climbed to waits until it is closed. */
function isDone({ state, waits }: NonNullable<DeskItem["measure"]>, { assignees }: Told): boolean {
  if (waits === true) {
    return state !== "reported";
  }
  return state === "closed" || state === "dropped" || (state === "reported" && assignees !== undefined);
}

export interface Told {
  /** The reader, and whom they stand in for; missing of what is late with somebody else. */
  readonly assignees?: readonly string[];
  /** As the message said it. */
  readonly dueOn: IsoDate | undefined;
}
