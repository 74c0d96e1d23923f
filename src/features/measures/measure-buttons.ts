/** Only what the reader may do to a measure now. Pure but for the question of rights. */
import { authorize, type Context } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";
import { planKindOf } from "./case-words.ts";
import { CLOSE_MEASURE, GIVE_AWAY, HAND_OVER, REPORT_RESULT, SEND_BACK, TAKE_BACK } from "./ids.ts";
import type { MeasureCase } from "./measure-case.ts";

export function measureButtons(ctx: Context, found: MeasureCase): Button[] {
  return found.state === "open" ? openButtons(ctx, found) : reportedButtons(ctx, found);
}

function openButtons(ctx: Context, { row, subject }: MeasureCase): Button[] {
  const { t } = ctx;
  const may = (verb: "report_measure" | "offer_measure" | "give_measure") =>
    authorize(ctx, verb, subject) === undefined;
  const isPlan = planKindOf(row.kind) !== undefined;
  const one = (text: string, action: string): Button => ({ text, action, value: row.id });
  return [
    ...(may("report_measure")
      ? [{ ...one(t(isPlan ? "account_plan.report" : "measure.report"), REPORT_RESULT), style: "primary" as const }]
      : []),
    ...(row.offeredToId !== null && may("offer_measure") ? [one(t("measure.take_back"), TAKE_BACK)] : []),
    ...(may("give_measure") ? [one(t("measure.hand_over"), GIVE_AWAY)] : []),
    ...(row.offeredToId === null && !may("give_measure") && may("offer_measure")
      ? [one(t("measure.hand_over"), HAND_OVER)]
      : []),
  ];
}

function reportedButtons(ctx: Context, { row, state, subject }: MeasureCase): Button[] {
  const { t } = ctx;
  if (state !== "reported" || authorize(ctx, "close_measure", subject) !== undefined) {
    return [];
  }
  const isPlan = planKindOf(row.kind) !== undefined;
  const close = t(isPlan ? "account_plan.close" : "measure.close");
  const text = t(isPlan ? "account_plan.close_text" : "measure.close_text");
  const confirm = { title: close, text, yes: close, no: t("words.cancel") };
  return [
    { text: close, action: CLOSE_MEASURE, value: row.id, style: "primary", confirm },
    { text: t("measure.send_back"), action: SEND_BACK, value: row.id },
  ];
}
