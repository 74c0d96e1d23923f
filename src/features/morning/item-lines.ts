/** One inspection as a line of a list, in every list that shows it. Pure. */
import type { IsoDate, Language } from "../../domain/vocabulary.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import { type Button, bold, type Line, type Piece, quiet, type Span } from "../../platform/view.ts";
import { dateText, dayText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { GRANT, MORE, NUDGE, NUDGE_REVIEW } from "../deadlines/index.ts";
import { reassignButton } from "../handovers/index.ts";
import { instalmentWords } from "../key-dates/index.ts";
import { OPEN_MEASURE, stateText } from "../measures/index.ts";
import { type CardButtons, cardButtons } from "../named-customers/index.ts";
import { NAME_REVIEWER, OPEN_REVIEW } from "../review-queue/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { APPROVE_ZONE, DECLINE_ZONE, OPEN_OVERRIDE, START_CHECK } from "./ids.ts";
import type { DeskStage } from "./stages.ts";

export interface Wording {
  readonly t: Translate;
  readonly language: Language;
  /** The reader does no checks: what fell to them, they give on. */
  readonly givesOn?: boolean;
  /** All that the reader may do to put something off is to keep it quiet for themselves. */
  readonly onlySnoozes?: boolean;
  /** So many off-site checks that could be a batch stand as one line; missing where the reader does no checks. */
  readonly batchFrom?: number;
  /** What opens a customer's card; missing where the reader sees none. */
  readonly cards?: CardButtons;
}

export const wordingOf = (ctx: Context): Wording => ({
  t: ctx.t,
  language: ctx.language,
  givesOn: !couldEver(ctx, "start_check") && couldEver(ctx, "ask_handover"),
  onlySnoozes: !couldEver(ctx, "ask_extension") && !couldEver(ctx, "record_attempt"),
  cards: cardButtons(ctx),
  ...(couldEver(ctx, "start_check") ? { batchFrom: ctx.policy.policy.off_site_batch.at_least } : {}),
});

/** What is to be done, with the button that begins it; what is late with somebody else, with whom. */
export function openLine(wording: Wording, item: DeskItem, stage: DeskStage): Piece {
  if (item.review !== undefined) {
    return reviewLine(wording, item);
  }
  if (item.measure !== undefined) {
    return measureLine(wording, item, item.measure.goal);
  }
  if (item.keyDate !== undefined) {
    return keyDateLine(wording, item, item.keyDate);
  }
  if (item.override !== undefined) {
    return overrideLine(wording, item, item.override.askedBy);
  }
  if (item.zone !== undefined) {
    return zoneLine(wording, item, item.zone);
  }
  if (stage === "climbed") {
    return itemLine(wording, item, stage, climbedButtons(wording, item));
  }
  const main = wording.givesOn === true ? reassignButton(wording, item.id) : startButton(wording, item);
  return itemLine(wording, item, stage, [main]);
}

/** The same line with what puts it off instead. */
export function putOffLine(wording: Wording, item: DeskItem, stage: DeskStage): Piece {
  return itemLine(wording, item, stage, [{ text: wording.t("deadline.more"), action: MORE, value: item.id }]);
}

function itemLine(wording: Wording, item: DeskItem, stage: DeskStage, buttons: readonly Button[]): Piece {
  const isClimbed = stage === "climbed";
  return {
    kind: "item",
    text: [...nameAndKind(wording, item), " · ", dueWords(wording, item, isClimbed ? "late" : stage)],
    detail: isClimbed
      ? [quiet([item.number, ...climbedWords(wording, item), ...putOffWords(wording, item)].join(" · "))]
      : detail(wording, item),
    buttons,
    ...cardOf(wording, item),
  };
}

/** What stood in a list and needs nothing more today, with what became of it. */
export function settledLine(wording: Wording, item: DeskItem, became: string): Piece {
  return { kind: "line", text: [...whatItIs(wording, item), " · ", quiet(became)] };
}

function whatItIs(wording: Wording, item: DeskItem): Span[] {
  if (item.measure !== undefined) return [bold(item.borrowerName), " · ", item.measure.goal];
  return item.keyDate === undefined
    ? nameAndKind(wording, item)
    : [bold(item.borrowerName), " · ", wording.t(`key_date.kind.${item.keyDate.kind}`)];
}

/** Only the words of a list that has been replaced: they do not change any more. */
export function toldLine(wording: Wording, item: DeskItem, toldDueOn: IsoDate): Piece {
  const { t, language } = wording;
  return { kind: "line", text: [item.borrowerName, " · ", t("desk.due", { date: dateText(language, toldDueOn) })] };
}

function nameAndKind({ t }: Wording, item: DeskItem): Span[] {
  const inspection = t("desk.inspection", { kind: t(`kind.${item.kind}`), mode: t(`mode.${item.mode}`) });
  return [bold(item.borrowerName), " · ", inspection];
}

function dueWords({ t, language }: Wording, item: DeskItem, stage: DeskStage): string {
  const date = dayText(language, item.dueOn);
  if (stage === "returned") {
    return t("desk.correct_by", { date });
  }
  if (stage === "late") {
    // On a rest day after the due date it is late by no working day yet.
    return item.lateDays === 0 ? t("desk.late_since", { date }) : t("desk.late_by", { date, days: item.lateDays });
  }
  return t("desk.due", { date });
}

function climbedButtons(wording: Wording, item: DeskItem): Button[] {
  const { t } = wording;
  const { nudge, extend, reassign } = item.putOff.may;
  return [
    ...(nudge ? [{ text: t("nudge.button"), action: NUDGE, value: item.id }] : []),
    ...(reassign ? [reassignButton(wording, item.id)] : []),
    ...(extend ? [{ text: t("extension.button"), action: GRANT, value: item.id }] : []),
  ];
}

function putOffWords({ t, language }: Wording, { putOff }: DeskItem): string[] {
  const { attempt, askedTo, quietUntil } = putOff;
  return [
    ...(attempt === undefined
      ? []
      : [
          t("deadline.attempted", {
            date: dateText(language, attempt.on),
            reason: t(`attempt.reason.${attempt.reason}`),
            next: dateText(language, attempt.nextOn),
          }),
        ]),
    ...(askedTo === undefined ? [] : [t("deadline.asked", { date: dateText(language, askedTo) })]),
    ...(quietUntil === undefined ? [] : [t("deadline.quiet", { date: dateText(language, quietUntil) })]),
  ];
}

function reviewLine(wording: Wording, item: DeskItem): Piece {
  const { t, language } = wording;
  const said = { date: dayText(language, item.dueOn), days: item.lateDays };
  const submitted = t("desk.review_submitted", {
    date: dateText(language, item.review?.submittedOn ?? item.dueOn),
    name: item.climbed?.officer ?? "",
  });
  return {
    kind: "item",
    text: [...nameAndKind(wording, item), " · ", t("desk.review_late", said)],
    detail: [quiet([item.number, submitted].join(" · "))],
    buttons: reviewButtons(wording, item),
    ...cardOf(wording, item),
  };
}

/** The reviewer's own, or what somebody up the line may do about it. */
function reviewButtons({ t }: Wording, { id, review, putOff }: DeskItem): Button[] {
  if (review?.mayOpen === true && review.waits) {
    return [{ text: t("queue.review"), action: OPEN_REVIEW, value: id }];
  }
  return [
    ...(putOff.may.nudge ? [{ text: t("nudge.button"), action: NUDGE_REVIEW, value: id }] : []),
    ...(putOff.may.reassign ? [{ text: t("naming.button"), action: NAME_REVIEWER, value: id }] : []),
  ];
}

/** Whose check waits, who asked, and by when it is decided. */
function overrideLine(wording: Wording, item: DeskItem, askedBy: string): Piece {
  const { t, language } = wording;
  const said = { date: dayText(language, item.dueOn), days: item.lateDays };
  return {
    kind: "item",
    text: [...nameAndKind(wording, item), " · ", t("desk.decide_late", said)],
    detail: [quiet([item.number, t("desk.override_by", { name: askedBy })].join(" · "))],
    buttons: [{ text: t("measure.open"), action: OPEN_OVERRIDE, value: item.id }],
    ...cardOf(wording, item),
  };
}

/** Which zone is wanted instead of which, by whom and why, and by when it is decided. */
function zoneLine(wording: Wording, item: DeskItem, { askedBy, move, reason }: NonNullable<DeskItem["zone"]>): Piece {
  const { t, language } = wording;
  const { from, to, untilOn } = move;
  const words = { from: t(`zone.${from}`), to: t(`zone.${to}`), date: dateText(language, untilOn) };
  const late = t("desk.decide_late", { date: dayText(language, item.dueOn), days: item.lateDays });
  return {
    kind: "item",
    text: [bold(item.borrowerName), " · ", t("zone.move", words), " · ", late],
    detail: [quiet([item.number, t("desk.zone_by", { name: askedBy }), reason].join(" · "))],
    buttons: [
      { text: t("zone.approve"), action: APPROVE_ZONE, value: item.id },
      { text: t("zone.decline"), action: DECLINE_ZONE, value: item.id },
    ],
    ...cardOf(wording, item),
  };
}

/** What is to be done, whose risk it is, and by when; of somebody else's, with whom. */
function measureLine(wording: Wording, item: DeskItem, goal: string): Piece {
  const { t } = wording;
  const words = [
    item.number,
    ...climbedWords(wording, item),
    ...(item.forPerson === undefined ? [] : [t("desk.for_person", { name: item.forPerson })]),
    ...(item.measure?.state === "reported" ? [stateText(t, item.measure.kind, "reported")] : []),
  ];
  const isLate = item.climbed !== undefined || item.lateDays > 0;
  const due =
    item.measure?.waits === true
      ? t("desk.close_late", { date: dayText(wording.language, item.dueOn), days: item.lateDays })
      : dueWords(wording, item, isLate ? "late" : "due_today");
  return {
    kind: "item",
    text: [bold(item.borrowerName), " · ", goal, " · ", due],
    detail: [quiet(words.join(" · "))],
    buttons: [{ text: t("measure.open"), action: OPEN_MEASURE, value: item.id }],
    ...cardOf(wording, item),
  };
}

/** What lapses or is due, when, and of which loan, paper or piece of collateral. It is put right in the lender's own systems. */
function keyDateLine(wording: Wording, item: DeskItem, keyDate: NonNullable<DeskItem["keyDate"]>): Piece {
  const { t, language } = wording;
  const { kind, reference, instalment, isPast } = keyDate;
  const date = dayText(language, item.dueOn);
  const what = t(isPast ? `key_date.past.${kind}` : `key_date.ahead.${kind}`, { date });
  const words = [
    reference,
    ...(instalment === undefined ? [] : instalmentWords(wording, instalment)),
    ...climbedWords(wording, item),
    ...(item.forPerson === undefined ? [] : [t("desk.for_person", { name: item.forPerson })]),
  ];
  return {
    kind: "item",
    text: [bold(item.borrowerName), " · ", what],
    detail: [quiet(words.join(" · "))],
    buttons: [],
    ...cardOf(wording, item),
  };
}

function cardOf({ cards }: Wording, { borrowerNumber }: DeskItem): { readonly more?: readonly Button[] } {
  return cards === undefined ? {} : { more: cards(borrowerNumber) };
}

/** Who keeps it, and the rung that brought it here. */
function climbedWords({ t }: Wording, { climbed }: DeskItem): string[] {
  if (climbed === undefined) {
    return [];
  }
  const [, days = ""] = climbed.stage.split("_");
  return [
    climbed.officer === undefined ? t("desk.with_nobody") : t("desk.with", { name: climbed.officer }),
    climbed.stage.startsWith("weekly")
      ? t("desk.rung.weekly", { count: Number(days) })
      : t("desk.rung.after", { days: Number(days) }),
  ];
}

function detail(wording: Wording, item: DeskItem): Line {
  const { t } = wording;
  const products = item.products.map((product) => t(`product.${product}`));
  const parts = [
    item.number,
    ...products,
    ...(item.worstTier === "normal" ? [] : [t(`tier.${item.worstTier}`)]),
    ...(item.forPerson === undefined ? [] : [t("desk.for_person", { name: item.forPerson })]),
    ...(item.provisional ? [t("desk.provisional")] : []),
    ...putOffWords(wording, item),
  ];
  return [quiet(parts.join(" · "))];
}

function startButton({ t }: Wording, item: DeskItem): Button {
  if (item.state === "returned") {
    return { text: t("desk.correct"), action: START_CHECK, value: item.id, style: "primary" };
  }
  const text = t(item.hasDraft ? "desk.continue" : "desk.start");
  return { text, action: START_CHECK, value: item.id };
}

/** A stage of the policy in words; a stored word that is none is shown as it is. */
export function reminderWords(t: Translate, stage: string): string {
  const [when, days = ""] = stage.split("_");
  return when === "before" || when === "after" || when === "weekly"
    ? t(`reminder.${when}`, { days: Number(days) })
    : stage;
}
