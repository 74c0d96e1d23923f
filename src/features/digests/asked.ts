/** What is asked for, typed or pressed: of whom, and which days. Never a guess: what is neither is said to be neither. */
import { type Period, readPeriod } from "../../domain/digest/period.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type IsoDate, PRODUCTS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { findNamed } from "../people/index.ts";
import type { DigestPlace } from "./place.ts";
import { type DigestScope, ownUnit, personScope, scopeFor, unitScope } from "./scope.ts";

const DEFAULT_PERIOD = "week";
/** Whoever types a date or two dots means days. */
const MEANT_AS_DAYS = /\.\.|^\d{4}-/;

export interface Asked {
  readonly scope: DigestScope;
  readonly period: Period;
}

/** Refused with `digest.no_period` where the last word was meant as days and is none, `digest.unknown` where nobody is called so. */
export async function readWords(ctx: Context, words: readonly string[], today: IsoDate): Promise<Asked | Refusal> {
  const last = words.at(-1) ?? "";
  const typed = readPeriod(last.toLowerCase(), today);
  const period = typed ?? readPeriod(DEFAULT_PERIOD, today);
  if (period === undefined || (typed === undefined && MEANT_AS_DAYS.test(last))) {
    return refuse("digest.no_period", { typed: last });
  }
  const named = typed === undefined ? words : words.slice(0, -1);
  const scope = await scopeNamed(ctx, named.join(" "));
  if (!isRefusal(scope)) {
    return { scope, period };
  }
  return scope.refused === "person.unknown" ? unknown(ctx, named) : scope;
}

/** `Harbour Branch fortnight`: the branch is known, so the last word was to be days. */
async function unknown(ctx: Context, named: readonly string[]): Promise<Refusal> {
  const typed = named.at(-1) ?? "";
  const before = named.length > 1 ? await scopeNamed(ctx, named.slice(0, -1).join(" ")) : undefined;
  return before === undefined || isRefusal(before)
    ? refuse("digest.unknown", { typed: named.join(" ") })
    : refuse("digest.no_period", { typed });
}

/** Nothing, `me`, a product, a unit's code or name, or a person. */
async function scopeNamed(ctx: Context, typed: string): Promise<DigestScope | Refusal> {
  const wanted = typed.trim();
  const product = PRODUCTS.find((one) => one === wanted || ctx.t(`product.${one}`) === wanted);
  if (wanted === "" || product !== undefined) {
    const own = await ownUnit(ctx);
    return own === undefined ? personScope(ctx, ctx.actor.personId, product) : unitScope(ctx, own, product);
  }
  if (wanted === "me") {
    return personScope(ctx, ctx.actor.personId);
  }
  const units = await ctx.db.orgUnit.findMany({
    where: { OR: [{ code: wanted }, { name: wanted }] },
    select: { id: true, code: true },
    orderBy: { code: "asc" },
  });
  const unit = units.find(({ code }) => code === wanted) ?? (units.length === 1 ? units[0] : undefined);
  if (unit !== undefined) {
    return unitScope(ctx, unit.id);
  }
  if (units.length > 1) {
    return refuse("digest.several_units", { typed: wanted, codes: units.map(({ code }) => code).join(", ") });
  }
  const person = await findNamed(ctx, wanted);
  return isRefusal(person) ? person : personScope(ctx, person.id);
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
