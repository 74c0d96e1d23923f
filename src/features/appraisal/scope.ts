/** Whose score somebody asks for, and whether they may have it: one's own, or as who leads the unit. Nobody sees a peer's. */
import { readScoredPeriod, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { findNamed, unitPath } from "../people/index.ts";
import type { ScorePlace } from "./place.ts";
import { postsOf } from "./scored.ts";

export interface AskedScore {
  readonly of: { readonly kind: "person" | "unit"; readonly id: string; readonly name: string };
  readonly period: ScoredPeriod;
}

const DEFAULT_PERIOD = "month";
/** Whoever begins with a year means a month or a quarter. */
const MEANT_AS_PERIOD = /^\d{4}/;

/** Of whom, then which month or quarter; either may be left out. */
export async function readScoreWords(ctx: Context, words: readonly string[]): Promise<AskedScore | Refusal> {
  const last = words.at(-1) ?? "";
  const typed = readScoredPeriod(last.toLowerCase(), todayOf(ctx));
  if (typed === undefined && MEANT_AS_PERIOD.test(last)) return refuse("score.no_period", { typed: last });
  const period = typed ?? readScoredPeriod(DEFAULT_PERIOD, todayOf(ctx));
  if (period === undefined) return refuse("score.no_period", { typed: last });
  const named = (typed === undefined ? words : words.slice(0, -1)).join(" ").trim();
  const of = await ofNamed(ctx, named, period);
  return isRefusal(of) ? of : { of, period };
}

/** What a button asks for, where whoever pressed it may have it. */
export async function scoreAsked(ctx: Context, { kind, id, period: name }: ScorePlace): Promise<AskedScore | Refusal> {
  const period = readScoredPeriod(name, todayOf(ctx));
  if (period === undefined) return refuse("score.no_period", { typed: name });
  const of = await (kind === "person" ? ofPerson(ctx, id) : ofUnit(ctx, id));
  return isRefusal(of) ? of : { of, period };
}

async function ofNamed(ctx: Context, named: string, period: ScoredPeriod): Promise<AskedScore["of"] | Refusal> {
  if (named === "me") return ofPerson(ctx, ctx.actor.personId);
  if (named === "") return ofNobodyNamed(ctx, period);
  const unit = await ctx.db.orgUnit.findFirst({
    where: { OR: [{ code: named }, { name: named }] },
    orderBy: { code: "asc" },
    select: { id: true },
  });
  if (unit !== null) return ofUnit(ctx, unit.id);
  const person = await findNamed(ctx, named);
  return isRefusal(person) ? person : ofPerson(ctx, person.id);
}

/** Whoever is scored sees their own; whoever leads, the unit. */
async function ofNobodyNamed(ctx: Context, { months }: ScoredPeriod): Promise<AskedScore["of"] | Refusal> {
  const { personId } = ctx.actor;
  const posts = await postsOf(ctx, personId, months.at(-1) ?? "");
  const led = posts.length > 0 ? undefined : await highestLed(ctx);
  return led === undefined ? ofPerson(ctx, personId) : ofUnit(ctx, led);
}

/** A stand-in does the work of a colleague, and does not read the colleague's score. */
async function ofPerson(ctx: Context, personId: string): Promise<AskedScore["of"] | Refusal> {
  const person = await ctx.db.person.findUnique({ where: { id: personId }, select: { name: true, unitId: true } });
  if (person === null) return refuse("not_found", { number: "" });
  const own = personId === ctx.actor.personId ? personId : null;
  const subject = { unitPath: await unitPath(ctx.db, person.unitId), assigneeId: own };
  return authorize(ctx, "see_score", subject) ?? { kind: "person", id: personId, name: person.name };
}

async function ofUnit(ctx: Context, unitId: string): Promise<AskedScore["of"] | Refusal> {
  const refused = authorize(ctx, "see_score_spread", { unitPath: await unitPath(ctx.db, unitId) });
  if (refused !== undefined) return refused;
  const unit = await ctx.db.orgUnit.findUnique({ where: { id: unitId }, select: { name: true } });
  return unit === null ? refuse("not_found", { number: "" }) : { kind: "unit", id: unitId, name: unit.name };
}

async function highestLed(ctx: Context): Promise<string | undefined> {
  const led: { unitId: string; depth: number }[] = [];
  for (const unitId of new Set(ctx.actor.grants.map((grant) => grant.unitId))) {
    const path = await unitPath(ctx.db, unitId);
    if (authorize(ctx, "see_score_spread", { unitPath: path }) === undefined) led.push({ unitId, depth: path.length });
  }
  return led.sort((a, b) => a.depth - b.depth)[0]?.unitId;
}

/** The reader's own date. */
export function todayOf({ now, actor }: Context) {
  return localDate(now, actor.timeZone);
}
