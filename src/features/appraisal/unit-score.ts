/** A unit's score and how its people's scores are spread: no list of people, unless the policy says so (R84). */
import { type Metric, SCORED_ROLES, type ScoredRole } from "../../domain/appraisal/facts.ts";
import { type Points, sumOf } from "../../domain/appraisal/line.ts";
import { isQuarter, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { type Part, rollUp, spreadOf } from "../../domain/appraisal/roll-up.ts";
import type { Sheet } from "../../domain/appraisal/sheet.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { namesById, unitsBelow } from "../people/index.ts";
import { keptSheetsOf } from "./kept.ts";
import { type MadeSheets, sharedSheet } from "./make-sheet.ts";
import { type Scored, scoredIn } from "./scored.ts";
import { type UnitQuarter, unitQuarter } from "./unit-quarter.ts";
import { weightOf } from "./weight.ts";

/** So many people are counted while somebody waits; of more, only months that are over and were written down. */
const MOST_LIVE = 60;

export interface MetricMean {
  readonly metric: Metric;
  readonly mean: Points;
  readonly most: Points;
  /** Sheets on which it could be measured. */
  readonly people: number;
}

export interface Spread {
  readonly role: ScoredRole;
  /** With a score. */
  readonly people: number;
  /** Nothing could be measured of these. */
  readonly without: number;
  readonly mean: Points | undefined;
  /** Below 60 points, 60 to below 70, and so on. */
  readonly bands: readonly number[];
  readonly metrics: readonly MetricMean[];
  /** By score, the best first: only where the policy wants it. */
  readonly table: readonly { readonly name: string; readonly score: Points }[];
}

export interface UnitScore {
  /** Months with the unit's score: the account managers' by what they answer for. */
  readonly months: readonly { readonly month: string; readonly score: Points | undefined }[];
  readonly quarter: UnitQuarter | undefined;
  /** Of the last month with anybody in it. */
  readonly spreads: readonly Spread[];
  /** Too many people for a month that is not over: nothing is counted of it. */
  readonly tooMany: boolean;
}

interface Member {
  readonly role: ScoredRole;
  readonly personId: string;
  readonly sheet: Sheet;
  readonly weightMinor: bigint;
  readonly policy: PolicyInForce;
}

export async function unitScore(ctx: Context, unitId: string, period: ScoredPeriod): Promise<UnitScore> {
  const below = await unitsBelow(ctx.db, [unitId]);
  const months: { month: string; score: Points | undefined }[] = [];
  let [spreads, tooMany]: [Spread[], boolean] = [[], false];
  let last: readonly Member[] = [];
  for (const month of period.months) {
    const members = await membersOf(ctx, below, month);
    if (members === undefined) {
      tooMany = true;
    } else if (members.length > 0) {
      months.push({ month, score: scoreOf(ctx, members) });
      spreads = await spreadsOf(ctx, members);
      last = members;
    }
  }
  const quarter = isQuarter(period) ? await unitQuarter(ctx, months, officersOf(last), period) : undefined;
  return { months, quarter, spreads, tooMany };
}

/** As they were kept; of a month that is not over as the record gives them now. Nothing where that is too many. */
async function membersOf(ctx: Context, below: readonly string[], month: string): Promise<Member[] | undefined> {
  const kept = await keptSheetsOf(ctx, below, month);
  if (kept.length > 0) {
    const members: Member[] = [];
    for (const { personId, sheet, weightMinor, policyVersionId } of kept) {
      const policy = await ctx.parts.policies.byVersion(policyVersionId);
      members.push({ role: sheet.role, personId, sheet, weightMinor, policy });
    }
    return members;
  }
  const people = (await scoredIn(ctx, below, month)).filter(({ month: its }) => its.until >= its.from);
  if (people.length > MOST_LIVE) return undefined;
  const made: MadeSheets = new Map();
  const members: Member[] = [];
  for (const scored of people) members.push(...(await memberOf(ctx, scored, made)));
  return members;
}

async function memberOf(ctx: Context, scored: Scored, made: MadeSheets): Promise<Member[]> {
  const sheet = await sharedSheet(ctx, scored, made);
  const { role, personId } = scored;
  if (sheet === undefined) return [];
  return [{ role, personId, sheet: sheet.sheet, weightMinor: await weightOf(ctx, scored), policy: ctx.policy }];
}

function scoreOf(ctx: Context, members: readonly Member[]): Points | undefined {
  const parts = officersOf(members).map(
    ({ personId, sheet, weightMinor }): Part => ({
      id: personId,
      name: "",
      score: sheet.score,
      weight: Number(weightMinor),
    }),
  );
  return rollUp(parts, "appraisal", ctx.policy.policy.appraisal.source ?? []).score;
}

const officersOf = (members: readonly Member[]) => members.filter(({ role }) => role === "account_manager");

async function spreadsOf(ctx: Context, members: readonly Member[]): Promise<Spread[]> {
  const isTable = ctx.policy.policy.appraisal.league_table;
  const names = isTable
    ? await namesById(
        ctx.db,
        members.map(({ personId }) => personId),
      )
    : new Map<string, string>();
  return SCORED_ROLES.flatMap((role) => {
    const own = members.filter((one) => one.role === role);
    return own.length === 0 ? [] : [spread(role, own, names)];
  });
}

function spread(role: ScoredRole, members: readonly Member[], names: ReadonlyMap<string, string>): Spread {
  const scored = members.flatMap(({ personId, sheet: { score } }) =>
    score === undefined ? [] : [{ personId, score }],
  );
  const scores = scored.map(({ score }) => score);
  const table = scored.flatMap(({ personId, score }) => {
    const name = names.get(personId);
    return name === undefined ? [] : [{ name, score }];
  });
  return {
    role,
    people: scores.length,
    without: members.length - scores.length,
    mean: scores.length === 0 ? undefined : Math.floor(scores.reduce((sum, one) => sum + one, 0) / scores.length),
    bands: spreadOf(scores),
    metrics: metricMeans(members),
    table: table.sort((a, b) => b.score - a.score),
  };
}

function metricMeans(members: readonly Member[]): MetricMean[] {
  const [first] = members;
  return (first?.sheet.metrics ?? []).flatMap(({ metric, most }) => {
    const measured = members.flatMap(({ sheet }) =>
      sheet.metrics.filter((one) => one.metric === metric && one.unmeasured === undefined),
    );
    const sum = measured.reduce((all, { lines }) => all + sumOf(lines), 0);
    return measured.length === 0
      ? []
      : [{ metric, most, people: measured.length, mean: Math.floor(sum / measured.length) }];
  });
}
