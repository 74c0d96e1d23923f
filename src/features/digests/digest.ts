/** Where a unit or a person stands, in figures of a period: what is late first, and with whom. */
import { askedTotals } from "../../domain/digest/figures.ts";
import type { Period } from "../../domain/digest/period.ts";
import type { Standing } from "../../domain/digest/standing.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { foldBeforeReading } from "../totals/index.ts";
import { type Asked, placeAsked, readWords, todayOf } from "./asked.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { firstOf, type ListedLine } from "./lists/index.ts";
import { type Part, partsOf } from "./parts.ts";
import type { DigestPlace } from "./place.ts";
import type { DigestScope } from "./scope.ts";
import { standingFor } from "./standing.ts";
import { type Times, timesOf } from "./times.ts";
import { type Trend, trendOf } from "./trend.ts";
import { refusedWorth } from "./worth/reader.ts";

export interface Digest {
  readonly scope: DigestScope;
  readonly period: Period;
  readonly today: IsoDate;
  readonly figures: Figures;
  /** Of a unit: whose these figures are. */
  readonly parts: readonly Part[];
  readonly trend: Trend;
  readonly standing: Standing;
  readonly times: Times;
  /** Whether the reader may open what early finding was worth. */
  readonly opensWorth: boolean;
  /** Red ones first, then orange ones, those that stand longest first. */
  readonly pressing: readonly ListedLine[];
  /** More changes were waiting to be added up than a reader waits for. */
  readonly behind: boolean;
}

/** Whoever asks for figures waits for so many changes to be added at most; the clock adds the rest within seconds. */
export const FOLDED_FIRST = 2_000;
/** So many signals stand in the digest itself; the rest is behind their figures. */
const PRESSING = 5;

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

async function digestFor(ctx: Context, asked: Asked): Promise<Digest> {
  const { scope, period } = asked;
  const today = todayOf(ctx);
  const { more } = await foldBeforeReading(ctx, FOLDED_FIRST);
  const figures = await figuresOf(ctx, scope, period, today);
  return {
    scope,
    period,
    today,
    figures,
    standing: await standingFor(ctx, scope),
    times: await timesOf(ctx, scope, period, today),
    opensWorth: (await refusedWorth(ctx, scope)) === undefined,
    trend: await trendOf(ctx, scope, period, today),
    pressing: await pressingOf(ctx, asked, figures),
    parts: scope.ref.kind === "unit" ? await partsOf(ctx, scope, today) : [],
    behind: more,
  };
}

/** A red never waits behind an orange. */
async function pressingOf(ctx: Context, { scope, period }: Asked, figures: Figures): Promise<ListedLine[]> {
  const lines: ListedLine[] = [];
  for (const name of ["red_signals", "orange_signals"] as const) {
    const room = PRESSING - lines.length;
    if (figures[name] > 0 && room > 0) {
      lines.push(...(await firstOf(ctx, scope, askedTotals(name, period, todayOf(ctx)), room)));
    }
  }
  return lines;
}
