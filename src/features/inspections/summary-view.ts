/** The last look before submission, and what stands there afterwards. Pure. */

import { outOfRange } from "../../domain/check/out-of-range.ts";
import type { FormPage } from "../../domain/check/pages.ts";
import { stepTitle, thresholdText } from "../../domain/check/spoken.ts";
import type { FieldError, FormItem, FormStep } from "../../domain/check/types.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, divider, line, note, type Piece, quiet, type Span } from "../../platform/view.ts";
import { sayByCode } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { needsConfirmation } from "./confirmation-due.ts";
import { findingPieces } from "./finding-lines.ts";
import type { CheckFindings } from "./findings.ts";
import { ASK_OVERRIDE, CONFIRMATION, GO_TO_STEP, SUMMARY_FORM, WITHDRAW } from "./ids.ts";
import { type Reader, returnedPieces, stepMetadata } from "./step-view.ts";
import { questionBlocks } from "./summary-questions.ts";

const MODAL_BLOCKS = 100;

export function summaryModal(
  sheet: CheckSheet,
  errors: readonly FieldError[],
  findings: CheckFindings,
  reader: Reader,
): ModalView {
  const { t } = reader;
  // Slack takes an input only in a view that can be submitted.
  const asked = errors.length > 0 ? [] : questionBlocks(sheet, findings, reader);
  const pieces: Piece[] = [
    {
      kind: "item",
      text: [bold(sheet.inspection.borrower.name), " ", quiet(sheet.inspection.number)],
      more: reader.cards(sheet.inspection.borrowerId),
    },
    note(t("inspection.saved", { time: reader.savedAt })),
    ...returnedPieces(sheet, reader),
    ...(errors.length > 0 ? [line([bold(t("inspection.errors", { count: errors.length }))])] : []),
    ...findingPieces(sheet, findings, reader),
    ...confirmationPieces(sheet, reader),
  ];
  const steps = sheet.pages.flatMap((page, at) => pagePieces(sheet, page, at, errors, reader));
  const head = [...toBlocks(pieces, MODAL_BLOCKS), ...asked];
  return {
    callbackId: SUMMARY_FORM,
    title: t("inspection.summary"),
    ...(errors.length > 0 ? {} : { submit: t("words.submit") }),
    close: t("inspection.later"),
    metadata: stepMetadata(sheet.draft.id, sheet.pages.length),
    blocks: [...head, ...toBlocks(steps, MODAL_BLOCKS - head.length)],
  };
}

/** During the visit: the borrower reads and signs their part before anybody leaves. */
function confirmationPieces(sheet: CheckSheet, { t }: Reader): Piece[] {
  const open = { text: t("confirmation.button"), action: CONFIRMATION, value: sheet.inspection.id };
  return needsConfirmation(sheet) ? [{ kind: "buttons", buttons: [open] }] : [];
}

function pagePieces(
  sheet: CheckSheet,
  page: FormPage,
  at: number,
  errors: readonly FieldError[],
  reader: Reader,
): Piece[] {
  const { t, language } = reader;
  const [first, ...others] = page.steps;
  const wrong = errors.filter(({ stepId }) => page.steps.some(({ id }) => id === stepId));
  const mended = wrong.map(({ answerKey, refusal }): Span[] => {
    const label = page.items.find((item) => item.answerKey === answerKey)?.label[language] ?? "";
    return [bold(labelText(t, label)), spokenRefusal(language, refusal)];
  });
  return [
    divider,
    {
      kind: "item",
      text: [bold(`${at + 1}. ${first === undefined ? "" : stepTitle(first, language)}`)],
      buttons: [
        {
          text: t(wrong.length > 0 ? "inspection.go_to_step" : "inspection.change", { step: at + 1 }),
          action: GO_TO_STEP,
          value: String(at),
          ...(wrong.length > 0 ? { style: "danger" as const } : {}),
        },
      ],
    },
    ...underneath(mended),
    ...wrong.flatMap((error) => overridePieces(sheet, error, t)),
    ...(first === undefined ? [] : saidIn(sheet, first, reader)),
    ...others.flatMap((step) => {
      const said = saidIn(sheet, step, reader);
      return said.length === 0 ? [] : [line([bold(stepTitle(step, language))]), ...said];
    }),
  ];
}

function saidIn(sheet: CheckSheet, step: FormStep, reader: Reader): Piece[] {
  const answers = step.items.map((item) => answerLine(sheet, item, reader));
  return [...underneath(answers), ...underneath(remarksOn(sheet, step, reader))];
}

/** What the unit's manager may let pass can be asked for here; asked once, it says how that stands. */
function overridePieces({ draft }: CheckSheet, { answerKey, gate }: FieldError, t: Reader["t"]): Piece[] {
  if (gate === undefined) {
    return [];
  }
  const value = JSON.stringify({ draft: draft.id, rule: gate.rule, key: answerKey });
  if (gate.asked === undefined) {
    return [{ kind: "buttons", buttons: [{ text: t("override.ask"), action: ASK_OVERRIDE, value }] }];
  }
  const said = gate.note === undefined ? "" : ` ${gate.note}`;
  return [note(`${t(gate.asked === "asked" ? "override.waits" : "override.was_declined")}${said}`)];
}

/** What the reviewer has said about answers of this step. */
function remarksOn({ base }: CheckSheet, step: FormStep, { t, language }: Reader): Span[][] {
  return (base?.review?.notes ?? []).flatMap(({ answerKey, note: remark }) => {
    const item = step.items.find((one) => one.answerKey === answerKey);
    const label = item === undefined ? "" : labelText(t, item.label[language]);
    return item === undefined ? [] : [[bold(t("inspection.reviewer_says")), ` ${label}${remark}`]];
  });
}

/** Lines one under the other, as one block. */
function underneath(lines: readonly Span[][]): Piece[] {
  const said = lines.filter(({ length }) => length > 0);
  return said.length === 0 ? [] : [line(said.flatMap((spans, at) => (at === 0 ? spans : ["\n", ...spans])))];
}

function answerLine(sheet: CheckSheet, item: FormItem, { language, t }: Reader): Span[] {
  const answer = sheet.answers[item.answerKey];
  if (answer === undefined) {
    return [];
  }
  const mark = outOfRange(item, answer, sheet.answers, sheet.facts);
  const say = (key: string, values: Readonly<Record<string, string | number>>) => sayByCode(language, key, values);
  const said = answerText(item, answer, language, t);
  const level: Span[] = mark === undefined ? [] : [bold(t(`check.level.${mark.level}`)), " · "];
  const threshold = mark === undefined ? said : thresholdText(mark, item, sheet.form, language, say);
  // Of a choice the threshold is the choice itself: "None (None)" says nothing.
  const crossed = threshold === said ? "" : ` (${threshold})`;
  return [...level, quiet(labelText(t, item.label[language])), said, crossed];
}

export interface DoneFacts {
  readonly inspectionId: string;
  readonly number: string;
  readonly reviewers: readonly string[];
  readonly nextDueOn: string | undefined;
  readonly withdrawable: boolean;
}

export function submittedModal(done: DoneFacts, { t }: Reader): ModalView {
  const pieces: Piece[] = [
    line([bold(t("inspection.submitted", { number: done.number }))]),
    ...(done.reviewers.length > 0 ? [line(t("inspection.reviewed_by", { names: done.reviewers.join(", ") }))] : []),
    ...(done.nextDueOn === undefined ? [] : [line(t("inspection.next_due", { date: done.nextDueOn }))]),
    ...(done.withdrawable
      ? [
          note(t("inspection.withdraw_hint")),
          {
            kind: "buttons" as const,
            buttons: [{ text: t("inspection.withdraw"), action: WITHDRAW, value: done.inspectionId }],
          },
        ]
      : []),
  ];
  return { callbackId: "notice", title: t("inspection.thanks"), close: t("words.close"), blocks: toBlocks(pieces, 20) };
}
