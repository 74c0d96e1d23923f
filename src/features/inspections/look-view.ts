/** The figures just given, each beside the last one, its date and its threshold: counted first, compared after. Pure. */
import { outOfRange } from "../../domain/check/out-of-range.ts";
import type { FormPage } from "../../domain/check/pages.ts";
import { limitsText, stepTitle } from "../../domain/check/spoken.ts";
import type { FormItem } from "../../domain/check/types.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece, quiet, type Span } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { sayByCode } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { GO_TO_STEP, LOOK_FORM } from "./ids.ts";
import { type Reader, stepMetadata } from "./step-view.ts";

const MODAL_BLOCKS = 40;

export function lookModal(sheet: CheckSheet, page: FormPage, at: number, reader: Reader): ModalView {
  const { t, language } = reader;
  const isFigure = (item: FormItem) => item.type === "number" && sheet.answers[item.answerKey] !== undefined;
  const change = { text: t("inspection.change_figures"), action: GO_TO_STEP, value: String(at) };
  const blind = page.items.some((item) => item.blind && isFigure(item)) ? [note(t("inspection.look_blind"))] : [];
  const pieces: Piece[] = [
    note(t("inspection.look_why")),
    ...page.steps.flatMap((step): Piece[] => {
      const figures = step.items.filter(isFigure).map((item) => line(figureSpans(sheet, item, reader)));
      return figures.length === 0 ? [] : [line([bold(stepTitle(step, language))]), ...figures];
    }),
    ...blind,
    { kind: "buttons", buttons: [change] },
  ];
  return {
    callbackId: LOOK_FORM,
    title: t("inspection.look"),
    submit: t("words.next"),
    close: t("inspection.later"),
    metadata: stepMetadata(sheet.draft.id, at),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

/** `Yellow · Stock counted: 1,180 t · last time 1,240 t (30 June 2026) · yellow < 99% of the book`. */
function figureSpans({ answers, facts, form }: CheckSheet, item: FormItem, { t, language }: Reader): Span[] {
  const [answer, last] = [answers[item.answerKey], facts.last?.[item.answerKey]];
  if (answer === undefined) return [];
  const mark = outOfRange(item, answer, answers, facts);
  const say = (key: string, values: Readonly<Record<string, string | number>>) => sayByCode(language, key, values);
  const limits = limitsText(item, form, language, say);
  return [
    ...(mark === undefined ? [] : [bold(t(`check.level.${mark.level}`)), " · "]),
    quiet(labelText(t, item.label[language])),
    bold(answerText(item, answer, language, t)),
    last === undefined ? ` · ${t("inspection.no_last")}` : ` · ${lastText(item, last, language, t)}`,
    limits === "" ? "" : ` · ${limits}`,
  ];
}

function lastText(
  item: FormItem,
  last: Parameters<typeof answerText>[1],
  language: Reader["language"],
  t: Reader["t"],
): string {
  const figure = answerText(item, last, language, t);
  return last.asOf === undefined
    ? t("inspection.last_figure", { figure })
    : t("inspection.last_figure_of", { figure, date: dateText(language, last.asOf) });
}
