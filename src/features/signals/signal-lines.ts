/** A signal in words: its name, how it stands, by when what is awaited, and what happened to it. */

import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { type AwaitedAnswer, answerDue } from "../../domain/escalation/index.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import { SIGNAL_STEP_NAMES } from "../../domain/signals/steps.ts";
import {
  SIGNAL_ARRIVALS,
  SIGNAL_HANDS,
  SIGNAL_LEVELS,
  SIGNAL_STATES,
  type SignalLevel,
  type SignalState,
} from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, heading, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { namesById } from "../people/index.ts";
import { OPEN_SIGNAL } from "./ids.ts";
import type { SignalCase, SignalRow } from "./signal-case.ts";

export function titleOf({ t, policy, language }: Context, code: string): string {
  return policy.policy.signals.catalogue[code]?.title[language] ?? t("signal.unsure");
}

export function levelText({ t }: Pick<Context, "t">, level: SignalLevel): string {
  return t(`signal.level.${level}`);
}

export interface ListedSignal {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly level: SignalLevel;
  readonly state: SignalState;
}

/** What is awaited of a signal in this state, and by when: a moment where the signal's unit is, in the level's own hours. */
export function awaited(
  ctx: Context,
  { row, now, level }: SignalCase,
): { answer: AwaitedAnswer; by: Date } | undefined {
  const answer = AWAITED[now.state];
  const calendar = ctx.parts.calendars.get(row.borrower.unit.calendarId);
  if (answer === undefined || calendar === undefined || now.path !== "full") {
    return undefined;
  }
  const { signals, working_hours, waking_hours } = ctx.policy.policy.clocks;
  const clock = signals[level];
  const span = clock.every_day ? waking_hours : working_hours;
  const hours = { start: minuteOfDay(span.from), end: minuteOfDay(span.to), everyDay: clock.every_day };
  const { timeZone } = row.borrower.unit;
  const since = localMinuteOf(
    ctx.now.set({ millisecond: 0 }).minus({ milliseconds: ctx.now.toMillis() - row.levelSince.getTime() }),
    timeZone,
  );
  const standing = {
    level,
    since,
    raisedBy: row.raisedById === null ? "facts" : "person",
    isVeto: row.isVeto,
  } as const;
  const due = answerDue(standing, clock, { calendar, hours }, answer);
  return due === undefined ? undefined : { answer, by: momentOf(due, timeZone, ctx.now).toJSDate() };
}

const AWAITED: Readonly<Partial<Record<string, AwaitedAnswer>>> = {
  raised: "acknowledge",
  acknowledged: "verify",
  verified: "plan",
  plan_proposed: "plan",
};

/** Oldest first. */
export async function eventPieces(ctx: Context, { events }: SignalRow): Promise<Piece[]> {
  const { t, language, actor } = ctx;
  const names = await namesById(
    ctx.db,
    events.flatMap(({ personId }) => personId ?? []),
  );
  return events.slice(-MOST_EVENTS).map((event): Piece => {
    const by = event.personId === null ? t("signal.by_facts") : (names.get(event.personId) ?? "");
    const what = t(`signal.act.${oneOf(SIGNAL_ACTS, event.act)}`, {
      level: levelText(ctx, oneOf(SIGNAL_LEVELS, event.level)),
    });
    const words = event.act === "coded" ? `${event.words} ${titleOf(ctx, event.words)}` : event.words;
    const detail = [momentText(language, event.at, actor.timeZone), by].join(" · ");
    return {
      kind: "item",
      text: words === "" ? [what] : [bold(`${what}: `), words],
      detail: [quiet(detail)],
    };
  });
}

const MOST_EVENTS = 12;
const SIGNAL_ACTS = [...SIGNAL_ARRIVALS, ...SIGNAL_STEP_NAMES, ...SIGNAL_HANDS];

/** Signals as lines of a card. Nothing where there is none. */
export function signalPieces({ t }: Pick<Context, "t">, signals: readonly ListedSignal[]): Piece[] {
  return signals.length === 0
    ? []
    : [heading(t("signal.heading")), ...signals.map((signal) => signalLine({ t }, signal))];
}

function signalLine({ t }: Pick<Context, "t">, { id, number, title, level, state }: ListedSignal): Piece {
  return {
    kind: "item",
    text: [bold(`${t(`signal.level.${level}`)} · ${title}`)],
    detail: [quiet([number, t(`signal.state.${oneOf(SIGNAL_STATES, state)}`)].join(" · "))],
    buttons: [{ text: t("signal.open"), action: OPEN_SIGNAL, value: id }],
  };
}
