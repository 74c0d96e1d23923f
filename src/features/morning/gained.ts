/**
 * Work that a person gains during the day and that cannot wait for the next morning: due today, or returned. Bundled, so
 * that a handover of ten accounts is one message.
 */

import { businessDateOf } from "../../domain/calendar/business-date.ts";
import { isoDate } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import { promiseInWindow } from "../../platform/outbox/promise-in-window.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { line, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { GAINED, gainedKey, INSPECTION_SUBJECT, MORNING } from "./ids.ts";
import { wordingOf } from "./item-lines.ts";
import { loadKeepers } from "./keepers.ts";
import { bundleMinutesOf } from "./rules.ts";
import type { ToldStage } from "./stages.ts";
import { countWords, isReplaced, loadToldList, replacedPieces, type ToldList, toldPieces } from "./told-list.ts";

/**
 * Promises to tell the person about the inspection at the end of the window in which the business clock stands. What is
 * gained in the same window joins the same message. Call it in the transaction of the fact.
 */
export async function promiseGained(
  tx: Context,
  personId: string,
  inspectionId: string,
  stage: ToldStage,
): Promise<void> {
  const keeper = (await loadKeepers(tx, [personId])).get(personId);
  const wish = {
    kind: GAINED,
    personId,
    slotOn: businessDateOf(tx.now, keeper?.timeZone ?? "UTC"),
    urgent: stage === "returned",
    minutes: bundleMinutesOf(tx),
    key: (window: string) => gainedKey(personId, window),
  };
  await promiseInWindow(tx, wish, { kind: INSPECTION_SUBJECT, id: inspectionId, stage });
}

/** Nothing to say where a morning told since then has it all, or where all of it is done already. */
export async function renderGained(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const wording = wordingOf(ctx);
  const loaded = await loadToldList(ctx, wording, message);
  const list = loaded === undefined || message.editing ? loaded : await withoutToldSince(ctx, message, loaded);
  if (list === undefined || (!message.editing && list.items.length === 0)) {
    return undefined;
  }
  if (message.slotOn !== null && (await isReplaced(ctx, message))) {
    const slotOn = isoDate(message.slotOn);
    const title = wording.t("morning.replaced_title", { date: dateText(wording.language, slotOn) });
    return { title, pieces: replacedPieces(wording, list, slotOn) };
  }
  const counts = countWords(wording, list.items);
  return {
    title: counts === "" ? wording.t("gained.title_done") : wording.t("gained.title", { counts }),
    pieces: [line(wording.t("gained.intro")), ...toldPieces(wording, list)],
  };
}

async function withoutToldSince(ctx: Context, message: DueMessage, list: ToldList): Promise<ToldList> {
  const told = await ctx.db.outboxItem.findMany({
    where: {
      subjectKind: INSPECTION_SUBJECT,
      subjectId: { in: list.items.map(({ item }) => item.id) },
      message: {
        personId: message.personId,
        kind: MORNING,
        createdAt: { gt: message.createdAt },
        state: { in: ["pending", "claimed", "uncertain", "sent"] },
      },
    },
    select: { subjectId: true },
  });
  const ids = new Set(told.map(({ subjectId }) => subjectId));
  return { ...list, items: list.items.filter(({ item }) => !ids.has(item.id)) };
}
