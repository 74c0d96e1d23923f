/** Signals as they stand on somebody's desk: those they answer for, those that wait for them as a second person, red ones that nobody answers. */

import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import type { Verb } from "../../domain/rights.ts";
import { severity } from "../../domain/signals/trigger.ts";
import { SIGNAL_LEVELS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, type Excerpt, NOTHING, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { type Foreseen, foreseeing } from "../escalation/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById, unitsWhere } from "../people/index.ts";
import { offerButtons, takeOverButton } from "./hands/buttons.ts";
import { holderOf } from "./hands/holder.ts";
import { nudgeButton } from "./hands/nudge.ts";
import { OPEN_SIGNAL } from "./ids.ts";
import { loadSignal, refusedFor, type SignalCase } from "./signal-case.ts";
import { awaited, levelText, titleOf } from "./signal-lines.ts";
import { stepButtons } from "./signal-modal.ts";

/** Read to be put in order; nobody has more that stand. */
const READ = 200;
/** How far ahead the next telling is looked for. */
const DAYS_AHEAD = 30;

type Which = NonNullable<NonNullable<Parameters<Context["db"]["signal"]["findMany"]>[0]>["where"]>;
type Draw = (found: SignalCase) => Promise<Button[]> | Button[];

/**
 * What the actor answers for, or whomever they stand in for, with when somebody else is told of it; and what is offered to
 * them. Of each of these lists at most `most` lines, the worst first, then what stands longest.
 */
export async function ownSignals(ctx: Context, most: number): Promise<Excerpt> {
  const mine = { in: [ctx.actor.personId, ...ctx.actor.standsInFor] };
  const kept = { ownerId: null, borrower: { ownerships: { some: { toAt: null, personId: mine } } } };
  // Of a quiet one nobody is asked for an answer.
  const which = { endedAt: null, path: { not: "quiet" }, OR: [{ ownerId: mine }, kept, { offeredToId: mine }] };
  return listed(ctx, { which, verb: "see_signal", most }, (found) => {
    const offered = offerButtons(ctx, found);
    return offered.length > 0 ? offered : stepButtons(ctx, found, "handler").slice(0, 1);
  });
}

/** A plan, a result, a false alarm or a release that needs the actor as another person. */
export async function signalsForSecond(ctx: Context, most: number): Promise<Excerpt> {
  const units = [...(await unitsWhere(ctx, "second_signal")), ...(await unitsWhere(ctx, "second_restricted_signal"))];
  if (units.length === 0) return NOTHING;
  const asked = { OR: [{ askedById: { not: null } }, { state: { in: ["plan_proposed", "resolved"] } }] };
  return listed(ctx, { which: { endedAt: null, ...asked }, units, verb: "second_signal", most }, (found) =>
    stepButtons(ctx, found, "second"),
  );
}

/** Red, and nobody has said that they have seen it: of the units in which the actor may take it over. */
export async function unansweredReds(ctx: Context, most: number): Promise<Excerpt> {
  const units = await unitsWhere(ctx, "take_over_signal");
  if (units.length === 0) return NOTHING;
  const which = { endedAt: null, state: "raised", level: "red" };
  const isOthers = (found: SignalCase) => holderOf(found) !== ctx.actor.personId;
  return listed(ctx, { which, units, verb: "take_over_signal", most, only: isOthers }, (found) => [
    ...nudgeButton(ctx, found),
    ...takeOverButton(ctx, found),
  ]);
}

interface Asked {
  readonly which: Which;
  readonly units?: readonly string[];
  readonly verb: Verb;
  readonly most: number;
  readonly only?: (found: SignalCase) => boolean;
}

/** Whoever may not know of a restricted one does not count it either. */
async function listed(ctx: Context, { which, units, verb, most, only }: Asked, draw: Draw): Promise<Excerpt> {
  const found: SignalCase[] = [];
  for (const { id } of await rowsOf(ctx, which, units)) {
    const one = await loadSignal(ctx, id);
    const isListed = one !== undefined && refusedFor(ctx, verb, one) === undefined && only?.(one) !== false;
    if (isListed && (verb !== "second_signal" || stepButtons(ctx, one, "second").length > 0)) found.push(one);
  }
  const shown = await Promise.all(found.slice(0, most).map(async (one) => signalPiece(ctx, one, await draw(one))));
  return { count: found.length, pieces: shown };
}

async function rowsOf({ db }: Context, which: Which, units: readonly string[] | undefined) {
  const find = (where: Which) =>
    db.signal.findMany({
      where,
      orderBy: [{ levelSince: "asc" }, { id: "asc" }],
      take: READ,
      select: { id: true, level: true },
    });
  const rows =
    units === undefined
      ? await find(which)
      : await inTurns([...new Set(units)], (some) => find({ AND: [which, { unitId: { in: some } }] }));
  const rank = (level: string) => severity(oneOf(SIGNAL_LEVELS, level));
  return rows.toSorted((a, b) => rank(b.level) - rank(a.level));
}

async function signalPiece(ctx: Context, found: SignalCase, buttons: readonly Button[]): Promise<Piece> {
  const { t, language, actor } = ctx;
  const { row, level, now, subject } = found;
  const name = readsInFull(actor, "see_signal", subject) ? row.borrower.name : maskName(row.borrower.name);
  const due = awaited(ctx, found);
  const by = due && `${t(`signal.due.${due.answer}`)} ${momentText(language, due.by, actor.timeZone)}`;
  const words = [row.number, t(`signal.state.${now.state}`), by, await nextTelling(ctx, found)];
  return {
    kind: "item",
    text: [bold(name), " · ", `${levelText(ctx, level)} · ${titleOf(ctx, row.code)}`],
    detail: [quiet(words.filter((one) => one !== undefined).join(" · "))],
    buttons: [...buttons, { text: t("signal.open"), action: OPEN_SIGNAL, value: row.id }],
    more: customerMore(ctx, row.borrowerId),
  };
}

async function firstTellingOfOthers(ctx: Context, found: SignalCase): Promise<Foreseen | undefined> {
  const known = [ctx.actor.personId, holderOf(found)];
  for await (const step of foreseeing(ctx, found.row.id, DAYS_AHEAD)) {
    if (step.personIds.length > 0 && step.personIds.every((id) => !known.includes(id))) return step;
  }
  return undefined;
}

/** To whom it climbs, and when, unless somebody answers: whoever answers for it is reminded in between. */
async function nextTelling(ctx: Context, found: SignalCase): Promise<string | undefined> {
  const next = await firstTellingOfOthers(ctx, found);
  if (next === undefined) return undefined;
  const names = await namesById(ctx.db, next.personIds);
  const who = next.personIds.flatMap((id) => names.get(id) ?? []).join(", ");
  const moment = momentText(ctx.language, next.at, ctx.actor.timeZone);
  return ctx.t("signal.desk.next", { moment, who, role: ctx.t(`role.${next.role}`) });
}
