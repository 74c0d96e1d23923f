/** Sheets of months that are over, by person and post, for whoever appraises people by the quarter (R107). */
import type { ScoredRole } from "../../domain/appraisal/facts.ts";
import type { Points } from "../../domain/appraisal/line.ts";
import { isQuarter, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { authorize, type Context, type PolicyInForce } from "../../platform/context.ts";
import { unitPath, unitsBelow } from "../people/index.ts";
import { type KeptSheet, keptSheetsOf } from "./kept.ts";
import { type QuarterScore, quarterScore } from "./person-score.ts";
import { qualityOf } from "./quality.ts";
import { type AskedScore, todayOf } from "./scope.ts";

export interface RolledUpPerson {
  readonly name: string;
  readonly unit: string;
  readonly role: ScoredRole;
  /** By `YYYY-MM`; a month that is not over, or in which they held no post, is not in it. */
  readonly months: ReadonlyMap<string, KeptSheet>;
  /** The mean of the months in which anything could be measured. */
  readonly mean: Points | undefined;
  /** Of a quarter that is over: the mean moved by its outcome. */
  readonly quarter: QuarterScore | undefined;
}

/**
 * Whoever the reader may see the score of, by unit and name: no order of merit. Of a person that one alone. What is not over is
 * not in it, since it still moves.
 */
export async function rolledUp(ctx: Context, { of, period }: AskedScore): Promise<RolledUpPerson[]> {
  const unitIds = await unitsOf(ctx, of);
  const found = new Map<string, { personId: string; role: ScoredRole; months: Map<string, KeptSheet> }>();
  for (const month of period.months) {
    for (const sheet of await keptSheetsOf(ctx, unitIds, month)) {
      const { personId } = sheet;
      const { role } = sheet.sheet;
      if (of.kind === "person" && personId !== of.id) continue;
      const key = `${role} ${personId}`;
      const post = found.get(key) ?? { personId, role, months: new Map<string, KeptSheet>() };
      found.set(key, { ...post, months: post.months.set(month, sheet) });
    }
  }
  const people = await shownPeople(ctx, [...new Set([...found.values()].map(({ personId }) => personId))]);
  const isOver = isQuarter(period) && todayOf(ctx) > period.to;
  const outcomes = isOver ? await outcomesOf(ctx, [...found.values()], period) : undefined;
  return [...found.values()]
    .flatMap(({ personId, role, months }) => {
      const person = people.get(personId);
      if (person === undefined) return [];
      const mean = quarterScore(ctx, role, months).score;
      const quality = role === "account_manager" ? outcomes?.get(personId) : undefined;
      const quarter = outcomes && quarterScore(ctx, role, months, quality);
      return [{ ...person, role, months, mean, quarter }];
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ unit, name, role }: RolledUpPerson) => `${unit}\n${name}\n${role}`;

/** Under the policy of the last month that was written down of each. */
async function outcomesOf(
  ctx: Context,
  posts: readonly { personId: string; role: ScoredRole; months: ReadonlyMap<string, KeptSheet> }[],
  quarter: ScoredPeriod,
) {
  const policies = new Map<string, PolicyInForce>();
  for (const { personId, role, months } of posts) {
    const last = [...months.values()].at(-1);
    if (role !== "account_manager" || last === undefined) continue;
    policies.set(personId, await ctx.parts.policies.byVersion(last.policyVersionId));
  }
  return qualityOf(ctx, policies, quarter);
}

/** A person's sheets stand in the units where they held the post, which may not be the one they are in now. */
async function unitsOf({ db }: Context, of: AskedScore["of"]): Promise<readonly string[]> {
  if (of.kind === "unit") return unitsBelow(db, [of.id]);
  const held = await db.scoreSheet.findMany({
    where: { subjectId: of.id },
    distinct: ["unitId"],
    select: { unitId: true },
  });
  return held.map(({ unitId }) => unitId);
}

async function shownPeople(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<RolledUpPerson, "name" | "unit">>> {
  const rows = await ctx.db.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, unitId: true, unit: { select: { name: true } } },
  });
  const shown = new Map<string, Pick<RolledUpPerson, "name" | "unit">>();
  for (const { id, name, unitId, unit } of rows) {
    const assigneeId = id === ctx.actor.personId ? id : null;
    const refused = authorize(ctx, "see_score", { unitPath: await unitPath(ctx.db, unitId), assigneeId });
    if (refused === undefined) shown.set(id, { name, unit: unit.name });
  }
  return shown;
}
