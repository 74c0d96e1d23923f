/** The forms, filled with the furthest that the policy allows. */

import { addWorkingDays } from "../../domain/calendar/business-calendar.ts";
import { addDays, latestOf } from "../../domain/dates.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { latestExtension } from "../../domain/reminders/index.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { dateText } from "../../texts/dates.ts";
import type { FreshLink } from "../documents/index.ts";
import { formPage } from "../evidence/index.ts";
import { extensionCap } from "./extend.ts";
import { attemptForm, extendForm, snoozeForm } from "./forms.ts";
import { openItem } from "./item-case.ts";
import { itemCards } from "./item-modal.ts";

export async function snoozeFormOf(ctx: Context, inspectionId: string): Promise<ModalView> {
  const item = await openItem(ctx, "snooze_item", inspectionId);
  if (isRefusal(item)) {
    return itemCards.refused(ctx, item);
  }
  const { max_days } = ctx.policy.policy.reminders.snooze;
  const hint = ctx.t("deadline.snooze_hint", { number: item.row.number, days: max_days });
  const untilOn = addDays(localDate(ctx.now, ctx.actor.timeZone), max_days - 1);
  return snoozeForm({ inspectionId, hint, untilOn }, ctx.t);
}

/** Asked by whoever does the work, or given by the manager: the form is the same, its sentence is not. */
export async function extendFormOf(
  ctx: Context,
  verb: "ask_extension" | "decide_extension",
  inspectionId: string,
): Promise<ModalView> {
  const item = await openItem(ctx, verb, inspectionId);
  if (isRefusal(item)) {
    return itemCards.refused(ctx, item);
  }
  const cap = extensionCap(ctx);
  const said = { number: item.row.number, days: cap.maxWorkingDays, date: dateText(ctx.language, item.dueOn) };
  const isGrant = verb === "decide_extension";
  const hint = isGrant ? ctx.t("deadline.grant_hint", said) : ctx.t("deadline.extend_hint", said);
  const toDueOn = latestOf(latestExtension(item.calendar, item.dueOn, cap), item.today);
  return extendForm({ inspectionId, hint, toDueOn, isGrant }, ctx.t);
}

/** Opened, or drawn again with what has come since. */
export async function attemptFormOf(
  ctx: Context,
  inspectionId: string,
  open: { readonly formId?: string; readonly link?: FreshLink | undefined } = {},
): Promise<ModalView> {
  const item = await openItem(ctx, "record_attempt", inspectionId);
  if (isRefusal(item)) {
    return itemCards.refused(ctx, item);
  }
  const { again_within_working_days } = ctx.policy.policy.reminders.could_not_visit;
  const hint = ctx.t("deadline.attempt_hint", {
    number: item.row.number,
    days: again_within_working_days,
    date: dateText(ctx.language, item.dueOn),
  });
  const facts = {
    inspectionId,
    hint,
    attemptedOn: item.today,
    nextOn: addWorkingDays(item.calendar, item.today, again_within_working_days).date,
    fileTypes: ctx.policy.policy.documents.file_types,
    page: await formPage(ctx, inspectionId, open),
  };
  return attemptForm(facts, ctx.t);
}
