/** What is planned for a borrower, and why, as its own reader may see it. */
import { explainPlan, loansWithoutLine, type PlanPart } from "../../domain/planning/index.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { InspectionState } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { unitPath } from "../people/index.ts";
import { planOfRow } from "./because.ts";
import type { BorrowerRecord, KnownInspection } from "./borrower-facts.ts";
import { loadRecords } from "./load-records.ts";

export interface ExplainedInspection {
  readonly inspection: KnownInspection;
  readonly state: InspectionState;
  readonly assigneeName: string | undefined;
  readonly sentence: readonly PlanPart[];
}

export interface Explanation {
  readonly number: string;
  readonly name: string;
  /** Open ones, the next first. */
  readonly inspections: readonly ExplainedInspection[];
  /** What is said where nothing is planned, and of loans for which the policy has no rule. */
  readonly missing: readonly PlanPart[];
}

/** By a borrower's, a loan's or an inspection's number. Refused as if it did not exist where the person may not see it. */
export async function explainNext(ctx: Context, number: string): Promise<Explanation | Refusal> {
  const borrowerId = await borrowerIdOf(ctx.db, number.trim());
  const [record] = borrowerId === undefined ? [] : await loadRecords(ctx, [borrowerId]);
  if (record === undefined || isRefusal(await mayNotSee(ctx, record))) {
    return refuse("not_found", { number });
  }
  const open = record.known
    .filter(({ state }) => state === "planned" || state === "started" || state === "returned")
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
  const names = await namesOf(ctx, open);
  const who = { number: record.facts.number, name: record.name };
  return {
    ...who,
    inspections: open.map((inspection) => ({
      inspection,
      state: inspection.state,
      assigneeName: names.get(inspection.assigneeId ?? ""),
      sentence: explainPlan(planOfRow(record.facts.id, inspection), who),
    })),
    missing: missingParts(ctx, record, open.length === 0),
  };
}

/** Whom a number that people type is about: a borrower's own, a loan's or an inspection's. Each by its index. */
export async function borrowerIdOf(db: Tx, number: string): Promise<string | undefined> {
  const borrower = await db.borrower.findUnique({ where: { number }, select: { id: true } });
  if (borrower !== null) {
    return borrower.id;
  }
  const select = { borrowerId: true } as const;
  const loan = await db.loan.findUnique({ where: { number }, select });
  const found = loan ?? (await db.inspection.findUnique({ where: { number }, select }));
  return found?.borrowerId;
}

/** The administrator, who plans the book, sees every plan. */
async function mayNotSee(ctx: Context, { unitId, ownerId }: BorrowerRecord): Promise<Refusal | undefined> {
  const subject = { unitPath: await unitPath(ctx.db, unitId), ownerId };
  const refused = authorize(ctx, "see_inspection", subject);
  return refused === undefined ? undefined : authorize(ctx, "plan_inspections", subject);
}

async function namesOf(ctx: Context, open: readonly KnownInspection[]): Promise<Map<string, string>> {
  const ids = open.flatMap(({ assigneeId }) => assigneeId ?? []);
  const people = await ctx.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function missingParts(ctx: Context, { facts, name }: BorrowerRecord, isEmpty: boolean): PlanPart[] {
  const without = loansWithoutLine(ctx.policy.policy, facts).map((loan) => ({
    code: "planning.no_line",
    values: { borrower: name, product: loan.product, loan: loan.number },
  }));
  return without.length === 0 && isEmpty ? [{ code: "planning.nothing_due", values: { borrower: name } }] : without;
}
