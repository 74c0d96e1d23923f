/** What people read of a measure or a plan: its number, what is to be done, why, and how it stands. Pure. */
import { type CaseState, PLAN_KINDS, type PlanKind, RISK_TIERS } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { Translate } from "../../texts/index.ts";

/** A stored case, as far as its words need it. */
export interface WordedCase {
  readonly kind: string;
  readonly cause: string;
  readonly goal: string;
  readonly proof: string;
  /** The approved plan that is looked at again. */
  readonly reviewsId: string | null;
}

export interface CaseWords {
  /** What was found, or where the customer stands. */
  readonly cause: string;
  readonly goal: string;
  readonly proof: string;
}

/** Nothing of a measure. */
export function planKindOf(kind: string): PlanKind | undefined {
  return PLAN_KINDS.find((one) => one === kind);
}

/** A measure is told in the words of its report, a plan in the reader's language. */
export function caseWords(t: Translate, row: WordedCase): CaseWords {
  const plan = planKindOf(row.kind);
  if (plan === undefined) return { cause: row.cause, goal: row.goal, proof: row.proof };
  return {
    cause: t(`account_plan.cause.${plan}`, { tier: t(`tier.${oneOf(RISK_TIERS, row.cause)}`) }),
    goal: goalOf(t, row),
    proof: t("account_plan.proof"),
  };
}

export function goalOf(t: Translate, row: Pick<WordedCase, "kind" | "goal" | "reviewsId">): string {
  const plan = planKindOf(row.kind);
  if (plan === undefined) return row.goal;
  return row.reviewsId === null ? t(`account_plan.goal.${plan}`) : t(`account_plan.again.${plan}`);
}

/** A plan's result is the plan itself, and closing it is approving it. */
export function stateText(t: Translate, kind: string, state: CaseState): string {
  return planKindOf(kind) === undefined ? t(`measure.state.${state}`) : t(`account_plan.state.${state}`);
}

/** `T415/M1`: the first measure of the report of an inspection; `B-0007/P1`: the first plan for a customer. */
export function caseNumber(
  row: { readonly kind: string; readonly place: number; readonly borrower: { readonly number: string } },
  inspectionNumber: string | undefined,
): string {
  return planKindOf(row.kind) === undefined
    ? `${inspectionNumber ?? ""}/M${row.place}`
    : `${row.borrower.number}/P${row.place}`;
}
