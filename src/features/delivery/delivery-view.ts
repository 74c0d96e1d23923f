/** How delivery stands, as the administrator reads it: the age of the oldest unsent message first. Pure. */
import { bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { isTextKey, type TextKey, type Translate } from "../../texts/index.ts";
import { RE_ROUTE, RETRY } from "./ids.ts";
import { type DeliveryState, FAILED_DAYS, type FailedMessage } from "./state.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export function deliveryView(t: Translate, state: DeliveryState, maySteer: boolean): View {
  return {
    title: t("delivery.title"),
    pieces: [
      line([bold(oldestText(t, state))]),
      line(t(`delivery.health.${state.health}`)),
      ...statePieces(t, state),
      ...failedPieces(t, state, maySteer),
    ],
    json: deliveryJson(state),
  };
}

/** Without what every second changes: for a tab that is kept fresh. */
export function deliveryPieces(t: Translate, state: DeliveryState, maySteer: boolean): Piece[] {
  return [...statePieces(t, state), ...failedPieces(t, state, maySteer)];
}

/** Without the list: for the daily message. */
export function statePieces(t: Translate, state: DeliveryState): Piece[] {
  return [
    ...(state.pause === undefined ? [] : [line(t(`delivery.pause.${state.pause.kind}`, { why: state.pause.why }))]),
    ...(state.limited === 0 ? [] : [line(t("delivery.limited", { count: state.limited }))]),
    {
      kind: "facts",
      facts: [
        [t("delivery.planned"), String(state.planned)],
        [t("delivery.queued"), String(state.queued)],
        ...(state.quiet === 0 ? [] : [[t("delivery.quiet"), String(state.quiet)] as const]),
        [t("delivery.uncertain"), String(state.uncertain)],
        [t("delivery.sent"), String(state.sent)],
        [t("delivery.acted"), String(state.acted)],
        [t("delivery.failed", { days: FAILED_DAYS }), String(state.failed)],
      ],
    },
  ];
}

export function oldestText(t: Translate, { oldestSeconds }: DeliveryState): string {
  if (oldestSeconds === undefined) {
    return t("delivery.oldest.none");
  }
  if (oldestSeconds < MINUTE) {
    return t("delivery.oldest.seconds", { count: oldestSeconds });
  }
  return oldestSeconds < HOUR
    ? t("delivery.oldest.minutes", { count: Math.floor(oldestSeconds / MINUTE) })
    : t("delivery.oldest.hours", { count: Math.floor(oldestSeconds / HOUR) });
}

function failedPieces(t: Translate, { failed, why, latest }: DeliveryState, maySteer: boolean): Piece[] {
  if (failed === 0) {
    return [];
  }
  const more = failed - latest.length;
  return [
    heading(t("delivery.failed", { days: FAILED_DAYS })),
    ...why.map(({ failure, count }) => line(`${count} × ${whyOf(t, failure)}`)),
    ...latest.map((one) => failedPiece(t, one, maySteer)),
    ...(more > 0 ? [note(t("delivery.dead_more", { count: more }))] : []),
  ];
}

function failedPiece(t: Translate, message: FailedMessage, maySteer: boolean): Piece {
  const also =
    message.instead.length === 0 ? "" : ` ${t("delivery.told_instead", { names: message.instead.join(", ") })}`;
  const ask = (text: string) => ({ title: t("delivery.ask"), text, yes: t("words.yes"), no: t("words.no") });
  const buttons = [
    { text: t("delivery.retry"), action: RETRY, value: message.id, confirm: ask(t("delivery.retry.ask")) },
    { text: t("delivery.re_route"), action: RE_ROUTE, value: message.id, confirm: ask(t("delivery.re_route.ask")) },
  ];
  return {
    kind: "item",
    text: [bold(message.personName), " · ", { code: message.kind }],
    detail: [quiet(`${whyOf(t, message.failure)}${also}`)],
    ...(maySteer ? { buttons } : {}),
  };
}

function whyOf(t: Translate, failure: string): string {
  const key = `delivery.why.${failure}`;
  const why: TextKey = isTextKey(key) ? key : "delivery.why.other";
  return t(why, { code: failure });
}

/** What a watching script reads: snake_case, no words, no people. */
function deliveryJson(state: DeliveryState): unknown {
  return {
    oldest_unsent_seconds: state.oldestSeconds ?? 0,
    health: state.health,
    pause:
      state.pause === undefined ? null : { kind: state.pause.kind, why: state.pause.why, since: state.pause.since },
    limited_conversations: state.limited,
    planned: state.planned,
    queued: state.queued,
    quiet: state.quiet,
    uncertain: state.uncertain,
    sent_today: state.sent,
    acted_today: state.acted,
    failed: state.failed,
    failed_why: Object.fromEntries(state.why.map(({ failure, count }) => [failure, count])),
  };
}
