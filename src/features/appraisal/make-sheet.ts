/** A sheet as the record gives it now: a person's own, and with the part that is shared. */
import { factsUpTo } from "../../domain/appraisal/facts.ts";
import type { Points } from "../../domain/appraisal/line.ts";
import { daysDrawn } from "../../domain/appraisal/period.ts";
import {
  accountManagerSheet,
  type Partner,
  postLoanOfficerSheet,
  type Sheet,
  withShared,
} from "../../domain/appraisal/sheet.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { accountManagerFacts, postLoanOfficerFacts } from "./gather.ts";
import { partnersOf, type Scored } from "./scored.ts";

export interface Grown {
  readonly day: IsoDate;
  /** Before the shared part; nothing while nothing could be measured. */
  readonly own: Points | undefined;
}

export interface OwnSheet {
  readonly sheet: Sheet;
  /** How it stood at the ends of days of the month. */
  readonly growth: readonly Grown[];
}

/** Nothing where the policy has no scorecard for the post. */
export async function ownSheet(ctx: Context, scored: Scored): Promise<OwnSheet | undefined> {
  const scoreFor = await scorerOf(ctx, scored);
  const { from, until } = scored.month;
  const days = daysDrawn(from, until);
  return scoreFor === undefined
    ? undefined
    : {
        sheet: scoreFor(scored.month.to),
        growth: days.map((day) => ({ day, own: scoreFor(day).score })),
      };
}

async function scorerOf(ctx: Context, scored: Scored): Promise<((upTo: IsoDate) => Sheet) | undefined> {
  const rules = ctx.policy.policy.appraisal;
  const source = rules.source ?? [];
  if (scored.role === "account_manager") {
    const { account_manager } = rules;
    if (account_manager === undefined) return undefined;
    const facts = await accountManagerFacts(ctx, scored);
    return (upTo) => accountManagerSheet(account_manager, factsUpTo(facts, upTo), source);
  }
  const { post_loan_officer } = rules;
  if (post_loan_officer === undefined) return undefined;
  const facts = await postLoanOfficerFacts(ctx, scored);
  return (upTo) => postLoanOfficerSheet(post_loan_officer, factsUpTo(facts, upTo), source);
}

/** Own sheets that were made already, by post and person: a unit's are made once. */
export type MadeSheets = Map<string, OwnSheet | undefined>;

export async function rememberedSheet(ctx: Context, scored: Scored, made: MadeSheets): Promise<OwnSheet | undefined> {
  const key = `${scored.role} ${scored.personId}`;
  if (!made.has(key)) made.set(key, await ownSheet(ctx, scored));
  return made.get(key);
}

/** With the part that is shared between those who answer for one book (R90). */
export async function sharedSheet(ctx: Context, scored: Scored, made: MadeSheets): Promise<OwnSheet | undefined> {
  const own = await rememberedSheet(ctx, scored, made);
  if (own === undefined) return undefined;
  const partners: Partner[] = [];
  for (const partner of await partnersOf(ctx, scored)) {
    const theirs = await rememberedSheet(ctx, partner, made);
    const score = theirs?.sheet.score;
    if (score !== undefined) partners.push({ personId: partner.personId, score });
  }
  return { ...own, sheet: withShared(own.sheet, ctx.policy.policy.appraisal, partners) };
}
