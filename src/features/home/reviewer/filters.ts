/** What the queue on the tab may be narrowed to: a kind of report by its button, an officer by a menu. */
import type { Context } from "../../../platform/context.ts";
import type { Button, Menu, Piece } from "../../../platform/view.ts";
import {
  isInQueueView,
  officersOf,
  QUEUE_VIEWS,
  type QueueChoice,
  type QueueEntry,
  type QueueReader,
} from "../../review-queue/index.ts";
import { type Choices, EVERYBODY } from "../choices.ts";
import { SHOW_OFFICER, SHOW_QUEUE_VIEW } from "../ids.ts";

/** An officer of whom nothing waits any more is no choice: everybody's reports are shown again. */
export function chosenOfQueue(entries: readonly QueueEntry[], { queue, officer }: Choices): QueueChoice {
  const isThere = entries.some(({ submittedById }) => submittedById === officer);
  return { view: queue, officerId: isThere ? officer : undefined };
}

/** Kinds with nothing in them are left out, but for the chosen one and all; counted for the chosen officer. */
export function queueFilters(
  { t }: Context,
  entries: readonly QueueEntry[],
  { view, officerId }: QueueChoice,
  reader: QueueReader,
): Piece[] {
  const theirs = entries.filter((entry) => officerId === undefined || entry.submittedById === officerId);
  const buttons = QUEUE_VIEWS.flatMap((one): Button[] => {
    const count = theirs.filter((entry) => isInQueueView(entry, one, reader)).length;
    const isShown = one === "all" || one === view || (count > 0 && count < theirs.length);
    const style = one === view ? { style: "primary" as const } : {};
    return isShown ? [{ text: t(`queue.view.${one}`, { count }), action: SHOW_QUEUE_VIEW, value: one, ...style }] : [];
  });
  const officers = officersOf(entries);
  const menu: Menu = {
    action: SHOW_OFFICER,
    prompt: t("home.all_officers"),
    options: [
      { text: t("home.all_officers"), value: EVERYBODY },
      ...officers.map(({ id, name }) => ({ text: name, value: id })),
    ],
    chosen: officerId ?? EVERYBODY,
  };
  return [
    ...(buttons.length > 1 ? [{ kind: "buttons" as const, buttons }] : []),
    ...(officers.length > 1 ? [{ kind: "menus" as const, menus: [menu] }] : []),
  ];
}
