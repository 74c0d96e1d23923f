/** One step of the form as a modal: a page, its sections under their names. Pure. */
import type { KnownBlock } from "@slack/types";
import { isAsked } from "../../domain/check/asked.ts";
import type { FormPage } from "../../domain/check/pages.ts";
import { riskCount, riskKeys, riskPlace } from "../../domain/check/risks.ts";
import { stepTitle } from "../../domain/check/spoken.ts";
import type { FormItem, FormStep } from "../../domain/check/types.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, divider, line, note, type Piece, quiet, type Span } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";
import { reasonTexts } from "../../texts/reasons.ts";
import { type Bulletin, bulletinNotes } from "../bulletins/index.ts";
import type { FreshLink } from "../documents/index.ts";
import { limitNotes, limitsPassedBy } from "../limits/index.ts";
import type { CardButtons } from "../named-customers/index.ts";
import { usualMenu } from "../usual-measures/index.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { storedCircumstances } from "./circumstances.ts";
import { type AttachedFile, fieldBlocks } from "./field-blocks.ts";
import { ADD_RISK, ANSWER, GO_BACK, REMOVE_RISK, STEP_FORM, TO_SUMMARY, USE_USUAL } from "./ids.ts";
import type { Lessons } from "./lessons.ts";
import { nextRisk } from "./risk-form.ts";
import { addBlocks, rowHead } from "./row-blocks.ts";
import { timesFilled, usualIn } from "./use-usual.ts";

export interface Reader {
  readonly language: Language;
  readonly t: Translate;
  /** Wall-clock time of the reader, HH:MM. */
  readonly savedAt: string;
  /** Files go through pages of our own, and no field of Slack's takes them. */
  readonly byLink: boolean;
  /** Who hears what is typed, where it is not the form itself. */
  readonly action?: string;
  /** What opens the customer's card, on top of the form. */
  readonly cards: CardButtons;
  /** One that was asked for just now, for the question with this key. */
  readonly link?: { readonly answerKey: string; readonly fresh: FreshLink };
  /** What is wrong, in sentences by answer key, where Slack has no field to show it at. */
  readonly said?: Readonly<Record<string, string>>;
}

/** The newest; more would push the questions off the screen. */
const MOST_BULLETINS = 3;
const MOST_NOTES = 12;

/** What stands beside the questions. */
export interface Beside {
  readonly files: readonly AttachedFile[];
  readonly lessons: Lessons;
  /** About the customer's industry. */
  readonly bulletins: readonly Bulletin[];
}

/** Modal metadata: the draft and the step, nothing else. */
export function stepMetadata(draftId: string, step: number): string {
  return JSON.stringify({ draft: draftId, step });
}

export function stepModal(sheet: CheckSheet, at: number, beside: Beside, reader: Reader): ModalView {
  const { t } = reader;
  const page = sheet.pages[at];
  const blocks = page === undefined ? [] : pageBlocks(sheet, page, at, beside, reader);
  return {
    callbackId: STEP_FORM,
    title: t(`kind.${sheet.kind}`),
    // One button of a name: where the summary may be opened unchecked too, going on is called as on every other step.
    submit: t(offersSummary(sheet, at) ? "words.next" : "inspection.to_summary"),
    close: t("inspection.later"),
    metadata: stepMetadata(sheet.draft.id, at),
    blocks,
  };
}

function pageBlocks(sheet: CheckSheet, page: FormPage, at: number, beside: Beside, reader: Reader): KnownBlock[] {
  const { t } = reader;
  const place: Piece = {
    kind: "item",
    text: sheet.inspection.borrower.name,
    detail: [
      quiet(
        [
          t("inspection.step_of", { step: at + 1, steps: sheet.pages.length }),
          t("inspection.saved", { time: reader.savedAt }),
        ].join(" · "),
      ),
    ],
    more: reader.cards(sheet.inspection.borrowerId),
  };
  const first = [place, ...(at === 0 ? firstPieces(sheet, beside, reader) : [])];
  const sections = page.steps.flatMap((step, index) =>
    sectionBlocks(sheet, step, index === 0 ? first : [], beside, reader),
  );
  const ways = [...page.steps.flatMap((step) => riskButtons(sheet, step, t)), ...waysOn(sheet, at, t)];
  return [...sections, ...toBlocks(ways, 2)];
}

/** Its name, what stands under it in the first section of a page, and its fields. */
function sectionBlocks(
  sheet: CheckSheet,
  step: FormStep,
  first: readonly Piece[],
  beside: Beside,
  reader: Reader,
): KnownBlock[] {
  const title: Piece = { kind: "line", text: [bold(stepTitle(step, reader.language))] };
  const head = [
    ...(first.length === 0 ? [divider] : []),
    title,
    ...first,
    ...lessonPieces(beside.lessons, step, reader),
  ];
  const fields = step.items.flatMap((item, place) => [
    ...rowHead(step, item, step.items[place - 1], reader),
    ...usualBlocks(sheet, step, item, reader),
    ...itemBlocks(sheet, step, item, beside, reader),
  ]);
  return [...toBlocks(head, MOST_NOTES), ...fields, ...addBlocks(step, reader)];
}

/** What is to be known before the first question. */
function firstPieces(sheet: CheckSheet, { bulletins }: Beside, reader: Reader): Piece[] {
  return [
    ...returnedPieces(sheet, reader),
    ...zoneNotes(sheet, reader),
    ...limitNotes(limitsPassedBy(sheet.policy.policy, sheet.inspection.borrower), reader),
    ...bulletinNotes(bulletins.slice(0, MOST_BULLETINS), reader),
  ];
}

/** As it was when the check began: what it asks goes with it. */
function zoneNotes({ draft }: CheckSheet, { t }: Reader): Piece[] {
  const stands = storedCircumstances(draft);
  return stands === undefined ? [] : [note(`${t("zone.label")}: ${t(`zone.${stands.zone}`)}`)];
}

/** What is asked as a field; what is known or computed as a line. */
function itemBlocks(sheet: CheckSheet, step: FormStep, item: FormItem, beside: Beside, reader: Reader): KnownBlock[] {
  if (isAsked(item)) {
    const known = item.own && item.type === "yes_no" ? knownPieces(sheet, step, reader) : [];
    const filled = timesFilled(sheet, step, item.answerKey);
    const named = filled === 0 ? reader : { ...reader, action: `${ANSWER}#${filled}` };
    return [...toBlocks(known, 1), ...fieldBlocks(sheet, item, beside, named)];
  }
  return item.derived === undefined ? [] : toBlocks([derivedPiece(sheet, item, reader)], 1);
}

/** Above the measure of a risk. */
function usualBlocks(sheet: CheckSheet, step: FormStep, item: FormItem, reader: Reader): KnownBlock[] {
  const place = riskPlace(step);
  if (place === undefined || item.answerKey !== riskKeys(place).goal) return [];
  return toBlocks(usualMenu(usualIn(sheet), reader, USE_USUAL, reader.said?.[item.answerKey]), 3);
}

/** All that the section takes for known, before the question whether it is still so. */
function knownPieces({ form, answers }: CheckSheet, { subject, blockKey }: FormStep, { t, language }: Reader): Piece[] {
  const items = form.steps.flatMap((step) =>
    step.subject === subject && step.blockKey === blockKey ? step.items : [],
  );
  const lines = items.flatMap((item): Span[][] => {
    const answer = item.knownBefore === undefined ? answers[item.answerKey] : { value: item.knownBefore };
    const isKnown = (item.given ?? item.knownBefore) !== undefined;
    return isKnown && answer !== undefined
      ? [[quiet(labelText(t, item.label[language])), answerText(item, answer, language, t)]]
      : [];
  });
  return lines.length === 0 ? [] : [line(lines.flatMap((spans, at) => (at === 0 ? spans : ["\n", ...spans])))];
}

function derivedPiece({ answers }: CheckSheet, item: FormItem, { t, language }: Reader): Piece {
  const answer = answers[item.answerKey];
  const figure = answer === undefined ? t("check.derived.later") : answerText(item, answer, language, t);
  return note([bold(labelText(t, item.label[language])), figure, " · ", quiet(t("check.derived.computed"))]);
}

/** For what earlier reports of this person came back, where this step is about it. */
function lessonPieces({ byStep }: Lessons, { id }: FormStep, { t }: Reader): Piece[] {
  const lessons = (byStep.get(id) ?? []).map(({ reason, count }) => `${t(`reason.${reason}`)} (${count})`);
  return lessons.length === 0 ? [] : [note([bold(t("inspection.came_back_for")), " ", lessons.join(" · ")])];
}

/** Why the report came back: the reasons and what the reviewer wrote. */
export function returnedPieces({ base }: CheckSheet, { t }: Reader): Piece[] {
  const review = base?.review;
  if (review == null || review.decision !== "returned") {
    return [];
  }
  const why = reasonTexts(review.reasons, t).join(" · ");
  return [note([bold(t("inspection.reviewer_says")), ` ${why}`, review.note === "" ? "" : `\n${review.note}`])];
}

/**
 * Back, and straight to the summary: who corrects one answer need not walk through all steps, and who can say no more than the
 * gate refuses finds there how to ask the manager.
 */
function waysOn(sheet: CheckSheet, at: number, t: Translate): Piece[] {
  const { id } = sheet.draft;
  const buttons = [
    ...(at === 0 ? [] : [{ text: t("words.back"), action: GO_BACK, value: id }]),
    ...(offersSummary(sheet, at) ? [{ text: t("inspection.to_summary"), action: TO_SUMMARY, value: id }] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}

function offersSummary({ pages, policy }: CheckSheet, at: number): boolean {
  const { concludes } = policy.policy.gate;
  const isJudged = pages[at]?.items.some(({ key }) => concludes.includes(key) || key === "risk") ?? false;
  return at + 1 < pages.length || isJudged;
}

function riskButtons({ draft, form, raw, policy }: CheckSheet, step: FormStep, t: Translate): Piece[] {
  if (riskPlace(step) === undefined) {
    return [];
  }
  const rules = policy.policy.gate.risks;
  const buttons = [
    ...(nextRisk({ form, raw, rules }) === undefined
      ? []
      : [{ text: t("inspection.add_risk"), action: ADD_RISK, value: draft.id }]),
    ...(riskCount(form, raw, rules) < 2
      ? []
      : [{ text: t("inspection.remove_risk"), action: REMOVE_RISK, value: draft.id }]),
  ];
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}
