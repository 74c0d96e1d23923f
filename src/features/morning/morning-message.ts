/** The morning message, from the facts of the moment it is sent or edited. */
import { isoDate } from "../../domain/dates.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { line, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { type Wording, wordingOf } from "./item-lines.ts";
import { countWords, isReplaced, loadToldList, replacedPieces, type ToldList, toldPieces } from "./told-list.ts";

/** Nothing to say when the day has passed before it could be sent, or when all of it is done already. */
export async function renderMorning(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const slotOn = isoDate(message.slotOn ?? localDate(ctx.now, ctx.actor.timeZone));
  const wording = wordingOf(ctx);
  const list = await loadToldList(ctx, wording, message);
  if (list === undefined || (!message.editing && (list.today !== slotOn || list.items.length === 0))) {
    return undefined;
  }
  const date = dateText(wording.language, slotOn);
  if (await isReplaced(ctx, message)) {
    return { title: wording.t("morning.replaced_title", { date }), pieces: replacedPieces(wording, list, slotOn) };
  }
  return {
    title: titleOf(wording, list, date),
    pieces: [line(wording.t("morning.greeting", { name: list.name, date })), ...toldPieces(wording, list)],
  };
}

function titleOf(wording: Wording, list: ToldList, date: string): string {
  const counts = countWords(wording, list.items);
  return counts === "" ? wording.t("morning.title_done", { date }) : wording.t("morning.title", { date, counts });
}
