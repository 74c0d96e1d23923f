/** Where a unit or a person stands, in figures of a period: what is late first, and with whom. */
import { type Period, readPeriod } from "../../domain/digest/period.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { foldTotals } from "../totals/index.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type Part, partsOf } from "./parts.ts";
import type { DigestPlace } from "./place.ts";
import { type Asked, readWords } from "./read-words.ts";
import { type DigestScope, scopeFor } from "./scope.ts";

export interface Digest {
  readonly scope: DigestScope;
  readonly period: Period;
  readonly today: IsoDate;
  readonly figures: Figures;
  /** Of a unit: whose these figures are. */
  readonly parts: readonly Part[];
  /** More changes were waiting to be added up than a reader waits for. */
  readonly behind: boolean;
}

/** Whoever asks for figures waits for so many changes to be added at most; the clock adds the rest within seconds. */
const FOLDED_FIRST = 2_000;

/** As typed: of whom, then which days; either may be left out. */
export async function digestOf(ctx: Context, words: readonly string[]): Promise<Digest | Refusal> {
  const asked = await readWords(ctx, words, todayOf(ctx));
  return isRefusal(asked) ? asked : digestFor(ctx, asked);
}

/** Of a unit or a person that another digest named. */
export async function digestAt(ctx: Context, place: DigestPlace): Promise<Digest | Refusal> {
  const asked = await placeAsked(ctx, place);
  return isRefusal(asked) ? asked : digestFor(ctx, asked);
}

/** What a button asks for, where whoever pressed it may have it. */
export async function placeAsked(ctx: Context, { of, days }: DigestPlace): Promise<Asked | Refusal> {
  const scope = await scopeFor(ctx, of);
  if (isRefusal(scope)) {
    return scope;
  }
  const period = readPeriod(days, todayOf(ctx));
  return period === undefined ? refuse("digest.no_period", { typed: days }) : { scope, period };
}

/** The reader's own date. */
export function todayOf({ now, actor }: Context): IsoDate {
  return localDate(now, actor.timeZone);
}

async function digestFor(ctx: Context, { scope, period }: Asked): Promise<Digest> {
  const today = todayOf(ctx);
  const { more } = await foldTotals(ctx, FOLDED_FIRST);
  return {
    scope,
    period,
    today,
    figures: await figuresOf(ctx, scope, period, today),
    parts: scope.ref.kind === "unit" ? await partsOf(ctx, scope, today) : [],
    behind: more,
  };
}
